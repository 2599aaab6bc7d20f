// A piece of code with a button that copies it.
import { announce, h } from './dom.js';
import { t } from './text.js';

/** @param {() => string} text @returns {{ element: HTMLElement, refresh: () => void }} */
export function codeOf(text) {
  const code = h('code', {});
  const pre = h('pre', { class: 'code', tabindex: '0' }, code);
  const button = h('button', {
    type: 'button', class: 'small-button copy',
    onclick: async () => {
      await navigator.clipboard.writeText(code.textContent ?? '');
      announce(t('code.copied'));
      button.textContent = t('code.copied');
      setTimeout(() => { button.textContent = t('code.copy'); }, 1500);
    },
  }, t('code.copy'));
  const refresh = () => { code.textContent = text(); };
  refresh();
  return { element: h('div', { class: 'code-box' }, button, pre), refresh };
}
