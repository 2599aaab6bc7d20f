// The plain controls: text, numbers, choices, switches.
import { h } from './dom.js';
import { t } from './text.js';

/** @typedef {import('./schema.js').Field} Field */
/** @typedef {import('./form.js').Place} Place */
/** @typedef {import('./form.js').Control} Control */

/** More choices than this stand in a drop-down. */
const MOST_BUTTONS = 4;

/** @param {Field} field @param {Place} place @returns {Control} */
export function textField(field, place) {
  const props = {
    id: place.id, 'aria-describedby': place.described, 'aria-required': field.required ? 'true' : null, spellcheck: 'false',
    oninput: () => {
      grow();
      place.change(element.value === '' && !field.required ? undefined : element.value);
    },
  };
  const element = field.long && !field.secret
    ? h('textarea', { ...props, rows: 2 })
    : h('input', { ...props, type: field.secret ? 'password' : 'text', autocomplete: 'off' });
  // Browsers that know field-sizing need no help.
  const grow = () => {
    if (element.tagName === 'TEXTAREA' && !CSS.supports('field-sizing', 'content')) {
      element.style.height = 'auto';
      element.style.height = `${Math.min(element.scrollHeight + 2, 400)}px`;
    }
  };
  return { element, show: (value) => { element.value = value ?? ''; } };
}

/** @param {Field} field @param {Place} place @returns {Control} */
export function numberField(field, place) {
  const isRange = field.minimum !== null && field.maximum !== null && field.maximum - field.minimum <= 10_000;
  const span = isRange ? Number(field.maximum) - Number(field.minimum) : 0;
  const step = field.integer ? 1 : span > 0 && span <= 2 ? 0.01 : 'any';
  const read = (/** @type {string} */ text) => (text === '' || Number.isNaN(Number(text)) ? undefined : Number(text));
  const box = h('input', {
    id: place.id, type: 'number', inputmode: 'decimal', min: field.minimum, max: field.maximum, step,
    'aria-describedby': place.described, placeholder: field.name === 'seed' ? t('form.random') : null,
    oninput: () => {
      if (slider) slider.value = box.value;
      paint();
      place.change(read(box.value));
    },
  });
  const slider = isRange && h('input', {
    type: 'range', min: field.minimum, max: field.maximum, step: step === 'any' ? span / 100 : step,
    'aria-label': field.name,
    oninput: () => {
      box.value = slider.value;
      paint();
      place.change(Number(slider.value));
    },
  });
  const paint = () => {
    if (!slider) return;
    const part = span === 0 ? 0 : (Number(slider.value) - Number(field.minimum)) / span;
    slider.style.setProperty('--part', `${part * 100}%`);
  };
  return {
    element: slider ? h('div', { class: 'range' }, slider, box) : box,
    show(value) {
      box.value = value ?? '';
      if (slider) slider.value = String(value ?? field.minimum);
      paint();
    },
  };
}

/** @param {Field} field @param {Place} place @returns {Control} */
export function choiceField(field, place) {
  const isShort = field.choices.length <= MOST_BUTTONS && field.choices.join('').length <= 28;
  if (!isShort) {
    const element = h('select', {
      id: place.id, 'aria-describedby': place.described,
      onchange: () => place.change(element.value === '' ? undefined : field.choices[Number(element.value)]),
    }, !field.required && field.initial === undefined && h('option', { value: '' }, '–'),
    field.choices.map((choice, i) => h('option', { value: i }, String(choice))));
    return {
      element,
      show(value) {
        const at = field.choices.indexOf(value);
        element.value = at < 0 ? '' : String(at);
      },
    };
  }
  /** @type {HTMLInputElement[]} */
  const radios = field.choices.map((choice, i) => h('input', {
    type: 'radio', name: place.id, id: `${place.id}-${i}`, onchange: () => place.change(choice),
  }));
  const element = h('div', { class: 'segments', role: 'radiogroup', 'aria-labelledby': `${place.id}-label`, 'aria-describedby': place.described },
    radios.map((radio, i) => h('span', {}, radio, h('label', { for: radio.id }, String(field.choices[i])))));
  return {
    element, group: true,
    show: (value) => radios.forEach((radio, i) => { radio.checked = field.choices[i] === value; }),
  };
}

/** @param {Field} field @param {Place} place @returns {Control} */
export function switchField(field, place) {
  const box = h('input', {
    id: place.id, type: 'checkbox', role: 'switch', class: 'switch', 'aria-describedby': place.described,
    onchange: () => place.change(box.checked),
  });
  return { element: h('div', { class: 'switch-row' }, box), show: (value) => { box.checked = value === true; } };
}

/** @param {Field} field @param {Place} place @returns {Control} */
export function jsonField(field, place) {
  const element = h('textarea', {
    id: place.id, class: 'mono', rows: 3, 'aria-describedby': place.described, spellcheck: 'false',
    oninput: () => {
      try {
        place.change(element.value.trim() === '' ? undefined : JSON.parse(element.value));
        element.setCustomValidity('');
        element.removeAttribute('aria-invalid');
      } catch {
        element.setAttribute('aria-invalid', 'true');
      }
    },
  });
  return { element, show: (value) => { element.value = value === undefined ? '' : JSON.stringify(value, null, 2); } };
}
