// What came out: films, pictures, sound, text, anything else as JSON.
import { fill, h } from './dom.js';
import { kindOf, preview } from './media.js';
import { ownPath } from './api.js';
import { t } from './text.js';

/** @param {any} output @returns {string[]} */
export function filesOf(output) {
  const list = Array.isArray(output) ? output : [output];
  return list.filter((each) => typeof each === 'string' && (ownPath(each) !== null || /^https?:\/\//.test(each)));
}

/**
 * Draws an output; the same output is not drawn twice, so that a player goes on playing.
 * @returns {{ element: HTMLElement, show: (output: any) => void, streamed: (text: string) => void }}
 */
export function outputOf() {
  const element = h('div', { class: 'output' });
  let last = '';
  const text = document.createTextNode('');
  return {
    element,
    streamed(piece) {
      if (text.parentNode === null) fill(element, h('div', { class: 'text-output' }, text));
      text.data += piece;
      last = '';
    },
    show(output) {
      if (output === null || output === undefined) return;
      const key = JSON.stringify(output);
      if (key === last) return;
      last = key;
      const files = filesOf(output);
      if (files.length > 0) {
        fill(element, files.map((url) => {
          const media = preview(url, kindOf(url), t('result.output'));
          return media;
        }));
      } else if (typeof output === 'string' || (Array.isArray(output) && output.every((each) => typeof each === 'string'))) {
        const whole = typeof output === 'string' ? output : output.join('');
        text.data = whole;
        fill(element, h('div', { class: 'text-output' }, text));
      } else {
        fill(element, h('pre', { class: 'code' }, JSON.stringify(output, null, 2)));
      }
    },
  };
}
