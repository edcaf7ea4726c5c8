// @ts-check
// Promises the figures of a library of 10,000 records: opening it, searching it as one types, and
// the memory all processes take, each as a ratio in one run.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { makeVariedLibrary } from '../../test/bench/varied-library.mjs';
import { withApp } from '../drive/app.mjs';
import { say } from '../electron/problem.mjs';
import { ROOT } from '../electron/ready.mjs';
import { ensureTools } from '../electron/system.mjs';
import { atPercent, median, report } from './figures.mjs';

const RECORDS = 10_000;
const EMPTY = path.join(ROOT, 'scripts/bench/empty-window');
/** Milliseconds until the disk's clock has gone on: files just written are read again. */
const SETTLED = 3000;
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

/** Each beginning of each query, as it is typed: from asking to the answer being painted. */
async function typed(/** @type {import('@playwright/test').Page} */ page) {
  const queries = TYPED.flatMap((text) => [...text].map((_, n) => text.slice(0, n + 1)));
  return page.evaluate(async (all) => {
    const { invoke } = /** @type {any} */ (globalThis).closeCall;
    await invoke('library:search', { query: 'first' });
    const took = [];
    for (const query of all) {
      const began = performance.now();
      await invoke('library:search', { query });
      took.push(performance.now() - began);
    }
    return took;
  }, queries);
}

/** @param {string} folder */
function grepped(folder) {
  return TYPED.map((text) => {
    const began = performance.now();
    spawnSync('rg', ['-il', text, folder], { stdio: 'ignore' });
    return performance.now() - began;
  });
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
    /** @type {number[]} */
    const answers = [];
    /** @type {number[]} */
    const greps = [];
    for (let run = 0; run < runs; run += 1) {
      const empty = await start([`--user-data-dir=${path.join(scratch, 'empty')}`], EMPTY);
      await empty.page.waitForLoadState();
      const bare = await memoryOf(empty.app);
      await empty.app.close();
      const { app, page } = await start(['--library', folder]);
      await page.getByRole('option').first().waitFor();
      answers.push(...(await typed(page)));
      memory.push((await memoryOf(app)) / bare);
      await app.close();
      greps.push(...grepped(folder));
    }
    const p95 = atPercent(answers, 95);
    report('Search as one types, over 16 ms, 95th percentile', p95 / 16, `${p95.toFixed(1)} ms`, 1);
    const rg = median(greps);
    const answer = median(answers);
    report(
      'Search, over `rg -il` on the same words',
      answer / rg,
      `${answer.toFixed(1)} ms over ${rg.toFixed(1)} ms`,
      1,
    );
    report('Memory of all processes, over an empty window', median(memory), `${runs} runs`, 1.6);
  });
