// The page's words, in the language of the document. Names of inputs, ids and logs are never translated.
import en from './words-en.js';

export const isChinese = document.documentElement.lang.startsWith('zh');

/** @type {Record<string, string>} */
const words = isChinese ? (await import('./words-zh.js')).default : en;

/**
 * A sentence, its `{name}` places filled.
 * @param {keyof typeof en} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return (words[key] ?? en[key]).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** A move or a join: `push_in` is "push in". @param {string} kind */
export function kindWord(kind) {
  return words[`kind.${kind}`] ?? kind.replaceAll('_', ' ');
}

/** @param {string} status */
export function statusWord(status) {
  return t(/** @type {any} */ (`status.${status}`));
}

/** @param {number} seconds */
export function duration(seconds) {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes} min ${Math.round(seconds - minutes * 60)} s`;
}

/** @param {number} bytes */
export function bytes(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(0)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'medium' });

/** @param {string | null | undefined} iso */
export function when(iso) {
  return iso ? moment.format(new Date(iso)) : '–';
}
