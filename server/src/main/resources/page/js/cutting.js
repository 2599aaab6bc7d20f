// The cutting room of a film that has a timeline: the sheet with the panels as they were found, and the shot in hand.
// What is changed here is rendered again through the input `timeline`.
import { get, ownPath } from './api.js';
import { announce, fill, h } from './dom.js';
import { FRAMES_PER_SECOND, MOST_FRAMES, addShot, framesOf, moveShot, planOf, setQuad, timelineOf, words } from './plan.js';
import { sheetOf } from './sheet.js';
import { shotInHand } from './cut-shot.js';
import { kindWord, t } from './text.js';

/** @typedef {import('./follow.js').Prediction} Prediction */
/** @typedef {import('./plan.js').Plan} Plan */

/** The address of the timeline that a run stored, as its log says. @param {string} logs */
export function timelineIn(logs) {
  const address = /^Timeline: (\S+)$/m.exec(logs)?.[1];
  return address ? ownPath(address) : null;
}

/** The pictures of an input in the order in which a timeline counts them. @param {Prediction} run @returns {(string | null)[]} */
function picturesOf(run) {
  const { image, last_frame_image: last, reference_images: references } = run.input;
  return [image, last, ...(Array.isArray(references) ? references : [])].filter((each) => typeof each === 'string')
    .map((url) => run.previews?.[url] ?? ownPath(url));
}

/**
 * @param {{ shots: { show: (shots: import('./shots.js').Shot[]) => void, seek: (number: number) => void }, again: ((input: Record<string, any>) => Promise<void>) | undefined }} room
 * `shots` is the list under the player; `again` runs the model with another input, and is missing where one only looks
 */
export function cuttingOf({ shots, again }) {
  const element = h('section', { class: 'card cutting', 'aria-label': t('cut.title'), hidden: true });
  const sheets = h('div', { class: 'sheets' });
  const length = h('span', { class: 'mono soft small' });
  const complaint = h('p', { class: 'wrong', role: 'alert' });
  /** @type {Plan} */
  let plan = { head: {}, sound: null, shots: [] };
  /** @type {string[]} what can be taken back */
  let past = [];
  let last = '';
  let at = 0;
  let shownFrom = '';
  /** @type {ReturnType<typeof sheetOf>[]} */
  let drawn = [];
  /** @type {(string | null)[]} where the pictures of the timeline are */
  let paths = [];
  /** @type {Prediction | null} */
  let run = null;

  const render = h('button', { type: 'button', class: 'primary', onclick: () => rerender() }, t('cut.render'));
  const undo = h('button', { type: 'button', class: 'small-button', onclick: () => takeBack() }, t('cut.undo'));

  /** Draws the state; a change that is done can be taken back. @param {boolean} isDone */
  function refresh(isDone) {
    if (isDone) {
      const now = JSON.stringify(plan);
      if (now !== last) past.push(last);
      last = now;
    }
    at = Math.min(at, plan.shots.length - 1);
    drawn.forEach((sheet, reference) => sheet.show(
      plan.shots.flatMap((shot, i) => (shot.view.panel?.reference === reference ? [{ shot: i, quad: shot.view.panel.quad }] : [])), at));
    hand.show(plan.shots[at], at, plan.shots.length);
    const frames = framesOf(plan);
    const isLong = frames > MOST_FRAMES;
    const time = (/** @type {number} */ count) => (count / FRAMES_PER_SECOND).toFixed(1);
    length.textContent = t('cut.length', { time: time(frames) });
    complaint.textContent = isLong ? t('cut.long', { time: time(frames), most: time(MOST_FRAMES) }) : '';
    render.disabled = isLong || past.length === 0;
    undo.disabled = past.length === 0;
    let start = 0;
    shots.show(plan.shots.map((shot, i) => {
      const from = start / FRAMES_PER_SECOND;
      start += shot.length;
      const said = shot.lines.map((line) => `“${line.words}”`);
      // The move stands in a place of its own.
      const why = shot.reason.replace(new RegExp(`^${words(shot.move.kind)},? *`), '');
      const panel = shot.view.panel;
      const picture = panel && plan.head.pictures?.[panel.reference];
      const path = panel && paths[panel.reference];
      return {
        number: i + 1, from, to: start / FRAMES_PER_SECOND, words: [...said, why, shot.isEdited && t('cut.edited')].filter(Boolean).join(' · '),
        move: kindWord(shot.move.kind), still: path && picture ? { path, width: picture.width, height: picture.height, quad: panel.quad } : undefined,
      };
    }));
  }

  /** @param {number} shot */
  function select(shot) {
    at = shot;
    refresh(false);
  }

  /** @param {number} shot */
  function remove(shot) {
    if (plan.shots.length === 1) return;
    plan.shots.splice(shot, 1);
    announce(t('cut.removed', { n: shot + 1 }));
    refresh(true);
  }

  const hand = shotInHand({
    changed: () => refresh(true),
    move(by) {
      at = moveShot(plan, at, at + by);
      refresh(true);
    },
    add() {
      at = addShot(plan, at);
      refresh(true);
    },
    remove: () => remove(at),
  });

  function takeBack() {
    const before = past.pop();
    if (before === undefined) return;
    last = before;
    plan = JSON.parse(before);
    refresh(false);
  }

  async function rerender() {
    if (!again || !run) return;
    render.disabled = true;
    try {
      await again({ ...run.input, timeline: JSON.stringify(timelineOf(plan)) });
    } catch (error) {
      complaint.textContent = String(/** @type {any} */ (error).message);
      render.disabled = false;
    }
  }

  return {
    element,
    hide() {
      element.hidden = true;
    },
    /** The shot that is seen becomes the one in hand. @param {number} number from 1 */
    select(number) {
      if (!element.hidden && number <= plan.shots.length) select(number - 1);
    },
    /** Opens for a run that ended well; nothing happens where it left no timeline. @param {Prediction} now @param {string} logs */
    async show(now, logs) {
      const path = timelineIn(logs);
      if (!path || path === shownFrom) return;
      shownFrom = path;
      const timeline = await get(path).catch(() => null);
      if (!timeline?.shots) return;
      run = now;
      plan = planOf(timeline);
      last = JSON.stringify(plan);
      past = [];
      at = 0;
      paths = picturesOf(now);
      drawn = (timeline.pictures ?? []).map((/** @type {any} */ picture, /** @type {number} */ i) => sheetOf(
        { name: picture.file, width: picture.width, height: picture.height, path: paths[i] ?? null },
        {
          select(shot) {
            select(shot);
            shots.seek(shot + 1);
          },
          change: again
            ? (shot, quad, isDone) => {
              setQuad(plan.shots[shot], quad);
              refresh(isDone);
            }
            : null,
          remove,
        }));
      fill(sheets, drawn.map((sheet) => sheet.element));
      fill(element, h('h2', { class: 'small-head' }, t('cut.title')), again && h('p', { class: 'soft small' }, t('cut.how')), sheets,
        again && hand.element, again && complaint, again && h('div', { class: 'cut-foot' }, length, undo, render));
      element.hidden = drawn.length === 0 && !again;
      refresh(false);
    },
  };
}
