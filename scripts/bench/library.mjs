// @ts-check
// Promises the figures of a library of 10,000 records: opening it, searching it as one types,
// scrolling it, and the memory all processes take, each held against something else in the same run.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { makeVariedLibrary } from '../../test/bench/varied-library.mjs';
import { withApp } from '../drive/app.mjs';
import { say } from '../electron/problem.mjs';
import { ROOT } from '../electron/ready.mjs';
import { ensureTools } from '../electron/system.mjs';
import { atPercent, median, report } from './figures.mjs';
import { moveByKeys, scrollByWheel, showPlainRows, watchStill } from './scrolling.mjs';
import { beginnings, typeAndWatch } from './searching.mjs';

/** @typedef {import('./scrolling.mjs').Frames} Frames */
/** @typedef {import('./searching.mjs').Shown} Shown */

const RECORDS = 10_000;
const EMPTY = path.join(ROOT, 'scripts/bench/empty-window');
/** Milliseconds until the disk's clock has gone on: files just written are read again. */
const SETTLED = 3000;
/** Milliseconds a frame may take. */
const FRAME = 32;
const TYPED = ['certificate', 'frankfurt', 'expired', 'checkout replica', 'overflwed', 'marek'];

/** The program of the indexer's thread, as the app starts it. */
function builtIndexer() {
  const out = path.join(ROOT, 'out/main');
  const file = readdirSync(out, { recursive: true, encoding: 'utf8' }).find((name) =>
    /index-worker[^/]*\.js$/.test(name),
  );
  return path.join(out, file ?? '');
}

/** @param {string} folder @param {string} scratch @param {number} runs */
function benchOpening(folder, scratch, runs) {
  const data = path.join(scratch, 'opened');
  mkdirSync(data);
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const script = path.join(ROOT, 'scripts/bench/open-library.ts');
  const tsconfig = path.join(ROOT, 'scripts/tsconfig.json');
  const args = [tsx, '--tsconfig', tsconfig, script, folder, data, builtIndexer(), `${runs}`];
  /** @type {Record<'first' | 'again', [number, number][]>} */
  const { first, again } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  for (const [name, pairs, limit] of /** @type {const} */ ([
    [`First open of ${RECORDS} records, over reading their files`, first, 2.5],
    ['Opening again, over asking for the status of each file', again, 1.5],
  ])) {
    const ms = (/** @type {0 | 1} */ which) => Math.round(median(pairs.map((p) => p[which])));
    report(
      name,
      median(pairs.map(([opened, bare]) => opened / bare)),
      `${ms(0)} ms over ${ms(1)} ms`,
      limit,
    );
  }
}

/** @param {import('@playwright/test').ElectronApplication} app */
async function memoryOf(app) {
  const metrics = await app.evaluate(({ app: electron }) => electron.getAppMetrics());
  return metrics.reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024;
}

/**
 * The same words looked for in the same files, as far as each key has brought them.
 * @param {string} folder
 */
function grepped(folder) {
  return beginnings(TYPED).map((text) => {
    const began = performance.now();
    spawnSync('rg', ['-il', '--fixed-strings', text, folder], { stdio: 'ignore' });
    return performance.now() - began;
  });
}

/** @param {string} how @param {Frames[]} moved @param {Frames[]} plain @param {Frames[]} still */
function reportFrames(how, moved, plain, still) {
  const all = (/** @type {Frames[]} */ runs, /** @type {keyof Frames} */ what) =>
    runs.flatMap((run) => run[what]);
  const frames = all(moved, 'frames');
  const over = (/** @type {number[]} */ values) => values.filter((ms) => ms > FRAME).length;
  const overIn = (/** @type {Frames[]} */ runs) =>
    `${over(all(runs, 'frames'))} of ${all(runs, 'frames').length}`;
  console.log(
    `${how}: ${overIn(moved)} frames over ${FRAME} ms (aim none), slowest ` +
      `${Math.round(Math.max(...frames))} ms; the page at work for over ${FRAME} ms in ` +
      `${over(all(moved, 'busy'))} of them, slowest ${Math.round(Math.max(...all(moved, 'busy')))} ms. ` +
      `A page of plain rows, moved alike: ${overIn(plain)}, slowest ` +
      `${Math.round(Math.max(...all(plain, 'frames')))} ms. An empty window at rest: ${overIn(still)}`,
  );
}

/** @param {Shown[]} shown @param {number[]} greps */
function reportTyping(shown, greps) {
  const inPage = shown.map((key) => key.inPage);
  const p95 = atPercent(inPage, 95);
  const painted = atPercent(
    shown.map((key) => key.inFrame),
    95,
  );
  report(
    'From a key to what it finds in the page, over 16 ms, 95th percentile',
    p95 / 16,
    `${p95.toFixed(1)} ms; median ${median(inPage).toFixed(1)} ms; the frame that shows it ready ` +
      `after ${painted.toFixed(1)} ms; ${inPage.length} keys`,
    1,
  );
  report(
    'The same, over `rg -il` on the same letters',
    median(inPage) / median(greps),
    `${median(inPage).toFixed(1)} ms over ${median(greps).toFixed(1)} ms, medians`,
    1,
  );
}

/** What is searched is read once in the background: typing begins when that is over. */
async function searchOnce(/** @type {import('@playwright/test').Page} */ page) {
  await page.evaluate(() =>
    /** @type {any} */ (globalThis).closeCall.invoke('library:search', { query: 'first' }),
  );
}

/** @param {number} runs */
export const benchLibrary = (runs) =>
  withApp(async ({ start, scratch }) => {
    ensureTools({ rg: 'ripgrep' });
    const folder = path.join(scratch, 'library');
    makeVariedLibrary(folder, RECORDS);
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
    say(`A library of ${RECORDS} records; ${runs} runs of each, in turns`);
    benchOpening(folder, scratch, runs);
    /** @type {number[]} */
    const memory = [];
    /** @type {Shown[]} */
    const shown = [];
    /** @type {Record<'still' | 'wheel' | 'keys' | 'plainWheel' | 'plainKeys', Frames[]>} */
    const frames = { still: [], wheel: [], keys: [], plainWheel: [], plainKeys: [] };
    /** @type {number[]} */
    const greps = [];
    for (let run = 0; run < runs; run += 1) {
      const empty = await start([`--user-data-dir=${path.join(scratch, 'empty')}`], EMPTY);
      await empty.page.waitForLoadState();
      frames.still.push(await watchStill(empty.page));
      // As old as the app will be: what a process has not touched yet is no memory of its own.
      const bare = await memoryOf(empty.app);
      await showPlainRows(empty.page, RECORDS);
      frames.plainWheel.push(await scrollByWheel(empty.page));
      frames.plainKeys.push(await moveByKeys(empty.page));
      await empty.app.close();
      const { app, page } = await start(['--library', folder]);
      await page.getByRole('option').first().waitFor();
      await searchOnce(page);
      memory.push((await memoryOf(app)) / bare);
      frames.wheel.push(await scrollByWheel(page));
      frames.keys.push(await moveByKeys(page));
      shown.push(...(await typeAndWatch(page, TYPED)));
      await app.close();
      greps.push(...grepped(folder));
    }
    reportTyping(shown, greps);
    reportFrames('Scrolling by wheel', frames.wheel, frames.plainWheel, frames.still);
    reportFrames('Moving by keys', frames.keys, frames.plainKeys, frames.still);
    report('Memory of all processes, over an empty window', median(memory), `${runs} runs`, 1.6);
  });
