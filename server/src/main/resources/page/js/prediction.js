// One prediction to look at, signed in or by a shared link.
import { call, get } from './api.js';
import { codeOf } from './code.js';
import { fill, h } from './dom.js';
import { preview, kindOf } from './media.js';
import { resultOf } from './result.js';
import { shareOf } from './share.js';
import * as snippets from './snippets.js';
import { tabsOf } from './tabs.js';
import { bytes, t } from './text.js';

/** Longer texts are folded, and so is JSON, such as a timeline's. */
const LONG = 4000;

/** @param {Record<string, any>} input @param {Record<string, string>} paths where this server shows its uploads */
function inputList(input, paths) {
  const given = Object.entries(input).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  const rows = given.map(([name, value]) => {
    const files = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string' && /^(https?:\/\/|data:|\/)\S+$/.test(each));
    const isFiles = files.length > 0 && files.length === (Array.isArray(value) ? value.length : 1);
    // Uploads are served by their ids, which do not tell what they are; the input's name does.
    const guess = /image|frame|mask/.test(name) ? 'image' : /video/.test(name) ? 'video' : /audio/.test(name) ? 'audio' : null;
    return h('div', {}, h('dt', { class: 'label' }, name),
      h('dd', {}, isFiles ? h('div', { class: 'previews' }, files.map((url) => preview(paths[url] ?? url, kindOf(paths[url] ?? url) ?? guess, name)))
        : typeof value === 'string' && (value.length > LONG || value.startsWith('{')) ? h('details', {}, h('summary', {}, value.startsWith('{') ? `JSON, ${bytes(value.length)}` : `${value.slice(0, 60)}…`), h('pre', { class: 'code' }, value))
        : typeof value === 'string' ? value : h('code', {}, JSON.stringify(value))));
  });
  return h('dl', { class: 'input-list' }, rows);
}

/** @param {import('./main.js').Context} context @param {string} key an id, or the secret of a link @param {boolean} isShared */
export async function show({ main }, key, isShared) {
  const path = isShared ? `/page/shared/${encodeURIComponent(key)}` : `/page/predictions/${encodeURIComponent(key)}`;
  const first = await get(path);
  document.title = `${first.model} · ${first.id} – Zoetrope`;
  const [owner, name] = first.model.split('/');
  const tweak = h('a', { class: 'button primary', href: `/${first.model}?from=${first.id}` }, t('result.tweak'));
  const result = resultOf({
    actions: (now) => [shareOf(now), !now.read_only && !now.data_removed && tweak],
    again: first.read_only ? undefined : async (input) => {
      const isOfficial = first.version === 'hidden';
      const created = await call('POST', isOfficial ? `/v1/models/${first.model}/predictions` : '/v1/predictions', isOfficial ? { input } : { version: first.version, input });
      location.assign(`/p/${created.id}`);
    },
  });
  const run = { owner, name, version: first.version === 'hidden' ? null : first.version, isOfficial: first.version === 'hidden', base: location.origin, input: first.input };
  /** @type {[string, (run: any) => string][]} */
  const languages = [['Node.js', snippets.node], ['Python', snippets.pythonCode], ['HTTP', snippets.http], ['Java', snippets.java], ['CLI', snippets.cli]];
  const left = first.data_removed
    ? h('div', { class: 'stage' }, h('p', { class: 'stage-title' }, t('stage.expired')), h('p', { class: 'soft' }, t('stage.expired.next')))
    : tabsOf(t('tab.input'), [
      { name: t('tab.input'), panel: inputList(first.input, first.previews ?? {}) },
      { name: 'JSON', panel: codeOf(() => JSON.stringify(first.input, null, 2)).element },
      ...languages.map(([label, write]) => ({ name: label, panel: codeOf(() => write(run)).element })),
    ]);
  fill(main,
    h('div', { class: 'title-row' },
      h('div', {}, h('h1', {}, h('span', { class: 'soft' }, `${owner} / `), isShared ? name : h('a', { href: `/${first.model}` }, name)),
        h('p', { class: 'soft mono' }, first.id, isShared ? ` · ${t('share.readonly')}` : '')),
      result.status),
    h('div', { class: 'columns to-see' }, h('section', { class: 'card in', 'aria-label': t('tab.input') }, left), result.element));
  result.follow(path, new AbortController().signal).catch(() => {});
}
