// Links that show a prediction to people without a token, and that can be taken back.
import { call, get } from './api.js';
import { announce, fill, h } from './dom.js';
import { t, when } from './text.js';

/** @param {import('./follow.js').Prediction} now */
export function shareOf(now) {
  if (now.read_only) return null;
  return h('button', { type: 'button', 'aria-haspopup': 'dialog', onclick: () => open(now.id) }, t('share.title'));
}

/** @param {string} id */
async function open(id) {
  const list = h('ul', { class: 'links' });
  const dialog = h('dialog', { class: 'card', 'aria-labelledby': 'share-title', onclose: () => dialog.remove() },
    h('h2', { id: 'share-title' }, t('share.title')),
    h('p', { class: 'soft' }, t('share.what')),
    list,
    h('div', { class: 'actions' },
      h('button', {
        type: 'button', class: 'primary',
        onclick: async () => {
          await call('POST', `/page/predictions/${id}/shares`);
          await draw();
        },
      }, t('share.make')),
      h('button', { type: 'button', onclick: () => dialog.close() }, t('share.close'))));

  async function draw() {
    const { results } = await get(`/page/predictions/${id}/shares`);
    fill(list, results.map((/** @type {any} */ share) => {
      const url = location.origin + share.path;
      return h('li', {}, h('input', { class: 'mono', readonly: true, value: url, 'aria-label': t('share.link'), onfocus: (/** @type {any} */ event) => event.target.select() }),
        h('span', { class: 'soft small' }, when(share.created_at)),
        h('button', {
          type: 'button', class: 'small-button',
          onclick: async () => {
            await navigator.clipboard.writeText(url);
            announce(t('code.copied'));
          },
        }, t('code.copy')),
        h('button', {
          type: 'button', class: 'small-button danger',
          onclick: async () => {
            await call('DELETE', `/page/shares/${share.id}`);
            await draw();
          },
        }, t('share.revoke')));
    }));
  }
  await draw();
  document.body.append(dialog);
  dialog.showModal();
}
