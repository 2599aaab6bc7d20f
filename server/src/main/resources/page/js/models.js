// The list of models.
import { get } from './api.js';
import { add, fill, h } from './dom.js';
import { empty } from './notices.js';
import { t } from './text.js';

/** @param {any} model */
function card(model) {
  return h('li', { class: 'card model' },
    h('h2', {}, h('a', { href: `/${model.owner}/${model.name}` }, h('span', { class: 'soft' }, `${model.owner} / `), model.name)),
    h('p', {}, model.description),
    h('p', { class: 'soft small mono' }, t('models.runs', { n: model.run_count ?? 0 }), model.is_official ? ` · ${t('models.official')}` : ''));
}

/** @param {import('./main.js').Context} context */
export async function show({ main }) {
  document.title = `${t('nav.models')} – Zoetrope`;
  const list = h('ul', { class: 'cards' });
  fill(main, h('div', { class: 'title-row' }, h('div', {}, h('h1', {}, t('nav.models')), h('p', { class: 'soft' }, t('models.what')))), list);
  let next = '/v1/models';
  let count = 0;
  // A server has a handful of models; a thousand would still be ten pages.
  for (let pages = 0; next && pages < 10; pages++) {
    const page = await get(new URL(next, location.href).pathname + new URL(next, location.href).search);
    count += page.results.length;
    add(list, page.results.map(card));
    next = page.next;
  }
  if (count === 0) fill(main, h('h1', {}, t('nav.models')), empty(t('models.none'), t('models.none.next')));
}
