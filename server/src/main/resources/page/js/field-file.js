// One file: chosen, dropped, pasted as a URL; uploaded with progress, shown before it is there.
import { ApiError, upload } from './api.js';
import { announce, fill, h } from './dom.js';
import { kindOf, preview } from './media.js';
import { bytes, t } from './text.js';

/** @typedef {import('./schema.js').Field} Field */
/** @typedef {import('./form.js').Place} Place */
/** @typedef {import('./form.js').Control} Control */

/** What was chosen from the disk, by the URL it got: shown from there, without loading it again. @type {Map<string, { url: string, kind: any, name: string }>} */
export const chosen = new Map();

/** Notes where this server shows the uploads of an earlier run. @param {Record<string, string>} previews */
export function remember(previews) {
  for (const [url, path] of Object.entries(previews ?? {})) {
    if (!chosen.has(url)) chosen.set(url, { url: path, kind: kindOf(path), name: decodeURIComponent(path.split('/').pop() ?? '') });
  }
}

/** @param {File} file */
function kindOfFile(file) {
  return /** @type {any} */ (/^(image|video|audio)\//.exec(file.type)?.[1] ?? null);
}

/**
 * Uploads a file and gives its URL; shows how far it is.
 * @param {File} file
 * @param {HTMLElement} slot where progress is shown
 * @param {Place} place
 * @returns {Promise<string | null>}
 */
export async function send(file, slot, place) {
  const control = new AbortController();
  const local = URL.createObjectURL(file);
  const bar = h('progress', { max: 1, value: 0, 'aria-label': t('form.uploading', { name: file.name }) });
  const stop = h('button', { type: 'button', class: 'plain', onclick: () => control.abort() }, t('form.stop'));
  fill(slot, preview(local, kindOfFile(file), file.name),
    h('div', { class: 'uploading' }, h('span', { class: 'small' }, `${file.name} · ${bytes(file.size)}`), bar, stop));
  place.busy(true);
  try {
    const stored = await upload(file, (part) => { bar.value = part; }, control.signal);
    const url = stored.urls.download ?? stored.urls.get;
    chosen.set(url, { url: local, kind: kindOfFile(file), name: file.name });
    announce(t('form.uploaded', { name: file.name }));
    return url;
  } catch (error) {
    URL.revokeObjectURL(local);
    if (error instanceof DOMException) {
      slot.replaceChildren();
      return null;
    }
    const why = error instanceof ApiError && error.status > 0 ? error.message : t('error.connection');
    fill(slot, h('p', { class: 'wrong small', role: 'alert' }, t('form.failed', { name: file.name, why })));
    return null;
  } finally {
    place.busy(false);
  }
}

/** A file shown by its URL. @param {string} url @param {Field} field */
export function shown(url, field) {
  const own = chosen.get(url);
  const kind = own ? own.kind : field.media === 'any' ? null : field.media;
  return preview(own?.url ?? url, kind, own?.name ?? field.name);
}

/**
 * The place that takes files: a button that is also a target for dropping.
 * @param {Field} field
 * @param {string} id
 * @param {string} described
 * @param {boolean} several
 * @param {(files: File[]) => void} take
 * @param {(url: string) => void} takeUrl
 */
export function dropPlace(field, id, described, several, take, takeUrl) {
  const accept = field.media === 'any' ? null : `${field.media}/*`;
  const input = h('input', {
    type: 'file', id, accept, multiple: several, 'aria-describedby': described, 'aria-label': field.name,
    onchange: () => {
      take([...(input.files ?? [])]);
      input.value = '';
    },
  });
  const link = h('input', {
    type: 'url', placeholder: t('form.url'), 'aria-label': `${field.name}: ${t('form.url')}`, autocomplete: 'off',
    onchange: () => {
      if (link.value.trim()) takeUrl(link.value.trim());
      link.value = '';
    },
  });
  const zone = h('div', {
    class: 'drop',
    ondragover: (/** @type {DragEvent} */ event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      zone.classList.add('over');
    },
    ondragleave: () => zone.classList.remove('over'),
    ondrop: (/** @type {DragEvent} */ event) => {
      zone.classList.remove('over');
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(several ? files : files.slice(0, 1));
    },
  }, h('label', { class: 'pick' }, h('span', {}, several ? t('form.drop.many') : t('form.drop')), input), link);
  return zone;
}

/** @param {Field} field @param {Place} place @returns {Control} */
export function fileField(field, place) {
  const slot = h('div', { class: 'preview' });
  const drop = dropPlace(field, place.id, place.described, false, async ([file]) => {
    const url = await send(file, slot, place);
    if (url) use(url);
  }, (url) => use(url));
  const use = (/** @type {string | undefined} */ url) => {
    show(url);
    place.change(url);
  };
  const show = (/** @type {any} */ value) => {
    drop.hidden = Boolean(value);
    if (!value) slot.replaceChildren();
    else {
      fill(slot, shown(String(value), field), h('button', {
        type: 'button', class: 'small-button', 'aria-label': t('form.remove.what', { name: field.name }),
        onclick: () => {
          use(undefined);
          drop.querySelector('input')?.focus();
        },
      }, t('form.remove')));
    }
  };
  return { element: h('div', { class: 'file' }, slot, drop), show };
}
