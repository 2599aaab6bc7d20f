// What makes the pictures, always in sight.
import { get } from './api.js';
import { h } from './dom.js';
import { t } from './text.js';

/** @param {string} slug */
export function badge(slug) {
  const dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
  const words = h('span', {}, t('badge.asking'));
  const element = h('p', { class: 'badge' }, dot, words);
  get('/page/engine').then((engine) => {
    const pool = engine.pools.find((/** @type {any} */ each) => each.model === slug);
    const own = slug.startsWith('bytedance/seedance');
    dot.classList.toggle('ok', Boolean(pool?.ready));
    const state = pool ? (pool.ready ? t('badge.ready') : t('badge.starting')) : t('badge.none');
    words.textContent = own ? `${t('badge.engine')} · ${state}` : `${t('badge.process')} · ${state}`;
  }, () => element.remove());
  return element;
}
