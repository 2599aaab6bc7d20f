// Webhooks: what was sent, what came of it, and sending it again.
import { call, get } from './api.js';
import { fill, h } from './dom.js';
import { empty } from './notices.js';
import { t, when } from './text.js';

/** @param {import('./main.js').Context} context */
export async function show({ main }) {
  document.title = `${t('nav.webhooks')} – Zoetrope`;
  const place = h('div', {});
  const secret = h('code', { class: 'secret-value' }, '•••');
  const draw = async () => {
    const { results } = await get('/v1/webhooks/deliveries');
    if (results.length === 0) {
      fill(place, empty(t('webhooks.none'), t('webhooks.none.next')));
      return;
    }
    fill(place, h('div', { class: 'table-box card', tabindex: '0', role: 'region', 'aria-label': t('nav.webhooks') }, h('table', {},
      h('thead', {}, h('tr', {}, [t('webhooks.event'), t('webhooks.url'), t('queue.state'), t('webhooks.tries'), t('webhooks.when'), ''].map((word) => (word ? h('th', { scope: 'col' }, word) : h('td', {}))))),
      h('tbody', {}, results.map((/** @type {any} */ each) => h('tr', {},
        h('td', {}, h('a', { href: `/p/${each.prediction}` }, each.event)),
        h('td', { class: 'mono small' }, each.url),
        h('td', {}, h('span', { class: 'status', 'data-status': each.state === 'delivered' ? 'succeeded' : each.state === 'failed' ? 'failed' : 'starting' }, each.state),
          each.error ? h('div', { class: 'soft small' }, each.error) : ''),
        h('td', { class: 'mono' }, each.attempts),
        h('td', { class: 'small' }, when(each.tried_at ?? each.asked_at)),
        h('td', {}, h('button', {
          type: 'button', class: 'small-button', 'aria-label': `${t('webhooks.resend')} ${each.event} ${each.prediction}`,
          onclick: async () => {
            await call('POST', `/v1/webhooks/deliveries/${each.id}/resend`);
            await draw();
          },
        }, t('webhooks.resend')))))))));
  };
  const reveal = h('button', {
    type: 'button', class: 'small-button',
    onclick: async () => {
      secret.textContent = (await get('/v1/webhooks/default/secret')).key;
      reveal.remove();
    },
  }, t('webhooks.reveal'));
  fill(main, h('div', { class: 'title-row' }, h('div', {}, h('h1', {}, t('nav.webhooks')), h('p', { class: 'soft' }, t('webhooks.what')))),
    h('p', {}, t('webhooks.secret'), ' ', secret, ' ', reveal), place);
  await draw();
}
