// What users write stays text; every view can be used by everybody; the page stays small.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { api, base, fresh, launch, signIn } from '../browser.js';
import { SEEDANCE, open } from '../steps.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOSTILE = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
const MOST_BYTES = 150_000;

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

test('hostile prompts, names and errors are shown as text', async () => {
  const made = (await api('POST', `/v1/models${SEEDANCE}/predictions`, { input: { prompt: HOSTILE, image: `http://127.0.0.1:1/${encodeURIComponent(HOSTILE)}` } })).json;
  const { context, page } = await fresh(browser);
  await signIn(context);
  for (const path of [`/p/${made.id}`, '/predictions', `${SEEDANCE}?run=${made.id}`, `${SEEDANCE}?from=${made.id}`]) {
    await page.goto(base + path);
    await page.waitForFunction((text) => document.body.innerText.includes(text) || [...document.querySelectorAll('textarea')].some((each) => each.value.includes(text)), '<script>window.hit');
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).hit), undefined, path);
    assert.equal(await page.locator('img[src="x"]').count(), 0, path);
  }
  await page.goto(`${base}/p/${made.id}`);
  await page.getByText('It failed', { exact: true }).waitFor({ timeout: 20_000 });
  await context.close();
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing serious in any view, ${colorScheme}`, async () => {
    const { json } = await api('GET', '/v1/predictions');
    const one = json.results[0]?.id ?? 'none';
    const { context, page } = await fresh(browser, { colorScheme, bypassCSP: true });
    /** @param {string} view */
    const check = async (view) => {
      await page.evaluate(axe);
      const result = await page.evaluate(() => /** @type {any} */ (window).axe.run());
      const serious = result.violations.filter((/** @type {any} */ each) => ['serious', 'critical'].includes(each.impact));
      assert.deepEqual(serious.map((/** @type {any} */ each) => `${view}: ${each.id}: ${each.nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)).join(' | ')}`), []);
    };
    await page.goto(base);
    await page.locator('dialog').waitFor();
    await check('sign-in');
    await signIn(context);
    for (const view of ['/', SEEDANCE, `${SEEDANCE}?run=${one}`, `/p/${one}`, '/predictions', '/queue', '/files', '/webhooks', '/tokens', '/engine']) {
      await page.goto(base + view);
      await page.locator('main > *').first().waitFor();
      await page.waitForTimeout(500);
      await check(view);
    }
    await context.close();
  });
}

test('the first load of a model stays small', async () => {
  const { context, page } = await fresh(browser);
  await signIn(context);
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await open(page);
  await page.waitForLoadState('networkidle');
  console.log(`first load of a model's page: ${bytes} bytes`);
  assert.ok(bytes > 1000 && bytes <= MOST_BYTES, `${bytes} bytes`);
  await context.close();
});

test('the snippets hold the input as it is now', async () => {
  const { context, page } = await fresh(browser);
  await signIn(context);
  await open(page);
  await page.getByLabel('prompt', { exact: true }).fill('It\'s "quoted" \\ 按');
  for (const [tab, part] of [['Node.js', 'replicate.run('], ['Python', 'output.url'], ['HTTP', "It'\\''s"], ['Java', 'Map.entry("prompt"'], ['CLI', 'zoetrope run bytedance/seedance-2.0']]) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    const code = await page.locator('[role=tabpanel]:not([hidden]) pre').first().innerText();
    assert.ok(code.includes(part) && code.includes('按'), `${tab}: ${code}`);
  }
  await page.getByRole('tab', { name: 'JSON' }).click();
  await page.getByLabel('The input as JSON').fill('{"prompt": "from JSON", "duration": 7}');
  await page.getByRole('tab', { name: 'Form' }).click();
  assert.equal(await page.getByLabel('prompt', { exact: true }).inputValue(), 'from JSON');
  assert.equal(await page.locator('input[type=number]').first().inputValue(), '7');
  await context.close();
});
