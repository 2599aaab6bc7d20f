// A timeline as it is edited: each shot carries what is heard and marked in it, so that it can be lengthened, moved and
// taken out, and starts are counted only when it is written down again. docs/timeline.md describes the format.

export const FRAMES_PER_SECOND = 24;
/** The longest film of the model: 15 seconds. */
export const MOST_FRAMES = 15 * FRAMES_PER_SECOND + 1;
/** Shorter, nobody sees it. */
const LEAST_FRAMES = 6;
/** What a new shot lasts: a second and a half. */
const NEW_FRAMES = 36;
/** How far a new move goes, as a share of the frame. */
const NEW_AMOUNT = 0.08;
/** How long a new join takes, where the shots are long enough. */
const JOIN_FRAMES = 10;

export const MOVES = [
  'static', 'push_in', 'pull_out', 'pan_left', 'pan_right', 'tilt_up', 'tilt_down', 'truck_left', 'truck_right', 'crane_up', 'crane_down',
  'orbit', 'track', 'handheld', 'whip_left', 'whip_right', 'shake', 'dolly_zoom',
];
export const JOINS = ['cut', 'dissolve', 'fade_from_black', 'wipe', 'whip', 'match_cut', 'morph'];

/**
 * @typedef {[number, number]} Point
 * @typedef {{ length: number, view: any, move: any, transition: any, lines: any[], life?: string, reason: string,
 *   beds: string[], effects: any[], marks: any[], isEdited?: boolean }} Shot
 * @typedef {{ head: any, sound: any, shots: Shot[] }} Plan
 */

/** @param {any} timeline @returns {Plan} */
export function planOf(timeline) {
  const { shots, marks = [], sound, frames, ...head } = timeline;
  let at = 0;
  const own = shots.map((/** @type {any} */ shot) => {
    const start = at;
    const end = start + shot.length;
    at = end;
    const middle = start + shot.length / 2;
    const { start: _, number, ...rest } = shot;
    const inside = (/** @type {number} */ frame) => frame >= start && frame < end;
    return {
      ...structuredClone(rest),
      lines: structuredClone(shot.lines ?? []),
      beds: (sound?.ambiences ?? []).filter((/** @type {any} */ bed) => bed.start <= middle && middle < bed.start + bed.length).map((/** @type {any} */ bed) => bed.kind),
      effects: (sound?.effects ?? []).filter((/** @type {any} */ effect) => inside(effect.start)).map((/** @type {any} */ effect) => ({ ...effect, start: effect.start - start })),
      marks: marks.filter((/** @type {any} */ mark) => inside(mark.frame)).map((/** @type {any} */ mark) => ({ ...mark, frame: mark.frame - start })),
    };
  });
  return { head, sound: sound ?? null, shots: own };
}

/** @param {Plan} plan */
export const framesOf = (plan) => plan.shots.reduce((sum, shot) => sum + shot.length, 0);

/** All that the first shot may come in by, beside a cut: there is nothing before it. */
const OPENING = 'fade_from_black';

/** A shot's join where it stands now. @param {Shot} shot @param {Shot | undefined} before */
function joinOf(shot, before) {
  const { kind, frames } = shot.transition;
  if (!before) return kind === OPENING ? { kind, frames: Math.min(frames, shot.length) } : { kind: 'cut', frames: 0 };
  return { kind, frames: Math.min(frames, shot.length, before.length) };
}

/** The plan as the model takes it. @param {Plan} plan */
export function timelineOf(plan) {
  /** @type {any[]} */
  const ambiences = [];
  /** @type {any[]} */
  const effects = [];
  /** @type {any[]} */
  const marks = [];
  let start = 0;
  const shots = plan.shots.map((shot, i) => {
    const { beds, effects: heard, marks: noted, isEdited, ...rest } = shot;
    for (const kind of beds) {
      const last = ambiences.findLast((bed) => bed.kind === kind);
      if (last && last.start + last.length === start) last.length += shot.length;
      else ambiences.push({ kind, start, length: shot.length });
    }
    for (const effect of heard) {
      if (effect.start < shot.length) effects.push({ ...effect, start: start + effect.start, length: Math.min(effect.length, shot.length - effect.start) });
    }
    for (const mark of noted) marks.push({ ...mark, frame: start + Math.min(mark.frame, shot.length - 1) });
    const before = plan.shots[i - 1];
    start += shot.length;
    return { number: i + 1, start: start - shot.length, ...rest, transition: joinOf(shot, before) };
  });
  return { ...plan.head, frames: start, shots, sound: plan.sound && { ...plan.sound, ambiences, effects }, marks };
}

