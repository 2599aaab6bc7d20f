// Looks at the address and draws what belongs there. Views are loaded when they are needed.
import { call, whenSignedOut } from './api.js';
import { fill, h } from './dom.js';
import { frame } from './frame.js';
import { signIn } from './sign-in.js';

/** @typedef {{ main: HTMLElement, session: { signed_in: boolean, name: string | null, hint: string | null } }} Context */

/** @type {[RegExp, (match: RegExpMatchArray, context: Context) => Promise<void>][]} */
const views = [
  [/^\/$/, async (_, context) => (await import('./models.js')).show(context)],
  [/^\/predictions$/, async (_, context) => (await import('./predictions.js')).show(context)],
  [/^\/queue$/, async (_, context) => (await import('./queue.js')).show(context)],
  [/^\/files$/, async (_, context) => (await import('./files.js')).show(context)],
  [/^\/webhooks$/, async (_, context) => (await import('./webhooks.js')).show(context)],
  [/^\/tokens$/, async (_, context) => (await import('./tokens.js')).show(context)],
  [/^\/engine$/, async (_, context) => (await import('./engine.js')).show(context)],
  [/^\/p\/([^/]+)$/, async (match, context) => (await import('./prediction.js')).show(context, match[1], false)],
  [/^\/s\/([^/]+)$/, async (match, context) => (await import('./prediction.js')).show(context, match[1], true)],
  [/^\/([^/]+)\/([^/]+)$/, async (match, context) => (await import('./model.js')).show(context, match[1], match[2])],
];

const page = /** @type {HTMLElement} */ (document.getElementById('page'));

async function start() {
  const session = await call('GET', '/page/session');
  const main = h('main', { id: 'main', tabindex: '-1' });
  const path = location.pathname.replace(/(.)\/+$/, '$1');
  fill(page, frame(session, path), main);
  const isOpen = path.startsWith('/s/');
  const ask = () => {
    // What was typed stays where it is: the question stands in front of it.
    if (!document.querySelector('dialog.sign-in')) signIn(page, main.childElementCount > 0);
  };
  if (!session.signed_in && !isOpen) {
    ask();
    return;
  }
  whenSignedOut(ask);
  for (const [pattern, show] of views) {
    const match = path.match(pattern);
    if (match) {
      try {
        await show(match, { main, session });
      } catch (error) {
        fill(main, (await import('./notices.js')).failure(error));
      }
      return;
    }
  }
}

start();
