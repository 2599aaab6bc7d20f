// What waits and what runs, and who runs it; looks again by itself while the page is in sight.
import { get } from './api.js';
import { fill, h } from './dom.js';
import { lineOf } from './line.js';
import { empty } from './notices.js';
import { poolsTable } from './pools.js';
import { t } from './text.js';

const LOOK_AGAIN = 1500;

/** @param {import('./main.js').Context} context */
export async function show({ main }) {
  document.title = `${t('nav.queue')} – Zoetrope`;
  const jobs = h('div', {});
  const pools = h('div', {});
  fill(main, h('div', { class: 'title-row' }, h('div', {}, h('h1', {}, t('nav.queue')), h('p', { class: 'soft' }, t('queue.what')))),
    jobs, h('h2', {}, t('queue.runners')), pools);
  let last = '';
  const look = async () => {
    if (document.hidden) return;
    const now = await get('/page/queue');
    const key = JSON.stringify(now);
    if (key === last) return;
    last = key;
    fill(jobs, now.predictions.length === 0 ? empty(t('queue.none'), t('queue.none.next')) : h('ul', { class: 'lines' }, now.predictions.map(lineOf)));
    fill(pools, poolsTable(now.pools));
  };
  await look();
  setInterval(() => look().catch(() => {}), LOOK_AGAIN);
}
