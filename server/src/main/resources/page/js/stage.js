// Where the film will be: what is going on, and what to do next when nothing is.
import { h } from './dom.js';
import { isOver } from './follow.js';
import { duration, t } from './text.js';

/** How far a run is, as its log says: Cog's and tqdm's `37%`. @param {string} logs @returns {number | null} */
function partOf(logs) {
  const all = [...logs.matchAll(/(\d{1,3}(?:\.\d+)?)\s?%/g)];
  const last = all.at(-1);
  return last ? Math.min(1, Number(last[1]) / 100) : null;
}

/** @param {number | null} estimate in seconds */
export function stageOf(estimate) {
  const title = h('p', { class: 'stage-title' });
  const text = h('p', { class: 'soft' });
  const bar = h('progress', { max: 1, 'aria-label': t('stage.progress') });
  const lost = h('p', { class: 'lost small', hidden: true, role: 'status' }, t('stage.lost'));
  const element = h('div', { class: 'stage' }, title, text, bar, lost);
  /** @type {number | undefined} */
  let timer;
  let started = 0;

  /** @param {string} head @param {string} next @param {boolean} isBusy */
  function say(head, next, isBusy) {
    element.hidden = false;
    if (title.textContent !== head) title.textContent = head;
    if (text.textContent !== next) text.textContent = next;
    bar.hidden = !isBusy;
  }
  function tick() {
    const past = (Date.now() - started) / 1000;
    if (estimate === null || estimate <= 0) {
      text.textContent = t('stage.since', { time: duration(past) });
      return;
    }
    // Slower than usual: the bar creeps on, it never claims to be done.
    bar.value = past < estimate ? (past / estimate) * 0.9 : 0.9 + 0.09 * (1 - Math.exp((estimate - past) / estimate));
    const left = Math.max(0, estimate - past);
    text.textContent = left > 0.5 ? t('stage.left', { time: duration(Math.ceil(left)) }) : t('stage.since', { time: duration(past) });
  }
  function stop() {
    clearInterval(timer);
    timer = undefined;
  }
  return {
    element,
    hide() {
      stop();
      element.hidden = true;
    },
    empty: () => say(t('stage.empty'), t('stage.empty.next'), false),
    waiting() {
      element.className = 'stage';
      bar.removeAttribute('value');
      say(t('stage.sending'), '', true);
    },
    /** @param {boolean} isLost */
    lost(isLost) {
      lost.hidden = !isLost;
    },
    /** @param {import('./follow.js').Prediction} now @param {string} logs the end of its log */
    show(now, logs) {
      element.className = `stage ${now.status}`;
      if (isOver(now.status)) stop();
      if (now.data_removed) say(t('stage.expired'), t('stage.expired.next'), false);
      else if (now.status === 'succeeded') element.hidden = true;
      else if (now.status === 'failed') say(t('stage.failed'), now.error ?? '', false);
      else if (now.status === 'canceled') say(t('stage.canceled'), t('stage.canceled.next'), false);
      else if (now.status === 'aborted') say(t('stage.aborted'), t('stage.aborted.next'), false);
      else if (now.status === 'starting') {
        bar.removeAttribute('value');
        say(t('stage.starting'), t('stage.starting.next'), true);
      } else {
        say(now.cancel_requested ? t('result.cancelling') : t('stage.processing'), text.textContent ?? '', true);
        const part = partOf(logs);
        started = Date.parse(now.started_at ?? now.created_at);
        if (part !== null) {
          stop();
          bar.value = part;
          const past = (Date.now() - started) / 1000;
          text.textContent = part > 0.05 ? t('stage.left', { time: duration(Math.ceil((past / part) * (1 - part))) }) : '';
        } else if (timer === undefined) {
          timer = window.setInterval(tick, 250);
          tick();
        }
      }
    },
  };
}
