// What is known about a model: its readme, examples, versions and schema.
import { get } from './api.js';
import { fill, h } from './dom.js';
import { markdown } from './markdown.js';
import { lineOf } from './line.js';
import { tabsOf } from './tabs.js';
import { t, when } from './text.js';

/** @param {() => Promise<any>} load */
function lazily(load) {
  const panel = h('div', { class: 'lazy' }, h('p', { class: 'soft' }, t('about.loading')));
  let asked = false;
  return {
    panel,
    shown() {
      if (asked) return;
      asked = true;
      load().then((content) => fill(panel, content), (error) => fill(panel, h('p', { class: 'soft' }, error.message)));
    },
  };
}

/** @param {any} model @param {string} slug */
export function about(model, slug) {
  const nothing = (/** @type {string} */ words) => h('p', { class: 'soft' }, words);
  const readme = lazily(async () => {
    const text = await get(`/v1/models/${slug}/readme`).catch(() => '');
    return text ? markdown(text) : nothing(t('about.noreadme'));
  });
  const examples = lazily(async () => {
    const { results } = await get(`/v1/models/${slug}/examples`);
    return results.length === 0 ? nothing(t('about.noexamples')) : h('ul', { class: 'lines' }, results.map((/** @type {any} */ each) => lineOf({ ...each, prompt: each.input?.prompt })));
  });
  const versions = lazily(async () => {
    if (model.is_official) return nothing(t('about.official'));
    const { results } = await get(`/v1/models/${slug}/versions`);
    return h('ul', { class: 'plain-list' }, results.map((/** @type {any} */ version) => h('li', {},
      h('code', {}, version.id), ' ', h('span', { class: 'soft small' }, when(version.created_at)))));
  });
  const schema = lazily(async () => h('pre', { class: 'code', tabindex: '0' },
    JSON.stringify(model.latest_version?.openapi_schema?.components?.schemas ?? {}, null, 2)));
  return h('section', { class: 'card about', 'aria-label': t('about.title') },
    tabsOf(t('about.title'), [
      { name: t('about.readme'), ...readme },
      { name: t('about.examples'), ...examples },
      { name: t('about.versions'), ...versions },
      { name: t('about.schema'), ...schema },
    ]));
}
