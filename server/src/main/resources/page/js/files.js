// Uploads: seen, deleted, added.
import { call, get, upload } from './api.js';
import { add, announce, fill, h } from './dom.js';
import { empty } from './notices.js';
import { preview } from './media.js';
import { bytes, t, when } from './text.js';

/** @param {import('./main.js').Context} context */
export async function show({ main }) {
  document.title = `${t('nav.files')} – Zoetrope`;
  const list = h('ul', { class: 'cards files-list' });
  const more = h('button', { type: 'button', class: 'more', hidden: true, onclick: () => load() }, t('list.more'));
  const note = h('div', { role: 'status' });
  let next = '/v1/files';
  const card = (/** @type {any} */ file) => {
    const kind = /** @type {any} */ (/^(image|video|audio)\//.exec(file.content_type)?.[1] ?? null);
    const element = h('li', { class: 'card file-card' },
      kind ? preview(file.urls.download, kind, file.name) : h('span', { class: 'no-thumbnail' }, '–'),
      h('p', { class: 'file-name' }, file.name),
      h('p', { class: 'soft small mono' }, `${bytes(file.size)} · ${when(file.created_at)}`),
      h('p', { class: 'soft small' }, file.expires_at ? t('files.until', { time: when(file.expires_at) }) : ''),
      h('button', {
        type: 'button', class: 'small-button danger', 'aria-label': t('form.remove.what', { name: file.name }),
        onclick: async () => {
          await call('DELETE', `/v1/files/${file.id}`);
          element.remove();
          announce(t('files.gone', { name: file.name }));
        },
      }, t('files.delete')));
    return element;
  };
  async function load() {
    const at = new URL(next, location.href);
    const page = await get(at.pathname + at.search);
    add(list, page.results.map(card));
    next = page.next;
    more.hidden = !next;
    if (list.childElementCount === 0) fill(note, empty(t('files.none'), t('files.none.next')));
  }
  const input = h('input', {
    type: 'file', multiple: true, 'aria-label': t('files.add'),
    onchange: async () => {
      for (const file of input.files ?? []) {
        const bar = h('progress', { max: 1, value: 0, 'aria-label': file.name });
        fill(note, h('p', {}, file.name, ' ', bar));
        const stored = await upload(file, (part) => { bar.value = part; }, new AbortController().signal);
        list.prepend(card(stored));
        note.replaceChildren();
      }
    },
  });
  fill(main, h('div', { class: 'title-row' }, h('div', {}, h('h1', {}, t('nav.files')), h('p', { class: 'soft' }, t('files.what'))),
    h('label', { class: 'button primary pick' }, h('span', {}, t('files.add')), input)), note, list, more);
  await load();
}
