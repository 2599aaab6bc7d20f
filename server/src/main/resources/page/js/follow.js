// Follows a prediction until it ends: over reloads, lost connections and restarts of the server.
import { ApiError, get } from './api.js';

/**
 * @typedef {{
 *   id: string, model: string, version: string, revision: number, status: string, input: Record<string, any>, previews: Record<string, string>, output: any, error: string | null,
 *   data_removed: boolean, metrics: Record<string, any> | null, created_at: string, started_at: string | null,
 *   completed_at: string | null, stream: string | null, cancel_requested: boolean, read_only: boolean,
 *   logs: string, logs_from: number, logs_length: number
 * }} Prediction
 */

const ENDS = new Set(['succeeded', 'failed', 'canceled', 'aborted']);

/** @param {string} status */
export const isOver = (status) => ENDS.has(status);

/** How long to wait before the next try, in milliseconds; grows while nobody answers. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;

/**
 * @param {string} path of the prediction or of what is shared
 * @param {{ changed: (prediction: Prediction, news: string, fresh: boolean) => void, lost: (isLost: boolean) => void }} reader
 * @param {AbortSignal} signal
 * @returns {Promise<Prediction>} as it ended
 */
export async function follow(path, reader, signal) {
  let revision = 0;
  let logs = 0;
  let pause = FIRST_PAUSE;
  while (true) {
    try {
      /** @type {Prediction} */
      const now = await get(`${path}?revision=${revision}&logs_from=${logs}`, { signal });
      reader.lost(false);
      pause = FIRST_PAUSE;
      reader.changed(now, now.logs, now.logs_from < logs || revision === 0);
      revision = now.revision;
      logs = now.logs_length;
      if (isOver(now.status)) return now;
    } catch (error) {
      const isFinal = signal.aborted || (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429);
      if (isFinal) throw error;
      reader.lost(true);
      await new Promise((resolve) => { setTimeout(resolve, pause); });
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}
