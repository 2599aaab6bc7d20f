// The head of every page: where one is, language, theme, who is signed in.
import { call } from './api.js';
import { h } from './dom.js';
import { isChinese, t } from './text.js';

const PLACES = /** @type {const} */ ([
  ['/', 'nav.models'], ['/predictions', 'nav.predictions'], ['/queue', 'nav.queue'], ['/files', 'nav.files'],
  ['/webhooks', 'nav.webhooks'], ['/tokens', 'nav.tokens'], ['/engine', 'nav.engine'],
]);

/** @param {string} name @param {string} value */
function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // storage is forbidden: the choice holds until the next page
  }
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function toggleTheme() {
  const next = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  keep('theme', next);
}

/** @param {'en' | 'zh'} lang */
function language(lang) {
  keep('lang', lang);
  location.reload();
}

/**
 * @param {{ signed_in: boolean, name: string | null, hint: string | null }} session
 * @param {string} path
 */
export function frame(session, path) {
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  mark.setAttribute('viewBox', '0 0 24 24');
  mark.setAttribute('class', 'mark');
  mark.setAttribute('aria-hidden', 'true');
  const lines = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  lines.setAttribute('d', 'M12 2a10 10 0 100 20 10 10 0 000-20zM12 5v4M12 15v4M5 12h4M15 12h4M7 7l3 3M14 14l3 3M17 7l-3 3M10 14l-3 3');
  mark.append(lines);
  const isModel = path === '/' || /^\/[^/]+\/[^/]+$/.test(path) && !/^\/[ps]\//.test(path);
  const links = PLACES.map(([to, word]) => {
    const isHere = to === '/' ? isModel : path === to || (to === '/predictions' && path.startsWith('/p/'));
    return h('li', {}, h('a', { href: to, 'aria-current': isHere ? 'page' : null }, t(word)));
  });
  return h('header', { class: 'head' },
    h('a', { class: 'skip', href: '#main' }, t('nav.skip')),
    h('a', { class: 'brand', href: '/' }, mark, 'zoetrope'),
    session.signed_in && h('nav', { 'aria-label': t('nav.label') }, h('ul', {}, links)),
    h('div', { class: 'head-end' },
      h('span', { class: 'langs' },
        h('button', { type: 'button', class: 'plain', lang: 'en', 'aria-pressed': String(!isChinese), onclick: () => language('en') }, 'EN'),
        h('span', { 'aria-hidden': 'true' }, '·'),
        h('button', { type: 'button', class: 'plain', lang: 'zh-CN', 'aria-pressed': String(isChinese), onclick: () => language('zh') }, '中文')),
      h('button', { type: 'button', class: 'plain theme', 'aria-label': t('nav.theme'), title: t('nav.theme'), onclick: toggleTheme }, '◐'),
      session.signed_in && h('details', { class: 'who' },
        h('summary', {}, h('span', { class: 'mono' }, session.hint)),
        h('div', { class: 'menu card' },
          h('p', { class: 'soft' }, t('nav.signed', { name: session.name ?? '' })),
          h('button', {
            type: 'button',
            onclick: async () => {
              await call('DELETE', '/page/session');
              location.assign('/');
            },
          }, t('nav.out'))))));
}
