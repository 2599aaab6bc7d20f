// The input as JSON, both ways: what the form changes is seen here, what is written here is seen in the form.
import { h, newId } from './dom.js';
import { t } from './text.js';

/** @param {import('./input.js').Input} input @returns {HTMLElement} */
export function jsonTab(input) {
  const self = {};
  const id = newId('json');
  const error = h('p', { class: 'wrong small', id: `${id}-error`, role: 'alert' });
  const text = h('textarea', {
    id, class: 'mono json', rows: 18, spellcheck: 'false', 'aria-label': t('tab.json.label'), 'aria-describedby': `${id}-error`,
    oninput: () => {
      try {
        const value = JSON.parse(text.value);
        if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new SyntaxError(t('tab.json.object'));
        error.textContent = '';
        text.removeAttribute('aria-invalid');
        input.replace(value, self);
      } catch (e) {
        text.setAttribute('aria-invalid', 'true');
        error.textContent = e instanceof Error ? e.message : String(e);
      }
    },
  });
  const show = () => { text.value = JSON.stringify(input.get(), null, 2); };
  show();
  input.listen((from) => {
    if (from === self) return;
    error.textContent = '';
    text.removeAttribute('aria-invalid');
    show();
  });
  return h('div', {}, text, error);
}
