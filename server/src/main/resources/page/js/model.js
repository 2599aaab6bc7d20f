// A model's page: left what goes in, right what comes out, below what is known about it.
import { ApiError, call, get } from './api.js';
import { about } from './about.js';
import { codeOf } from './code.js';
import { add, announce, fill, h } from './dom.js';
import { remember } from './field-file.js';
import { formOf } from './form.js';
import { inputOf } from './input.js';
import { jsonTab } from './json-tab.js';
import { badge } from './badge.js';
import { resultOf } from './result.js';
import { fieldsOf, initialInput } from './schema.js';
import { shareOf } from './share.js';
import * as snippets from './snippets.js';
import { tabsOf } from './tabs.js';
import { duration, t } from './text.js';

/** @typedef {import('./main.js').Context} Context */

/** The input of another run, when this page was opened to tweak it. */
async function tweaked() {
  const id = new URLSearchParams(location.search).get('from');
  if (!id) return null;
  const run = await get(`/page/predictions/${encodeURIComponent(id)}`);
  remember(run.previews);
  return asked(run.input);
}

/** What a person asked for: a timeline that was cut by hand would silence the rest of the form. @param {Record<string, any>} input */
function asked({ timeline, ...rest }) {
  return rest;
}

/** @param {any} model @param {import('./input.js').Input} input @param {HTMLElement} form */
function inputTabs(model, input, form) {
  const run = () => ({
    owner: model.owner, name: model.name, version: model.latest_version?.id ?? null, isOfficial: model.is_official,
    base: location.origin, input: input.get(),
  });
  /** @type {[string, (run: import('./snippets.js').Run) => string][]} */
  const languages = [
    ['Node.js', snippets.node], ['Python', snippets.pythonCode], ['HTTP', snippets.http], ['Java', snippets.java], ['CLI', snippets.cli],
  ];
  return tabsOf(t('tab.input'), [
    { name: t('tab.form'), panel: form },
    { name: 'JSON', panel: jsonTab(input) },
    ...languages.map(([name, write]) => {
      const code = codeOf(() => write(run()));
      return { name, panel: h('div', {}, code.element, h('p', { class: 'soft small' }, t('code.token'))), shown: code.refresh };
    }),
  ]);
}

/** What is wrong with an input, by the server's answer. @param {ApiError} error @param {string[]} names */
function wrongFields(error, names) {
  /** @type {Map<string, string>} */
  const wrong = new Map();
  for (const each of error.fields) {
    const name = String(each.field ?? '').split('.').find((part) => names.includes(part));
    if (name) wrong.set(name, each.description ?? error.message);
  }
  if (wrong.size === 0) {
    const name = names.find((candidate) => error.message.includes(candidate));
    if (name && error.status === 422) wrong.set(name, error.message.replace(/^- /, ''));
  }
  return wrong;
}

/** @param {Context} context @param {string} owner @param {string} name */
export async function show({ main }, owner, name) {
  const slug = `${owner}/${name}`;
  const [model, usual, from] = await Promise.all([
    get(`/v1/models/${slug}`), get(`/page/estimate/${slug}`), tweaked(),
  ]);
  document.title = `${slug} – Zoetrope`;
  const fields = fieldsOf(model.latest_version?.openapi_schema);
  const usualInput = initialInput(fields);
  const input = inputOf({ ...usualInput, ...from });
  const form = formOf(fields, input);
  const complaint = h('p', { class: 'wrong', role: 'alert' });
  const run = h('button', { type: 'submit', class: 'primary' }, t('run.go'));
  const result = resultOf({
    estimate: usual.seconds,
    actions: (now) => [shareOf(now)],
    async again(changed) {
      await create(changed);
      result.sending();
      result.look();
    },
  });
  let control = new AbortController();

  /** @param {string} id */
  const watch = async (id) => {
    control.abort();
    control = new AbortController();
    try {
      await result.follow(`/page/predictions/${id}`, control.signal);
    } catch (error) {
      if (!(error instanceof DOMException)) complaint.textContent = String(/** @type {any} */ (error).message);
    }
  };
  /** @param {Record<string, any>} what */
  const create = async (what) => {
    const path = model.is_official ? `/v1/models/${slug}/predictions` : '/v1/predictions';
    const created = await call('POST', path, model.is_official ? { input: what } : { version: model.latest_version?.id, input: what });
    history.replaceState(null, '', `?run=${created.id}`);
    announce(t('run.sent'));
    watch(created.id);
  };
  const send = async () => {
    complaint.textContent = '';
    form.wrong(new Map());
    const missing = fields.filter((field) => field.required && (input.get()[field.name] ?? '') === '');
    if (form.isBusy()) {
      complaint.textContent = t('run.uploading');
      return;
    }
    if (missing.length > 0) {
      form.wrong(new Map(missing.map((field) => [field.name, t('run.missing', { name: field.name })])));
      return;
    }
    run.disabled = true;
    result.sending();
    try {
      await create(input.get());
    } catch (error) {
      result.empty();
      if (error instanceof ApiError) {
        form.wrong(wrongFields(error, fields.map((field) => field.name)));
        complaint.textContent = error.message;
      } else complaint.textContent = t('error.connection');
    } finally {
      run.disabled = false;
    }
  };
  const estimate = usual.seconds === null ? t('run.first') : t('run.about', { time: duration(usual.seconds) });
  const formElement = h('form', {
    novalidate: true,
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      send();
    },
  },
    inputTabs(model, input, form.element),
    complaint,
    h('div', { class: 'run' }, run, h('kbd', { class: 'mono soft small' }, 'Ctrl ↵'),
      h('button', { type: 'button', class: 'plain small', onclick: () => input.replace(usualInput, {}) }, t('run.reset')),
      h('span', { class: 'soft small estimate' }, `${estimate} · ${t('run.free')}`)));
  main.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      formElement.requestSubmit();
    }
  });
  const isRunnable = fields.length > 0;
  fill(main,
    h('div', { class: 'title-row' },
      h('div', {}, h('h1', {}, h('span', { class: 'soft' }, `${owner} / `), name),
        h('p', { class: 'soft' }, model.description)),
      badge(slug)),
    h('div', { class: 'columns' },
      h('section', { class: 'card in', 'aria-label': t('tab.input') },
        isRunnable ? formElement : h('div', { class: 'stage' }, h('p', { class: 'stage-title' }, t('model.asleep')), h('p', { class: 'soft' }, t('model.asleep.next')))),
      result.element));
  add(main, [about(model, slug)]);
  const earlier = new URLSearchParams(location.search).get('run');
  result.empty();
  if (earlier) {
    const known = await get(`/page/predictions/${encodeURIComponent(earlier)}`).catch(() => null);
    if (known && Object.keys(known.input).length > 0) {
      remember(known.previews);
      input.replace({ ...usualInput, ...asked(known.input) }, {});
    }
    if (known) watch(earlier);
  }
}
