// What people do on the page, in steps.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { base } from './browser.js';

/** @typedef {import('playwright-core').Page} Page */

export const SEEDANCE = '/bytedance/seedance-2.0';
const BOARD = new URL('../animatic/src/main/resources/dev/zoetrope/animatic/boards/english-3x3.jpg', import.meta.url);

/** Presses Tab until what has the focus fits. @param {Page} page @param {string} selector */
export async function tabTo(page, selector) {
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  assert.fail(`the Tab key does not reach ${selector}`);
}

/** Opens a model's page with its form. @param {Page} page */
export async function open(page) {
  await page.goto(base + SEEDANCE);
  await page.getByLabel('prompt', { exact: true }).waitFor();
}

/** The shortest and smallest film there is. @param {Page} page @param {string} prompt @param {{ seconds?: string, resolution?: string }} [film] */
export async function fillIn(page, prompt, film = {}) {
  await page.getByLabel('prompt', { exact: true }).fill(prompt);
  await page.getByRole('radio', { name: film.resolution ?? '480p', exact: true }).check();
  await page.locator('input[type=number]').first().fill(film.seconds ?? '4');
}

/** @param {Page} page */
export async function run(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}

/** Waits for a film that can be played. @param {Page} page */
export async function film(page) {
  const video = page.locator('.output video');
  await video.waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => (/** @type {HTMLVideoElement | null} */ (document.querySelector('.output video'))?.readyState ?? 0) >= 1, null, { timeout: 20_000 });
  return video.evaluate((element) => /** @type {HTMLVideoElement} */ (element).duration);
}

/** Drops a storyboard sheet on the first place that takes several pictures. @param {Page} page @param {string} name */
export async function dropBoard(page, name) {
  const bytes = readFileSync(BOARD).toString('base64');
  const transfer = await page.evaluateHandle(([data, title]) => {
    const raw = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([raw], title, { type: 'image/jpeg' }));
    return carried;
  }, [bytes, name]);
  const place = page.locator('.list .drop').first();
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
  await page.locator('.items.files img').first().waitFor();
}
