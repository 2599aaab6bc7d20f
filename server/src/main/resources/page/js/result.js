// One prediction as it goes: progress where the film will be, then the film, its shots, log and numbers.
import { call, ownPath } from './api.js';
import { cuttingOf, timelineIn } from './cutting.js';
import { announce, fill, h } from './dom.js';
import { follow, isOver } from './follow.js';
import { logOf } from './log.js';
import { outputOf, filesOf } from './output.js';
import { kindOf } from './media.js';
import { numbersOf } from './numbers.js';
import { shotsIn, shotsOf } from './shots.js';
import { stageOf } from './stage.js';
import { duration, statusWord, t } from './text.js';

/** @typedef {import('./follow.js').Prediction} Prediction */

/**
 * `again` runs the model with another input.
 * @param {{ estimate?: number | null, actions?: (prediction: Prediction) => any[], changed?: (prediction: Prediction) => void, again?: (input: Record<string, any>) => Promise<void> }} options
 */
export function resultOf(options) {
  const stage = stageOf(options.estimate ?? null);
  const output = outputOf();
  const log = logOf();
  const numbers = numbersOf();
  const player = () => /** @type {HTMLVideoElement | null} */ (output.element.querySelector('video'));
  const shots = shotsOf(player, (number) => cutting.select(number));
  const cutting = cuttingOf({ shots, again: options.again });
  const actions = h('div', { class: 'actions' });
  const status = h('span', { class: 'status', 'data-status': 'none' });
  const details = h('section', { class: 'card details', hidden: true }, h('h2', { class: 'small-head' }, t('result.log')), log.element, numbers.element);
  const film = h('section', { class: 'card film', 'aria-label': t('result.output'), tabindex: '-1' }, stage.element, output.element, shots.element, actions);
  const element = h('div', { class: 'result' }, film, cutting.element, details);
  let logs = '';
  let over = '';
  /** @type {EventSource | null} */
  let stream = null;

  /** @param {Prediction} now */
  function streamText(now) {
    if (stream || !now.stream || !now.stream.includes('/v1/streams/') || isOver(now.status)) return;
    stream = new EventSource(now.stream);
    stream.addEventListener('output', (event) => {
      stage.hide();
      output.streamed(/** @type {MessageEvent} */ (event).data);
    });
    stream.addEventListener('done', () => stream?.close());
  }

  /** @param {Prediction} now */
  function buttons(now) {
    const cancel = h('button', {
      type: 'button', disabled: now.cancel_requested,
      onclick: async () => {
        cancel.disabled = true;
        await call('POST', `/v1/predictions/${now.id}/cancel`, undefined);
      },
    }, now.cancel_requested ? t('result.cancelling') : t('result.cancel'));
    const downloads = filesOf(now.output).map((url) => {
      const path = ownPath(url);
      const kind = (path ?? url).split(/[?#]/)[0].split('.').pop()?.toUpperCase() ?? '';
      return h('a', { class: 'button', href: path ?? url, download: path ? '' : null }, t('result.download', { kind: kind.length <= 4 ? kind : '' }));
    });
    const plan = isOver(now.status) ? timelineIn(logs) : null;
    if (plan) downloads.push(h('a', { class: 'button', href: plan, download: 'timeline.json' }, t('result.timeline')));
    fill(actions, h('div', {}, downloads), !isOver(now.status) && !now.read_only && cancel, options.actions?.(now) ?? []);
  }

  /** @param {Prediction} now @param {string} news @param {boolean} fresh */
  function changed(now, news, fresh) {
    logs = fresh ? news : logs + news;
    details.hidden = false;
    status.textContent = statusWord(now.status);
    status.dataset.status = now.status;
    log.put(news, fresh);
    stage.show(now, logs.slice(-4000));
    const isText = typeof now.output === 'string' && kindOf(now.output) === null && ownPath(now.output) === null;
    if (!(stream && !isOver(now.status)) || !isText) output.show(now.output);
    streamText(now);
    if (isOver(now.status) && player() && over !== now.id) {
      over = now.id;
      shots.show(shotsIn(logs.slice(0, 200_000)));
      cutting.show(now, logs);
    }
    numbers.show(now);
    buttons(now);
    options.changed?.(now);
  }

  return {
    element,
    status,
    empty: () => stage.empty(),
    /** Brings what comes out into sight. */
    look: () => film.focus(),
    /** Before the server has answered. */
    sending() {
      stage.waiting();
      output.element.replaceChildren();
      shots.element.hidden = true;
      cutting.hide();
    },
    /** @param {string} path @param {AbortSignal} signal */
    async follow(path, signal) {
      const ended = await follow(path, { changed, lost: (isLost) => stage.lost(isLost) }, signal);
      const took = ended.metrics?.predict_time;
      announce(`${statusWord(ended.status)}${took ? `, ${duration(took)}` : ''}`);
      return ended;
    },
  };
}
