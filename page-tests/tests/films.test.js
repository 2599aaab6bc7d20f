// The way to a film: by keyboard, by dropping a sheet, over reloads, in two tabs, and away from it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { api, base, fresh, launch, signIn, token } from '../browser.js';
import { dropBoard, film, fillIn, open, run, tabTo } from '../steps.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test('from the first visit to a finished film with only the keyboard', async () => {
  const { context, page, faults } = await fresh(browser);
  await page.goto(base);
  await page.locator('dialog.sign-in').waitFor();
  assert.ok(await page.evaluate(() => document.activeElement?.id === 'token'), 'the field for the token has the focus');
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await page.locator('.model').first().waitFor();
  await tabTo(page, 'a[href="/bytedance/seedance-2.0"]');
  await page.keyboard.press('Enter');
  await page.getByLabel('prompt', { exact: true }).waitFor();
  await tabTo(page, 'textarea');
  await page.keyboard.type('A lighthouse at dusk');
  await tabTo(page, 'input[type=number]');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('4');
  await tabTo(page, '.segments input');
  await page.keyboard.press('ArrowLeft');
  await tabTo(page, 'button.primary');
  await page.keyboard.press('Enter');
  const seconds = await film(page);
  assert.ok(Math.abs(seconds - 4) < 0.5, `the film has ${seconds} s`);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a storyboard that is dropped becomes the shots of a film', async () => {
  const { context, page, faults } = await fresh(browser);
  await signIn(context);
  await open(page);
  await dropBoard(page, '<img src=x onerror=alert(1)>.jpg');
  await fillIn(page, 'Animate Image 1');
  await page.getByRole('tab', { name: 'JSON' }).click();
  assert.match(await page.getByLabel('The input as JSON').inputValue(), /reference_images": \[\s*"http/);
  await page.getByRole('tab', { name: 'Form' }).click();
  await run(page);
  await film(page);
  await page.locator('.shots li').nth(8).waitFor();
  await page.locator('.shots button').nth(4).click();
  const at = await page.locator('.output video').evaluate((video) => /** @type {HTMLVideoElement} */ (video).currentTime);
  assert.ok(at > 0.5, `a click on a shot seeks, to ${at} s`);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a run is cancelled', async () => {
  const { context, page } = await fresh(browser);
  await signIn(context);
  await open(page);
  await fillIn(page, 'A long walk', { seconds: '15', resolution: '1080p' });
  await run(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('It was cancelled', { exact: true }).waitFor({ timeout: 20_000 });
  await context.close();
});

test('a reload in mid-run loses nothing, and a second tab sees the same', async () => {
  const { context, page } = await fresh(browser);
  await signIn(context);
  await open(page);
  await fillIn(page, 'Two tabs look on', { seconds: '8' });
  await run(page);
  await page.waitForURL(/\?run=/);
  const id = new URL(page.url()).searchParams.get('run');
  const second = await context.newPage();
  await second.goto(`${base}/p/${id}`);
  await page.reload();
  await page.getByLabel('prompt', { exact: true }).waitFor();
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Two tabs look on');
  const [one, two] = await Promise.all([film(page), film(second)]);
  assert.equal(one, two);
  assert.match(await second.locator('.log').innerText(), /Using seed/);
  await context.close();
});

test('a session that ends asks for the token and keeps what was filled in', async () => {
  const { context, page } = await fresh(browser);
  await signIn(context);
  await open(page);
  await fillIn(page, 'Kept through the sign-in');
  await context.clearCookies();
  await run(page);
  await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
  await page.getByLabel('Token').fill(token);
  await page.keyboard.press('Enter');
  await page.locator('dialog.sign-in').waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('prompt', { exact: true }).inputValue(), 'Kept through the sign-in');
  await run(page);
  await film(page);
  await context.close();
});

test('a shared link shows the film without a token until it is taken back', async () => {
  const { json } = await api('GET', '/v1/predictions');
  const done = json.results.find((/** @type {any} */ each) => each.status === 'succeeded');
  const share = (await api('POST', `/page/predictions/${done.id}/shares`)).json;
  const { context, page } = await fresh(browser);
  await page.goto(base + share.path);
  await film(page);
  assert.equal(await page.getByRole('button', { name: 'Share' }).count(), 0);
  await api('DELETE', `/page/shares/${share.id}`);
  await page.reload();
  await page.getByRole('heading', { name: 'Not here' }).waitFor();
  await context.close();
});
