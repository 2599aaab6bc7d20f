// The browser of the tests: Debian's chromium, or the one that CHROMIUM names.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const executable = PLACES.find((place) => place !== '' && existsSync(place));

export const base = process.env.ZOETROPE_URL ?? 'http://127.0.0.1:8484';
export const token = process.env.ZOETROPE_TOKEN ?? '';

export async function launch() {
  if (!executable) throw new Error('no chromium is here: apt-get install chromium, or set CHROMIUM to its path');
  return chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/**
 * A page of a browser context of its own; what goes wrong in its scripts is collected.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function fresh(browser, options = {}) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const isNetwork = /Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !isNetwork) faults.push(message.text());
  });
  return { context, page, faults };
}

/** Signs in through the API, as the form does. @param {import('playwright-core').BrowserContext} context */
export async function signIn(context) {
  const answer = await context.request.post(`${base}/page/session`, { data: { token }, headers: { 'Zoetrope-Page': '1' } });
  if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
}

/** Calls the API with the token. @param {string} method @param {string} path @param {any} [body] */
export async function api(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: text ? JSON.parse(text) : null };
}
