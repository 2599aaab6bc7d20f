// The numbers of a prediction: how long, how much, when.
import { fill, h } from './dom.js';
import { duration, statusWord, t, when } from './text.js';

const SECONDS = new Set(['predict_time', 'total_time', 'video_output_duration_seconds']);

/** @param {string} name @param {any} value */
function shown(name, value) {
  if (typeof value !== 'number') return String(value);
  if (SECONDS.has(name)) return duration(value);
  return Number.isInteger(value) ? value.toLocaleString('en').replaceAll(',', ' ') : String(Math.round(value * 1000) / 1000);
}

export function numbersOf() {
  const element = h('dl', { class: 'numbers' });
  return {
    element,
    /** @param {import('./follow.js').Prediction} now */
    show(now) {
      /** @type {[string, string][]} */
      const rows = Object.entries(now.metrics ?? {}).map(([name, value]) => [name, shown(name, value)]);
      rows.push(['status', statusWord(now.status)], ['id', now.id], ['created_at', when(now.created_at)]);
      if (now.completed_at) rows.push(['completed_at', when(now.completed_at)]);
      rows.push(['version', now.version.length > 12 ? now.version.slice(0, 12) : now.version]);
      fill(element, rows.map(([name, value]) => h('div', {}, h('dd', { class: 'mono' }, value), h('dt', { class: 'soft small' }, name))));
      element.setAttribute('aria-label', t('result.numbers'));
    },
  };
}
