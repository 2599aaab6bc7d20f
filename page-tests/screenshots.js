// Pictures of every view, in both themes and languages, on a phone and on a desk:
//   ZOETROPE_URL=http://127.0.0.1:8484 ZOETROPE_TOKEN=r8_... npm run screenshots -- target/screenshots
// Needs a running server with at least one finished prediction of Seedance.
import { mkdirSync } from 'node:fs';
import { api, base, fresh, launch, signIn } from './browser.js';

const folder = process.argv[2] ?? 'target/screenshots';
const only = process.argv[3] ?? '';
mkdirSync(folder, { recursive: true });

const { json: all } = await api('GET', '/v1/predictions');
const films = all.results.filter((/** @type {any} */ each) => each.status === 'succeeded');
const film = films[0]?.id ?? 'none';
const seedance = '/bytedance/seedance-2.0';
/** @type {Record<string, string>} */
const views = {
  models: '/', model: seedance, result: `${seedance}?run=${film}`, prediction: `/p/${film}`, predictions: '/predictions', queue: '/queue',
  files: '/files', webhooks: '/webhooks', tokens: '/tokens', engine: '/engine', missing: '/p/none',
};
for (const status of ['failed', 'canceled']) {
  const one = all.results.find((/** @type {any} */ each) => each.status === status);
  if (one) views[status] = `/p/${one.id}`;
}
/** Where films are looked at: in the seventh second something goes on. */
const SECONDS = 6.5;
const sizes = { desk: { width: 1440, height: 1000 }, phone: { width: 390, height: 844 } };

const browser = await launch();
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const locale of ['en-US', 'zh-CN']) {
      const { context, page, faults } = await fresh(browser, { viewport, colorScheme, locale });
      const suffix = `${size}-${colorScheme}-${locale.slice(0, 2)}`;
      const shoot = async (/** @type {string} */ name) => {
        await page.screenshot({ path: `${folder}/${name}-${suffix}.png`, fullPage: true });
        // The top of it, as README shows it.
        if (name === 'result' || name === 'prediction') await page.screenshot({ path: `${folder}/${name}-${suffix}.jpg`, quality: 82 });
      };
      if (!only || `sign-in-${suffix}`.includes(only)) {
        await page.goto(base);
        await page.locator('dialog').waitFor();
        await shoot('sign-in');
      }
      await signIn(context);
      for (const [name, path] of Object.entries(views)) {
        if (only && !`${name}-${suffix}`.includes(only)) continue;
        await page.goto(base + path);
        await page.locator('main > *').first().waitFor();
        await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => {});
        await page.evaluate((seconds) => {
          const film = /** @type {HTMLVideoElement | null} */ (document.querySelector('.output video'));
          return film && new Promise((seen) => {
            film.addEventListener('seeked', () => seen(true), { once: true });
            film.currentTime = seconds;
          });
        }, SECONDS) && await page.waitForTimeout(1500); // until the player's own wheel is gone
        await shoot(name);
      }
      if (faults.length > 0) console.log(suffix, faults);
      await context.close();
    }
  }
}
await browser.close();
console.log(`the pictures are in ${folder}`);
