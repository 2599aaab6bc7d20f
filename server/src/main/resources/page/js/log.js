// The log as it comes. Long logs are shown from their end; the beginning is there on request.
import { h } from './dom.js';
import { t } from './text.js';

/** So many characters are drawn at once: a browser lays out no more without a pause that is felt. */
const SHOWN = 60_000;

/** @returns {{ element: HTMLElement, put: (news: string, fresh: boolean) => void }} */
export function logOf() {
  /** @type {string[]} */
  let parts = [];
  let length = 0;
  let drawn = 0;
  const text = document.createTextNode('');
  const pre = h('pre', { class: 'log', tabindex: '0', role: 'log', 'aria-label': t('result.log'), 'aria-live': 'off' }, text);
  const more = h('button', {
    type: 'button', class: 'small-button', hidden: true,
    onclick: () => {
      drawn = Math.min(length, drawn + SHOWN * 2);
      draw(false);
    },
  }, t('result.earlier'));
  const save = h('button', {
    type: 'button', class: 'small-button', hidden: true,
    onclick: () => {
      const url = URL.createObjectURL(new Blob(parts, { type: 'text/plain' }));
      h('a', { href: url, download: 'log.txt' }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },
  }, t('result.save'));

  /** @param {boolean} follow */
  function draw(follow) {
    const whole = parts.length === 1 ? parts[0] : parts.join('');
    parts = [whole];
    text.data = whole.slice(Math.max(0, length - drawn));
    more.hidden = drawn >= length;
    save.hidden = length === 0;
    if (follow) pre.scrollTop = pre.scrollHeight;
  }
  return {
    element: h('div', { class: 'log-box' }, h('div', { class: 'log-buttons' }, more, save), pre),
    put(news, fresh) {
      if (fresh) {
        parts = [];
        length = 0;
      }
      if (news === '' && !fresh) return;
      const isAtEnd = pre.scrollHeight - pre.scrollTop - pre.clientHeight < 40;
      parts.push(news);
      length += news.length;
      drawn = Math.min(length, SHOWN);
      draw(isAtEnd);
    },
  };
}
