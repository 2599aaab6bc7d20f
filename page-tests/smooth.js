// How long the browser's main thread is busy at a time, on a large server: 10,000 predictions, a log of 5 MB.
//   ZOETROPE_URL=... ZOETROPE_TOKEN=... node smooth.js /p/<id of the one with the long log>
import { fileURLToPath } from 'node:url';
import { base, fresh, launch, signIn } from './browser.js';

const long = process.argv[2];
const browser = await launch();
const { context, page } = await fresh(browser);
await page.addInitScript(() => {
  /** @type {any} */ (window).tasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) /** @type {any} */ (window).tasks.push(Math.round(entry.duration));
  }).observe({ type: 'longtask', buffered: true });
});
await signIn(context);

/** @param {string} what */
async function report(what) {
  const tasks = await page.evaluate(() => /** @type {any} */ (window).tasks);
  console.log(`${what}: longest task ${Math.max(0, ...tasks)} ms, ${tasks.length} tasks of 50 ms or more`);
}

await page.goto(`${base}/predictions`);
await page.locator('.line').first().waitFor();
const started = Date.now();
while (Date.now() - started < 15_000) await page.mouse.wheel(0, 4000);
const lines = await page.locator('.line').count();
await report(`predictions, scrolled through ${lines} lines`);
await page.goto(`${base}/predictions?words=number+99`);
await page.locator('.line').first().waitFor();
await report('predictions, searched');
if (long) {
  await page.goto(base + long);
  await page.locator('.log').waitFor();
  await page.waitForTimeout(2000);
  await report('a log of 5 MB');
}
await page.goto(`${base}/bytedance/seedance-2.0`);
const prompt = page.getByLabel('prompt', { exact: true });
await prompt.fill('word '.repeat(800));
await prompt.press('End');
await page.keyboard.type(' typed at the end');
const board = fileURLToPath(new URL('../animatic/src/main/resources/dev/zoetrope/animatic/boards/english-3x3.jpg', import.meta.url));
await page.locator('.list input[type=file]').first().setInputFiles(Array(9).fill(board));
await page.locator('.items.files img').nth(8).waitFor();
await page.waitForTimeout(1000);
await report('a prompt of 4,000 characters and 9 reference images');
await browser.close();
