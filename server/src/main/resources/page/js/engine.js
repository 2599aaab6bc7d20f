// The server itself: what makes the pictures, whether it is well, what it uses.
import { get } from './api.js';
import { fill, h } from './dom.js';
import { poolsTable } from './pools.js';
import { bytes, t } from './text.js';

/** @param {import('./main.js').Context} context */
export async function show({ main }) {
  document.title = `${t('nav.engine')} – Zoetrope`;
  const engine = await get('/page/engine');
  const isWell = engine.pools.every((/** @type {any} */ pool) => pool.ready);
  const number = (/** @type {string} */ word, /** @type {any} */ value) => h('div', {}, h('dd', { class: 'mono' }, value), h('dt', { class: 'soft small' }, word));
  fill(main, h('div', { class: 'title-row' }, h('div', {}, h('h1', {}, t('nav.engine')), h('p', { class: 'soft' }, t('engine.what'))),
    h('p', { class: 'badge' }, h('span', { class: `dot ${isWell ? 'ok' : ''}`, 'aria-hidden': 'true' }), isWell ? t('engine.well') : t('engine.unwell'))),
    h('dl', { class: 'numbers card' },
      number(t('engine.memory'), `${bytes(engine.memory_used)} / ${bytes(engine.memory_limit)}`),
      number(t('engine.stored'), bytes(engine.stored_bytes)),
      number(t('engine.processors'), engine.processors),
      number('Java', engine.java),
      number(t('engine.system'), engine.system)),
    h('h2', {}, t('queue.runners')), poolsTable(engine.pools));
}
