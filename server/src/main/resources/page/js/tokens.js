// Tokens: made, seen, revoked. A secret is shown once.
import { call, get } from './api.js';
import { fill, h } from './dom.js';
import { t, when } from './text.js';

/** @param {import('./main.js').Context} context */
export async function show({ main }) {
  document.title = `${t('nav.tokens')} – Zoetrope`;
  const made = h('div', { role: 'status' });
  const rows = h('tbody', {});
  const name = h('input', { id: 'name', type: 'text', required: true, maxlength: '100', autocomplete: 'off' });
  const draw = async () => {
    const { results, own } = await get('/page/tokens');
    fill(rows, results.map((/** @type {any} */ token) => h('tr', {},
      h('td', {}, token.name), h('td', { class: 'mono' }, token.hint), h('td', {}, when(token.created_at)), h('td', {}, when(token.last_used_at)),
      h('td', {}, token.id === own ? h('span', { class: 'soft' }, t('tokens.own')) : h('button', {
        type: 'button', class: 'small-button danger', 'aria-label': t('tokens.revoke.what', { name: token.name }),
        onclick: async () => {
          await call('DELETE', `/page/tokens/${token.id}`);
          await draw();
        },
      }, t('share.revoke'))))));
  };
  fill(main, h('div', { class: 'title-row' }, h('div', {}, h('h1', {}, t('nav.tokens')), h('p', { class: 'soft' }, t('tokens.what')))),
    h('form', {
      class: 'filters',
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        const created = await call('POST', '/page/tokens', { name: name.value });
        fill(made, h('div', { class: 'card secret' }, h('p', {}, t('tokens.once')), h('code', {}, created.secret)));
        name.value = '';
        await draw();
      },
    }, h('div', {}, h('label', { for: 'name' }, t('tokens.name')), name), h('button', { class: 'primary', type: 'submit' }, t('tokens.make'))),
    made,
    h('div', { class: 'table-box card', tabindex: '0', role: 'region', 'aria-label': t('nav.tokens') }, h('table', {}, h('thead', {}, h('tr', {},
      [t('tokens.name'), t('tokens.hint'), t('tokens.created'), t('tokens.used'), ''].map((word) => (word ? h('th', { scope: 'col' }, word) : h('td', {}))))), rows)));
  await draw();
}
