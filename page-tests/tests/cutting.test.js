// The cutting room: a panel is corrected, a shot changed, and the film rendered again from the timeline.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { api, fresh, launch, signIn } from '../browser.js';
import { dropBoard, film, fillIn, open, run, tabTo } from '../steps.js';

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser?.close(); });

/** A film of the sheet, its cutting room open. @param {import('playwright-core').Page} page */
async function cut(page) {
  await open(page);
  await dropBoard(page, 'board.jpg');
  await fillIn(page, 'Animate Image 1', { seconds: '8' });
  await run(page);
  await film(page);
  await page.locator('.panel').nth(8).waitFor();
  return new URL(page.url()).searchParams.get('run');
}

/** The timeline that a run has left. @param {string | null} id */
async function timeline(id) {
  const { logs } = (await api('GET', `/v1/predictions/${id}`)).json;
  return (await api('GET', /^Timeline: (\S+)$/m.exec(logs)?.[1] ?? '')).json;
}

/** Renders again and gives the new run's id. @param {import('playwright-core').Page} page */
async function again(page) {
  const before = page.url();
  await page.getByRole('button', { name: 'Render again' }).click();
  await page.waitForURL((url) => url.href !== before);
  await page.locator('.cutting').waitFor({ state: 'hidden' });
  await page.locator('.panel').nth(7).waitFor({ timeout: 60_000 });
  return new URL(page.url()).searchParams.get('run');
}

test('a panel that is dragged and a shot that is changed are what the next film shows, and nothing else changes', async () => {
  const { context, page, faults } = await fresh(browser);
  await signIn(context);
  const first = await timeline(await cut(page));

  await page.getByRole('button', { name: 'Panel 5', exact: true }).click();
  await page.getByRole('heading', { name: 'Shot 5 of 9' }).waitFor();
  const corner = page.getByRole('button', { name: /Corner 3 of panel 5/ });
  const box = await corner.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 30, box.y - 20, { steps: 4 });
  await page.mouse.up();
  await page.getByLabel('Camera').selectOption('crane_up');
  await page.getByLabel('Dialogue').fill('Come home now.');
  await page.getByLabel('Dialogue').press('Enter');
  const fifth = page.locator('.shots li').nth(4);
  await fifth.getByText('by hand').waitFor();
  await fifth.getByText('crane up', { exact: true }).waitFor();
  const second = await timeline(await again(page));

  const at = 4;
  assert.notDeepEqual(second.shots[at].view.panel.quad[2], first.shots[at].view.panel.quad[2]);
  assert.deepEqual(second.shots[at].view.panel.quad[0], first.shots[at].view.panel.quad[0]);
  assert.equal(second.shots[at].move.kind, 'crane_up');
  assert.equal(second.shots[at].lines[0].words, 'Come home now.');
  for (let i = 0; i < 9; i++) {
    if (i === at) continue;
    assert.deepEqual({ ...second.shots[i], start: 0 }, { ...first.shots[i], start: 0 }, `shot ${i + 1} is as it was`);
  }
  assert.deepEqual(faults, []);
  await context.close();
});

test('shots are removed, added, moved and taken back with the keyboard alone', async () => {
  const { context, page, faults } = await fresh(browser);
  await signIn(context);
  const first = await timeline(await cut(page));

  await tabTo(page, '.panel:not(.now)');
  await page.keyboard.press('Enter');
  await tabTo(page, '.panel.now');
  await page.keyboard.press('Delete');
  await page.getByRole('heading', { name: /of 8$/ }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('heading', { name: /of 9$/ }).waitFor();
  await page.getByRole('button', { name: 'Panel 9', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Remove', exact: true }).last().press('Enter');
  await page.getByRole('button', { name: 'Panel 1', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Later' }).press('Enter');
  await page.getByRole('heading', { name: 'Shot 2 of 8' }).waitFor();
  // A shot that dissolves in has nothing to come out of once it stands first.
  await page.getByRole('button', { name: 'Panel 1', exact: true }).press('Enter');
  await page.getByLabel('Comes in by').selectOption('dissolve');
  await page.getByRole('button', { name: 'Panel 2', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Panel 2', exact: true }).press('ArrowRight');
  const second = await timeline(await again(page));

  assert.equal(second.shots.length, 8);
  assert.deepEqual(second.shots[0].view, first.shots[1].view);
  assert.equal(second.shots[0].transition.kind, 'cut');
  const moved = second.shots[1].view.panel.quad[0][0] - first.shots[0].view.panel.quad[0][0];
  assert.ok(moved > 1 && moved < 10, `an arrow key moves a panel by ${moved} pixels`);
  assert.equal(second.frames, second.shots.reduce((/** @type {number} */ sum, /** @type {any} */ shot) => sum + shot.length, 0));
  assert.deepEqual(faults, []);
  await context.close();
});
