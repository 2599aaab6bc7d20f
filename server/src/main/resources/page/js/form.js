// The form of a model, made from its schema.
import { h, newId } from './dom.js';
import { fileField } from './field-file.js';
import { listField } from './field-list.js';
import { choiceField, jsonField, numberField, switchField, textField } from './fields.js';
import { t } from './text.js';

/** @typedef {import('./schema.js').Field} Field */
/** @typedef {{ element: HTMLElement, show: (value: any) => void, note?: (text: string) => void, group?: boolean }} Control */
/** @typedef {{ id: string, described: string, change: (value: any) => void, busy: (isBusy: boolean) => void, note: (text: string) => void }} Place */

/** @param {Field} field @param {Place} place @returns {Control} */
function control(field, place) {
  switch (field.kind) {
    case 'choice': return choiceField(field, place);
    case 'number': return numberField(field, place);
    case 'switch': return switchField(field, place);
    case 'file': return fileField(field, place);
    case 'list': return listField(field, place);
    case 'json': return jsonField(field, place);
    default: return textField(field, place);
  }
}

/** @param {Field} field */
function limits(field) {
  const range = field.minimum !== null && field.maximum !== null ? `${field.minimum}–${field.maximum}`
    : field.minimum !== null ? `≥ ${field.minimum}` : field.maximum !== null ? `≤ ${field.maximum}` : '';
  const words = [field.type, range, field.required ? t('form.required') : ''];
  return words.filter(Boolean).join(' · ');
}

/**
 * @param {Field[]} fields
 * @param {import('./input.js').Input} input
 * @returns {{ element: HTMLElement, wrong: (errors: Map<string, string>) => void, isBusy: () => boolean }}
 */
export function formOf(fields, input) {
  const self = {};
  let uploads = 0;
  /** @type {Map<string, { error: HTMLElement, row: HTMLElement, control: Control }>} */
  const rows = new Map();
  const element = h('div', { class: 'fields' });
  for (const field of fields) {
    const id = newId('field');
    const note = h('span', { class: 'mono soft small' }, limits(field));
    const error = h('p', { class: 'wrong small', id: `${id}-error` });
    const place = {
      id,
      described: `${id}-help ${id}-error`,
      change: (/** @type {any} */ value) => {
        error.textContent = '';
        input.set(field.name, value, self);
      },
      busy: (/** @type {boolean} */ isBusy) => {
        uploads += isBusy ? 1 : -1;
      },
      note: (/** @type {string} */ text) => {
        note.textContent = text || limits(field);
      },
    };
    const made = control(field, place);
    made.show(input.get()[field.name]);
    const label = made.group
      ? h('span', { class: 'label', id: `${id}-label` }, field.name)
      : h('label', { class: 'label', for: id }, field.name);
    const isSmall = ['choice', 'number', 'switch'].includes(field.kind) && !(field.minimum !== null && field.maximum !== null);
    const row = h('div', { class: `field ${isSmall ? 'half' : ''}` },
      h('div', { class: 'field-head' }, label, note),
      made.element,
      h('p', { class: 'soft small', id: `${id}-help` }, field.description),
      error);
    rows.set(field.name, { error, row, control: made });
    element.append(row);
  }
  input.listen((from) => {
    if (from === self) return;
    for (const [name, row] of rows) row.control.show(input.get()[name]);
  });
  return {
    element,
    isBusy: () => uploads > 0,
    wrong(errors) {
      let first = true;
      for (const [name, row] of rows) {
        row.error.textContent = errors.get(name) ?? '';
        if (errors.has(name) && first) {
          first = false;
          /** @type {HTMLElement | null} */ (row.row.querySelector('input, textarea, select, button'))?.focus();
        }
      }
    },
  };
}
