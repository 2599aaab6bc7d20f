// Shows a file by what it is: picture, film or sound. Only files of this server and of the user's own disk are loaded.
import { ownPath } from './api.js';
import { h } from './dom.js';
import { t } from './text.js';

/** @param {string} url @returns {'image' | 'video' | 'audio' | null} */
export function kindOf(url) {
  const data = /^data:(image|video|audio)\//.exec(url);
  if (data) return /** @type {any} */ (data[1]);
  const path = url.split(/[?#]/)[0].toLowerCase();
  if (/\.(png|jpe?g|webp|gif|avif|bmp)$/.test(path)) return 'image';
  if (/\.(mp4|mov|webm|mkv|m4v)$/.test(path)) return 'video';
  return /\.(mp3|wav|m4a|ogg|flac|aac)$/.test(path) ? 'audio' : null;
}

/** How often a file that did not come is asked for again, and how long to wait before the first time, in milliseconds. */
const TRIES = 6;
const PAUSE = 500;

/**
 * A player asks once for its file and then gives up; a server that is just starting again would leave it empty for good.
 * @template {HTMLMediaElement} T
 * @param {T} player
 * @returns {T}
 */
function lasting(player) {
  let tries = 0;
  player.addEventListener('error', () => {
    if (tries++ < TRIES) setTimeout(() => player.load(), PAUSE * 2 ** (tries - 1));
  });
  return player;
}

/**
 * A preview; a link for what lies elsewhere.
 * @param {string} url
 * @param {'image' | 'video' | 'audio' | null} kind
 * @param {string} name
 * @returns {HTMLElement}
 */
export function preview(url, kind, name) {
  const path = url.startsWith('blob:') ? url : ownPath(url);
  const shown = kind ?? kindOf(url);
  if (path && shown === 'image') return h('img', { src: path, alt: name, loading: 'lazy' });
  if (path && shown === 'video') return lasting(h('video', { src: path, controls: true, preload: 'metadata', 'aria-label': name }));
  if (path && shown === 'audio') return lasting(h('audio', { src: path, controls: true, preload: 'metadata', 'aria-label': name }));
  const isWeb = /^https?:/.test(url) || url.startsWith('/');
  return h('p', { class: 'elsewhere mono small' },
    isWeb ? h('a', { href: url, rel: 'noreferrer', target: '_blank' }, url) : url.slice(0, 200),
    !path && h('span', { class: 'soft' }, ` ${t('form.elsewhere')}`));
}
