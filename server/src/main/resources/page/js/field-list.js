// A list: files or plain values, moved by dragging or by its buttons.
import { announce, fill, h } from './dom.js';
import { dropPlace, send, shown } from './field-file.js';
import { t } from './text.js';

/** @typedef {import('./schema.js').Field} Field */
/** @typedef {import('./form.js').Place} Place */
/** @typedef {import('./form.js').Control} Control */

/** @param {Field} field @param {Place} place @returns {Control} */
export function listField(field, place) {
  const item = /** @type {Field} */ (field.item);
  const isFiles = item.kind === 'file';
  /** @type {any[]} */
  let values = [];
  const items = h('ol', { class: `items ${isFiles ? 'files' : ''}` });
  const pending = h('div', { class: 'pending' });

  const change = (/** @type {any[]} */ next) => {
    values = next;
    draw();
    place.change(values);
  };
  const move = (/** @type {number} */ from, /** @type {number} */ to) => {
    if (to < 0 || to >= values.length || from === to) return;
    const next = [...values];
    next.splice(to, 0, ...next.splice(from, 1));
    change(next);
    announce(t('form.moved', { from: from + 1, to: to + 1 }));
    const row = items.children[to];
    /** @type {HTMLElement | null} */ (row?.querySelector(to > from ? '.later:not([disabled])' : '.earlier:not([disabled])') ?? row?.querySelector('button'))?.focus();
  };
  const take = async (/** @type {File[]} */ files) => {
    const room = field.most === null ? files.length : Math.max(0, field.most - values.length);
    for (const file of files.slice(0, room)) {
      const slot = h('div', { class: 'preview' });
      pending.append(slot);
      const url = await send(file, slot, place);
      if (url) {
        slot.remove();
        change([...values, url]);
      }
    }
  };
  const add = isFiles
    ? dropPlace(item, place.id, place.described, true, take, (url) => change([...values, url]))
    : h('button', { type: 'button', id: place.id, class: 'small-button', onclick: () => change([...values, item.kind === 'number' ? 0 : '']) }, t('form.add'));

  /** @param {any} value @param {number} i */
  function body(value, i) {
    if (isFiles) return shown(String(value), item);
    const box = h('input', {
      type: item.kind === 'number' ? 'number' : 'text', value: String(value), 'aria-label': `${field.name} ${i + 1}`,
      oninput: () => {
        values = values.map((old, at) => (at === i ? (item.kind === 'number' ? Number(box.value) : box.value) : old));
        place.change(values);
      },
    });
    return box;
  }

  function draw() {
    fill(items, values.map((value, i) => {
      const row = h('li', {
        draggable: isFiles ? 'true' : null,
        ondragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData('text/x-place', `${place.id}:${i}`),
        ondragover: (/** @type {DragEvent} */ event) => {
          if (event.dataTransfer?.types.includes('text/x-place')) event.preventDefault();
        },
        ondrop: (/** @type {DragEvent} */ event) => {
          const [from, at] = (event.dataTransfer?.getData('text/x-place') ?? '').split(':');
          if (from !== place.id) return;
          event.preventDefault();
          move(Number(at), i);
        },
      },
      isFiles && h('span', { class: 'number' }, i + 1),
      body(value, i),
      h('div', { class: 'item-buttons' },
        values.length > 1 && h('button', { type: 'button', class: 'plain earlier', disabled: i === 0, 'aria-label': t('form.earlier', { n: i + 1 }), onclick: () => move(i, i - 1) }, '←'),
        values.length > 1 && h('button', { type: 'button', class: 'plain later', disabled: i === values.length - 1, 'aria-label': t('form.later', { n: i + 1 }), onclick: () => move(i, i + 1) }, '→'),
        h('button', {
          type: 'button', class: 'plain', 'aria-label': t('form.remove.what', { name: `${field.name} ${i + 1}` }),
          onclick: () => {
            change(values.filter((_, at) => at !== i));
            /** @type {HTMLElement | null} */ (add.querySelector('input') ?? add)?.focus();
          },
        }, '✕')));
      return row;
    }));
    add.hidden = field.most !== null && values.length >= field.most;
    place.note(values.length > 0 && field.most ? t('form.of', { n: values.length, most: field.most }) : '');
  }
  return {
    element: h('div', { class: 'list', role: 'group', 'aria-labelledby': `${place.id}-label` }, items, pending, add),
    group: true,
    show(value) {
      values = Array.isArray(value) ? value : [];
      draw();
    },
  };
}
