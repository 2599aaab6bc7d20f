// The runners of each model as a table.
import { h } from './dom.js';
import { t } from './text.js';

/** @param {any[]} pools */
export function poolsTable(pools) {
  return h('div', { class: 'table-box card', tabindex: '0', role: 'region', 'aria-label': t('queue.runners') }, h('table', {},
    h('thead', {}, h('tr', {}, [t('list.model'), t('queue.state'), t('queue.processes'), t('queue.slots')].map((word) => h('th', { scope: 'col' }, word)))),
    h('tbody', {}, pools.map((pool) => h('tr', {},
      h('td', {}, h('a', { href: `/${pool.model}` }, pool.model)),
      h('td', {}, h('span', { class: `dot ${pool.ready ? 'ok' : ''}`, 'aria-hidden': 'true' }), ' ', pool.ready ? t('badge.ready') : t('badge.starting')),
      h('td', { class: 'mono' }, `${pool.processes} / ${pool.most}`),
      h('td', { class: 'mono' }, pool.slots))))));
}
