// Elements from data. Text of users goes in as text nodes only; there is no way to pass markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element. Keys that start with `on` are listeners, `class`, `data-*`, `aria-*` and the rest attributes;
 * true sets an attribute without value, false and null leave it out.
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...(Child | Child[])} children
 * @returns {any}
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'value' || key === 'checked' || key === 'muted') /** @type {any} */ (element)[key] = value;
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  add(element, children);
  return element;
}

/**
 * @param {Element} parent
 * @param {any[]} children
 */
export function add(parent, children) {
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Replaces what is in an element.
 * @param {Element} parent
 * @param {...(Child | Child[])} children
 */
export function fill(parent, ...children) {
  parent.replaceChildren();
  add(parent, children);
}

let last = 0;

/** An id for labels and descriptions. @param {string} prefix */
export function newId(prefix) {
  last += 1;
  return `${prefix}-${last}`;
}

const live = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
document.body.append(live);

/** Says something to people who listen to the page. @param {string} text */
export function announce(text) {
  live.textContent = text;
}
