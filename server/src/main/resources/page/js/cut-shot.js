// One shot in hand: its move, length, join and words.
import { fill, h, newId } from './dom.js';
import { FRAMES_PER_SECOND, JOINS, MOVES, leastFrames, setJoin, setLine, setMove, setSeconds } from './plan.js';
import { kindWord, t } from './text.js';

/** @typedef {import('./plan.js').Shot} Shot */

/** @param {string} label @param {any} control */
function field(label, control) {
  const id = newId('cut');
  control.id = id;
  return h('div', { class: 'cut-field' }, h('label', { for: id, class: 'label' }, label), control);
}

/** @param {string[]} kinds @param {string} now @param {(kind: string) => void} chosen */
function select(kinds, now, chosen) {
  // What a later server knows more than this page stays as it is.
  const all = kinds.includes(now) ? kinds : [now, ...kinds];
  const element = h('select', { onchange: () => chosen(element.value) }, all.map((kind) => h('option', { value: kind, selected: kind === now }, kindWord(kind))));
  return element;
}

/**
 * @param {{ changed: () => void, move: (by: number) => void, add: () => void, remove: () => void }} hands
 * `changed` is called after each edit
 */
export function shotInHand(hands) {
  const element = h('div', { class: 'cut-shot' });
  /** @param {() => void} edit */
  const does = (edit) => {
    edit();
    hands.changed();
  };
  return {
    element,
    /** @param {Shot} shot @param {number} at @param {number} count */
    show(shot, at, count) {
      const active = /** @type {HTMLElement | null} */ (element.contains(document.activeElement) ? document.activeElement : null)?.dataset.part;
      const seconds = h('input', {
        type: 'number', step: '0.1', min: (leastFrames(shot) / FRAMES_PER_SECOND).toFixed(1), max: '15', value: (shot.length / FRAMES_PER_SECOND).toFixed(2).replace(/\.?0+$/, ''),
        onchange: () => does(() => setSeconds(shot, Number(seconds.value))), 'data-part': 'seconds',
      });
      const line = h('input', {
        type: 'text', value: shot.lines[0]?.words ?? '', placeholder: t('cut.line.none'), maxlength: '300',
        onchange: () => does(() => setLine(shot, line.value)), 'data-part': 'line',
      });
      const move = select(MOVES, shot.move.kind, (kind) => does(() => setMove(shot, kind)));
      move.dataset.part = 'move';
      const join = select(JOINS, shot.transition.kind, (kind) => does(() => setJoin(shot, kind)));
      join.dataset.part = 'join';
      const button = (/** @type {string} */ part, /** @type {string} */ label, /** @type {boolean} */ isOff, /** @type {() => void} */ press) =>
        h('button', { type: 'button', class: 'small-button', disabled: isOff, onclick: press, 'data-part': part }, label);
      fill(element,
        h('h3', {}, t('cut.shot', { n: at + 1, most: count })),
        h('div', { class: 'cut-fields' }, field(t('cut.move'), move), field(t('cut.seconds'), seconds), field(t('cut.join'), join), field(t('cut.line'), line)),
        h('div', { class: 'cut-buttons' },
          button('earlier', t('cut.earlier'), at === 0, () => hands.move(-1)), button('later', t('cut.later'), at === count - 1, () => hands.move(1)),
          button('add', t('cut.add'), false, hands.add), button('remove', t('cut.remove'), count === 1, hands.remove)));
      if (active) /** @type {HTMLElement | null} */ (element.querySelector(`[data-part="${active}"]`))?.focus();
    },
  };
}
