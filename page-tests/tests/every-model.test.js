// The page of any model: text as it comes, all images; nothing comes from elsewhere, nothing sticks out at the side.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { api, base, fresh, launch, signIn } from '../browser.js';
import { SEEDANCE, open, run } from '../steps.js';

/** The visit itself starts such a model, on a slow machine as well. */
const FIRST_START = { timeout: 45_000 };

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** Only a server that hosts an example can show it. @param {string} slug */
async function lacks(slug) {
  return (await api('GET', `/v1/models/${slug}`)).status === 404 && `${slug} is not on this server`;
}

test('text appears as it comes, each piece once', async (context) => {
  const missing = await lacks('examples/countdown');
  if (missing) return context.skip(missing);
  const { context: window, page } = await fresh(browser);
  await signIn(window);
  await page.goto(`${base}/examples/countdown`);
  await page.getByLabel('pause', { exact: true }).first().waitFor(FIRST_START);
  await page.locator('input[type=number]').nth(0).fill('12');
  await page.locator('input[type=number]').nth(1).fill('0.3');
  await run(page);
  await page.waitForFunction(() => document.querySelector('.output')?.textContent?.includes('12 ...'), null, FIRST_START);
  const early = await page.locator('.output').innerText();
  assert.ok(!early.includes('lift-off'), `it came only at the end: ${early}`);
  await page.waitForFunction(() => document.querySelector('.output')?.textContent?.includes('lift-off'), null, FIRST_START);
  assert.equal((await page.locator('.output').innerText()).match(/12 \.\.\./g)?.length, 1);
  await window.close();
});

test('a model of images shows them all', async (context) => {
  const missing = await lacks('examples/swatches');
  if (missing) return context.skip(missing);
  const { context: window, page } = await fresh(browser);
  await signIn(window);
  await page.goto(`${base}/examples/swatches`);
  await page.getByLabel('color', { exact: true }).waitFor(FIRST_START);
  await run(page);
  await page.waitForFunction(() => {
    const images = [...document.querySelectorAll('.output img')];
    return images.length === 3 && images.every((each) => /** @type {HTMLImageElement} */ (each).naturalWidth === 64);
  }, null, FIRST_START);
  await window.close();
});

test('nothing comes from another host, and no script of the page complains', async () => {
  const { context, page, faults } = await fresh(browser);
  await signIn(context);
  const origins = new Set();
  page.on('request', (request) => { if (request.url().startsWith('http')) origins.add(new URL(request.url()).origin); });
  await open(page);
  await page.waitForLoadState('networkidle');
  assert.deepEqual([...origins], [new URL(base).origin]);
  assert.deepEqual(faults, []);
  await context.close();
});

test('nothing sticks out at the side, from a small phone to a wide screen', async () => {
  const { context, page } = await fresh(browser);
  await signIn(context);
  for (const width of [320, 768, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', SEEDANCE, '/predictions', '/queue', '/files', '/webhooks', '/tokens', '/engine']) {
      await page.goto(base + path);
      await page.locator('main > *').first().waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${path} is ${over} px too wide at ${width} px`);
    }
  }
  await context.close();
});

test('a cookie alone changes nothing', async () => {
  const { context } = await fresh(browser);
  await signIn(context);
  const answer = await context.request.post(`${base}/v1/models${SEEDANCE}/predictions`, { data: { input: { prompt: 'not mine' } } });
  assert.equal(answer.status(), 401);
  await context.close();
});
