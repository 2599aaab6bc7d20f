// One prediction as a line of a list: thumbnail, words, status.
import { ownPath } from './api.js';
import { h } from './dom.js';
import { kindOf } from './media.js';
import { duration, statusWord, t, when } from './text.js';

/** @param {any} output */
function thumbnail(output) {
  const first = Array.isArray(output) ? output[0] : output;
  const path = ownPath(first);
  const kind = path ? kindOf(path) : null;
  if (path && kind === 'image') return h('img', { src: path, alt: '', loading: 'lazy' });
  // The first frame is enough, and it is asked for only when the line comes into sight.
  if (path && kind === 'video') {
    const video = h('video', { preload: 'none', muted: true, tabindex: '-1', 'aria-hidden': 'true' });
    video.dataset.src = `${path}#t=0.5`;
    sight.observe(video);
    return video;
  }
  return h('span', { class: 'no-thumbnail', 'aria-hidden': 'true' }, typeof first === 'string' && !path ? 'Aa' : '–');
}

// A player costs much even when it only shows one frame, so only lines in sight have one: a long list stays quick to scroll
// and quick to leave.
const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    const video = /** @type {HTMLVideoElement} */ (target);
    if (isIntersecting) {
      video.preload = 'metadata';
      video.src = video.dataset.src ?? '';
    } else if (video.hasAttribute('src')) {
      video.removeAttribute('src');
      video.load();
    }
  }
}, { rootMargin: '200px' });

/** @param {any} each */
export function lineOf(each) {
  const seconds = each.metrics?.predict_time;
  return h('li', { class: 'line' },
    h('div', { class: 'thumbnail' }, each.data_removed ? h('span', { class: 'no-thumbnail' }, '∅') : thumbnail(each.output)),
    h('div', { class: 'line-words' },
      h('a', { href: `/p/${each.id}`, class: 'line-link' }, each.prompt || each.id),
      h('div', { class: 'soft small' }, h('span', {}, each.model), ' · ', h('span', {}, when(each.created_at)),
        each.data_removed ? ` · ${t('list.expired')}` : '',
        each.error ? h('span', { class: 'line-error' }, ` · ${each.error.slice(0, 140)}`) : '')),
    h('span', { class: 'mono soft small line-time' }, seconds ? duration(seconds) : ''),
    h('span', { class: 'status', 'data-status': each.status }, statusWord(each.status)));
}
