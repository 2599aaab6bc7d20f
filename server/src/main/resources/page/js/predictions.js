// All predictions, newest first, with filters; more are loaded when the end comes into sight.
import { get } from './api.js';
import { add, fill, h } from './dom.js';
import { lineOf } from './line.js';
import { empty } from './notices.js';
import { statusWord, t } from './text.js';

const STATES = ['starting', 'processing', 'succeeded', 'failed', 'canceled', 'aborted'];

/** @param {import('./main.js').Context} context */
export async function show({ main }) {
  document.title = `${t('nav.predictions')} – Zoetrope`;
  const asked = new URLSearchParams(location.search);
  const status = h('select', { id: 'status' }, h('option', { value: '' }, t('list.all')), STATES.map((each) => h('option', { value: each }, statusWord(each))));
  const model = h('input', { id: 'model', type: 'text', placeholder: 'owner/name', autocomplete: 'off' });
  const words = h('input', { id: 'words', type: 'search', placeholder: t('list.words'), autocomplete: 'off' });
  status.value = asked.get('status') ?? '';
  model.value = asked.get('model') ?? '';
  words.value = asked.get('words') ?? '';
  const list = h('ul', { class: 'lines' });
  const end = h('button', { type: 'button', class: 'more', hidden: true, onclick: () => load() }, t('list.more'));
  const none = h('div', {});
  /** @type {string | null} */
  let next = null;
  let turn = 0;

  async function load() {
    const mine = turn;
    end.disabled = true;
    const query = new URLSearchParams();
    for (const field of [status, model, words]) if (field.value.trim()) query.set(field.id, field.value.trim());
    if (next) query.set('before', next);
    const page = await get(`/page/predictions?${query}`);
    if (mine !== turn) return;
    add(list, page.results.map(lineOf));
    next = page.next;
    end.hidden = !next;
    end.disabled = false;
    const isFiltered = Boolean(status.value || model.value || words.value);
    if (list.childElementCount > 0) none.replaceChildren();
    else fill(none, isFiltered ? empty(t('list.nomatch'), t('list.nomatch.next')) : empty(t('list.none'), t('list.none.next'), h('a', { class: 'button primary', href: '/' }, t('nav.models'))));
  }
  const again = () => {
    turn++;
    next = null;
    list.replaceChildren();
    const query = new URLSearchParams();
    for (const field of [status, model, words]) if (field.value.trim()) query.set(field.id, field.value.trim());
    history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
    return load();
  };
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(again, 250);
  };
  fill(main,
    h('div', { class: 'title-row' }, h('h1', {}, t('nav.predictions'))),
    h('form', { class: 'filters', role: 'search', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); again(); }, oninput: soon },
      h('div', {}, h('label', { for: 'status' }, t('list.status')), status),
      h('div', {}, h('label', { for: 'model' }, t('list.model')), model),
      h('div', {}, h('label', { for: 'words' }, t('list.search')), words)),
    list, none, end);
  new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && next && !end.disabled) load();
  }, { rootMargin: '600px' }).observe(end);
  await again();
}
