// The shots of a film as its log names them: a strip to scale and a list; a click seeks.
import { fill, h } from './dom.js';
import { stillOf } from './still.js';
import { t } from './text.js';

/** @typedef {{ number: number, from: number, to: number, words: string, move?: string, still?: import('./still.js').Still }} Shot */

/** @param {string} logs @returns {Shot[]} */
export function shotsIn(logs) {
  return [...logs.matchAll(/^Shot (\d+) +([\d.]+)[-–]([\d.]+) s(.*)$/gm)].map((match) => ({
    number: Number(match[1]), from: Number(match[2]), to: Number(match[3]), words: match[4].trim(),
  }));
}

/** @param {() => HTMLVideoElement | null} player @param {(number: number) => void} chosen */
export function shotsOf(player, chosen) {
  const strip = h('div', { class: 'strip' });
  const list = h('ol', { class: 'shots' });
  const element = h('section', { class: 'timeline', 'aria-label': t('result.shots'), hidden: true }, strip, list);
  /** @type {Shot[]} */
  let shots = [];
  const seek = (/** @type {number} */ number) => {
    const video = player();
    // An edited plan may have a shot that the film has not; the player then stays at the end.
    if (video) video.currentTime = shots[number - 1].from + 0.02;
  };
  const choose = (/** @type {number} */ number) => {
    seek(number);
    chosen(number);
  };
  const mark = () => {
    const at = player()?.currentTime ?? -1;
    shots.forEach((shot, i) => {
      const isNow = at >= shot.from && at < shot.to;
      strip.children[i]?.classList.toggle('now', isNow);
      list.children[i]?.classList.toggle('now', isNow);
    });
  };
  return {
    element,
    seek,
    /** @param {Shot[]} found */
    show(found) {
      if (JSON.stringify(found) === JSON.stringify(shots)) return;
      const focused = list.contains(document.activeElement) ? [...list.children].findIndex((item) => item.contains(document.activeElement)) : -1;
      shots = found;
      element.hidden = shots.length === 0;
      fill(strip, shots.map((shot) => {
        const cell = h('button', { type: 'button', tabindex: '-1', 'aria-hidden': 'true', onclick: () => choose(shot.number) },
          shot.still && stillOf(shot.still), h('span', {}, shot.number));
        cell.style.flexGrow = String(shot.to - shot.from);
        return cell;
      }));
      fill(list, shots.map((shot) => h('li', {}, h('button', { type: 'button', class: 'shot', onclick: () => choose(shot.number) },
        h('span', { class: 'mono' }, shot.number),
        shot.still && stillOf(shot.still),
        h('span', { class: 'shot-words' }, shot.words),
        shot.move && h('span', { class: 'chip' }, shot.move),
        h('span', { class: 'mono soft' }, `${shot.from.toFixed(1)}–${shot.to.toFixed(1)} s`)))));
      player()?.addEventListener('timeupdate', mark);
      list.children[focused]?.querySelector('button')?.focus();
    },
  };
}