/** @param {Shot} shot @param {string} why */
function edited(shot, why) {
  shot.isEdited = true;
  shot.reason = why;
}

/** The words of a kind: `push in`. @param {string} kind */
export const words = (kind) => kind.replaceAll('_', ' ');

/** @param {Shot} shot @param {string} kind */
export function setMove(shot, kind) {
  const isStill = kind === 'static';
  // A path's amount is a share of the path, not of the frame.
  const amount = (shot.move.kind !== 'path' && shot.move.amount) || NEW_AMOUNT;
  shot.move = { kind, amount: isStill ? 0 : amount, easing: shot.move.easing ?? 'ease_in_out' };
  edited(shot, `${words(kind)}, by hand`);
}

/** @param {Shot} shot @param {string} kind */
export function setJoin(shot, kind) {
  shot.transition = { kind, frames: kind.endsWith('cut') ? 0 : Math.min(shot.transition.frames || JOIN_FRAMES, Math.floor(shot.length / 2)) };
  edited(shot, shot.reason);
}

/** How few frames a shot can have: its dialogue is never cut off. @param {Shot} shot */
export const leastFrames = (shot) => Math.max(LEAST_FRAMES, ...shot.lines.map((line) => line.at + line.length));

/** @param {Shot} shot @param {number} seconds */
export function setSeconds(shot, seconds) {
  const frames = Math.round(seconds * FRAMES_PER_SECOND);
  shot.length = Math.min(MOST_FRAMES, Math.max(leastFrames(shot), Number.isFinite(frames) ? frames : shot.length));
  edited(shot, shot.reason);
}

/** How long words take to say, by the director's own rule, in frames. @param {string} text */
function spoken(text) {
  const ideographs = [...text].filter((letter) => /\p{Script=Han}/u.test(letter)).length;
  const others = text.replace(/\p{Script=Han}/gu, ' ').split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return Math.ceil((0.5 + ideographs / 4.5 + others / 2.5) * FRAMES_PER_SECOND);
}

/** The first line of a shot; the shot grows when it does not fit. @param {Shot} shot @param {string} text */
export function setLine(shot, text) {
  const line = shot.lines[0] ?? { at: 0, length: 1, speaker: '', words: '' };
  if (text.trim() === '') shot.lines.shift();
  else {
    const length = spoken(text);
    const later = shot.lines.slice(1);
    const grown = Math.max(0, length - line.length);
    for (const each of later) each.at += grown;
    shot.lines = [{ ...line, length, words: text.trim() }, ...later];
    shot.length = Math.max(shot.length, leastFrames(shot));
  }
  edited(shot, shot.reason);
}

/** @param {Shot} shot @param {Point[]} quad */
export function setQuad(shot, quad) {
  shot.view.panel.quad = quad;
  edited(shot, shot.reason);
}

/** A new shot behind another, of the middle of its picture. @param {Plan} plan @param {number} behind @returns {number} where it stands */
export function addShot(plan, behind) {
  const reference = plan.shots[behind]?.view.panel?.reference ?? 0;
  const { width, height } = plan.head.pictures[reference];
  const [left, right, top, bottom] = [width * 0.3, width * 0.7, height * 0.3, height * 0.7].map(Math.round);
  plan.shots.splice(behind + 1, 0, {
    length: NEW_FRAMES, view: { panel: { reference, quad: [[left, top], [right, top], [right, bottom], [left, bottom]] } },
    move: { kind: 'push_in', amount: NEW_AMOUNT, easing: 'ease_in_out' }, transition: { kind: 'cut', frames: 0 }, lines: [],
    reason: 'push in, by hand', beds: [...(plan.shots[behind]?.beds ?? [])], effects: [], marks: [], isEdited: true,
  });
  return behind + 1;
}

/** @param {Plan} plan @param {number} from @param {number} to */
export function moveShot(plan, from, to) {
  if (to < 0 || to >= plan.shots.length) return from;
  const [shot] = plan.shots.splice(from, 1);
  plan.shots.splice(to, 0, shot);
  edited(shot, shot.reason);
  return to;
}
