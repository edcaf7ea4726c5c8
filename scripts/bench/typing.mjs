// @ts-check
// Promises what a key costs in a section of 20,000 characters, over a bare editor with the same
// text: what the page's main thread works from one key to rest, in turns, as pairs.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { withApp } from '../drive/app.mjs';
import { ROOT } from '../electron/ready.mjs';

const LENGTH = 20_000;
const PARAGRAPH = 500;
const WORDS = 'The alert at ninety percent was muted and nothing prompted anyone to look again. ';
const BARE = path.join(ROOT, 'scripts/bench/bare-editor');
/** Long enough for whatever a key sets off to be done, also in the other process. */
const REST = 120;

/** The text, as paragraphs without anything to format. */
function paragraphs() {
  const text = WORDS.repeat(Math.ceil(PARAGRAPH / WORDS.length))
    .slice(0, PARAGRAPH - 2)
    .trim();
  return Array.from({ length: LENGTH / PARAGRAPH }, (_, index) => `Part ${index}. ${text}`);
}

/**
 * A way to ask how many milliseconds the main thread of a page has worked.
 * @param {import('../drive/app.mjs').Running} running
 * @returns {Promise<() => Promise<number>>}
 */
async function workOf({ app, page }) {
  const id = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const stat = `/proc/${id}/task/${id}/schedstat`;
  // The thread's own time: what other programs take of the machine is no part of it.
  if (existsSync(stat)) {
    return async () => Number(readFileSync(stat, 'utf8').split(' ')[0]) / 1e6;
  }
  // Elsewhere what passes while it is at a task, which is the same on a machine at rest.
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

/**
 * Milliseconds of main-thread work for each of `keys` keys typed in the middle of the text.
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<number>} spent
 * @param {number} keys
 */
async function perKey(page, spent, keys) {
  const work = [];
  for (let index = 0; index < keys; index += 1) {
    const before = await spent();
    await page.keyboard.press('e');
    await page.waitForTimeout(REST);
    work.push((await spent()) - before);
  }
  return work;
}

/** @param {import('@playwright/test').Page} page */
async function caretInTheMiddle(page) {
  await page
    .locator('[contenteditable="true"] p')
    .nth(LENGTH / PARAGRAPH / 2)
    .click();
  // Nothing lies under the pointer that would look up with each letter.
  await page.mouse.move(1, 1);
  // What the click set off is over, and the first keys are slow in any editor.
  await page.waitForTimeout(500);
  await page.keyboard.type('ease', { delay: 100 });
}

/**
 * In short turns, so that whatever else the machine is at meets both editors alike.
 * @param {number} rounds
 * @param {number} keys in each round, in each editor
 * @returns {Promise<{ bare: number[], own: number[] }>} milliseconds of each key
 */
export async function typing(rounds, keys) {
  /** @type {{ bare: number[], own: number[] }} */
  const work = { bare: [], own: [] };
  await withApp(async ({ start, scratch }) => {
    const built = path.join(scratch, 'bare');
    await build({ root: BARE, base: './', logLevel: 'error', build: { outDir: built } });
    const library = path.join(scratch, 'library');
    mkdirSync(path.join(library, '2026'), { recursive: true });
    const sample = path.join(ROOT, 'resources/sample-library');
    const name = '2026/2026-11-20-orders-disk-94-percent.md';
    const text = readFileSync(path.join(sample, name), 'utf8');
    writeFileSync(path.join(library, 'close-call.yml'), 'close-call: 1\nname: Bench\n');
    writeFileSync(
      path.join(library, name),
      text.replace(/(## How close it was\n\n)[^#]*/, `$1${paragraphs().join('\n\n')}\n\n`),
    );
    const own = await start([`--user-data-dir=${path.join(scratch, 'own')}`, '--library', library]);
    await own.page.getByRole('option', { name: /^Orders disk/ }).click();
    await own.page.keyboard.press('s');
    await own.page.getByRole('button', { name: 'Begin with the story' }).waitFor();
    await own.page.keyboard.press('Alt+3');
    // A clock that ticks is no part of what a key costs.
    await own.page.getByRole('button', { name: 'Pause the timer' }).click();
    const bare = await start(
      [`--user-data-dir=${path.join(scratch, 'bare-profile')}`, built],
      BARE,
    );
    await bare.page.waitForFunction(() => 'fill' in window);
    await bare.page.evaluate((list) => /** @type {any} */ (window).fill(list), paragraphs());
    // The same text in the same lines.
    const width = await own.page
      .locator('[contenteditable="true"] p')
      .first()
      .evaluate((paragraph) => paragraph.getBoundingClientRect().width);
    await bare.page.locator('#editor').evaluate((editor, px) => {
      editor.style.maxWidth = `${px}px`;
    }, width);
    await caretInTheMiddle(own.page);
    await caretInTheMiddle(bare.page);
    const [ownWork, bareWork] = [await workOf(own), await workOf(bare)];
    for (let round = 0; round < rounds; round += 1) {
      work.bare.push(...(await perKey(bare.page, bareWork, keys)));
      work.own.push(...(await perKey(own.page, ownWork, keys)));
      process.stderr.write('.');
    }
    process.stderr.write('\n');
  });
  return work;
}
