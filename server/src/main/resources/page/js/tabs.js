// Tabs as the ARIA practices describe them: one stop for the Tab key, arrows inside.
import { h, newId } from './dom.js';

/**
 * @param {string} label
 * @param {{ name: string, panel: HTMLElement, shown?: () => void }[]} tabs
 * @returns {HTMLElement}
 */
export function tabsOf(label, tabs) {
  const id = newId('tabs');
  /** @type {HTMLButtonElement[]} */
  const buttons = tabs.map((tab, i) => h('button', {
    type: 'button', role: 'tab', id: `${id}-${i}`, 'aria-controls': `${id}-panel-${i}`, onclick: () => choose(i),
  }, tab.name));
  const panels = tabs.map((tab, i) => h('div', {
    role: 'tabpanel', id: `${id}-panel-${i}`, 'aria-labelledby': `${id}-${i}`,
  }, tab.panel));

  /** @param {number} chosen */
  function choose(chosen) {
    buttons.forEach((button, i) => {
      button.setAttribute('aria-selected', String(i === chosen));
      button.tabIndex = i === chosen ? 0 : -1;
      panels[i].hidden = i !== chosen;
    });
    tabs[chosen].shown?.();
  }
  const bar = h('div', {
    role: 'tablist', 'aria-label': label, class: 'tabs',
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      const at = buttons.indexOf(/** @type {any} */ (document.activeElement));
      /** @type {Record<string, number>} */
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
      if (at < 0 || !(event.key in to)) return;
      event.preventDefault();
      const next = (to[event.key] + tabs.length) % tabs.length;
      choose(next);
      buttons[next].focus();
    },
  }, buttons);
  choose(0);
  return h('div', { class: 'tabbed' }, bar, panels);
}
