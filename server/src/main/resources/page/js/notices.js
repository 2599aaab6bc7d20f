// What is said where nothing is, or where something went wrong: what happened and what to do next.
import { ApiError } from './api.js';
import { h } from './dom.js';
import { t } from './text.js';

/**
 * @param {string} title
 * @param {string} next
 * @param {...any} actions
 */
export function empty(title, next, ...actions) {
  return h('div', { class: 'empty card' }, h('h2', {}, title), h('p', { class: 'soft' }, next), actions);
}

/** @param {unknown} error */
export function failure(error) {
  if (error instanceof ApiError && error.status === 404) {
    return empty(t('error.missing'), t('error.missing.what'), h('a', { href: '/', class: 'button' }, t('error.home')));
  }
  const said = error instanceof Error ? error.message : String(error);
  return h('div', { class: 'empty card', role: 'alert' },
    h('h2', {}, t('error.title')),
    h('p', { class: 'soft' }, said),
    h('button', { type: 'button', onclick: () => location.reload() }, t('error.again')));
}
