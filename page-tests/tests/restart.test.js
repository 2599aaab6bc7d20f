// The server is restarted in the middle of a run; whoever looks on loses nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fresh, launch, signIn } from '../browser.js';
import { film, fillIn, open, run } from '../steps.js';

/** Where a POST restarts the server: only who started it can do so. */
const restart = process.env.ZOETROPE_RESTART;

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test('a restart of the server in mid-run ends in the film all the same', { skip: !restart && 'ZOETROPE_RESTART is not set' }, async () => {
  const { context, page, faults } = await fresh(browser);
  await signIn(context);
  await open(page);
  await fillIn(page, 'Through a restart', { seconds: '8' });
  await run(page);
  await page.getByText('Running', { exact: true }).waitFor({ timeout: 30_000 });
  const answer = await fetch(String(restart), { method: 'POST' });
  assert.equal(answer.status, 204);
  assert.ok(Math.abs((await film(page)) - 8) < 0.5);
  assert.match(await page.locator('.log').innerText(), /Using seed/);
  assert.deepEqual(faults, []);
  await context.close();
});
