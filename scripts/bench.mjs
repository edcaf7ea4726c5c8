// @ts-check
// Promises figures that can be compared on a noisy machine: everything is measured in paired runs,
// one after the other in one go, and given as a ratio against a limit. `npm run bench [-- RUNS]`,
// or one part alone: `-- save` for the durable save, `-- capture` for opening the small window,
// `-- library [RUNS]` for a library of 10,000 records, `-- typing` for a key in a long section.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeLibrary } from '../test/bench/make-library.mjs';
import { atPercent, median, report } from './bench/figures.mjs';
import { benchLibrary } from './bench/library.mjs';
import { measureQuickCapture } from './bench/quick-capture.mjs';
import { typing } from './bench/typing.mjs';
import { withApp } from './drive/app.mjs';
import { run, say } from './electron/problem.mjs';
import { ROOT } from './electron/ready.mjs';

/** One part alone; undefined for all of them. */
const ONLY = /^\d+$/.test(process.argv[2] ?? '9') ? undefined : process.argv[2];
const RUNS = ONLY ? 9 : Number(process.argv[2] ?? 9);
const LIBRARY_RUNS = Number(process.argv[3] ?? 5);
const SAVES = 500;
const TYPING_ROUNDS = 16;
const TYPING_KEYS = 25;
const SAMPLE = path.join(ROOT, 'resources/sample-library');
const EMPTY = path.join(ROOT, 'scripts/bench/empty-window');

/**
 * @typedef {{ usableMs: number, mainMb: number, allMb: number }} Measured
 * @param {import('./drive/app.mjs').Running} running
 * @returns {Promise<Measured>}
 */
async function measure({ app, page }) {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  const at = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('usable')[0]?.startTime ?? 0),
  );
  const { created, metrics } = await app.evaluate(({ app: electron }) => ({
    created: process.getCreationTime(),
    metrics: electron.getAppMetrics().map((m) => ({ type: m.type, kb: m.memory.workingSetSize })),
  }));
  await app.close();
  const mb = (/** @type {typeof metrics} */ list) => list.reduce((sum, m) => sum + m.kb, 0) / 1024;
  return {
    usableMs: at - (created ?? Number.NaN),
    mainMb: mb(metrics.filter((m) => m.type === 'Browser')),
    allMb: mb(metrics),
  };
}

/** Bytes of the built code, and what they come to when packed, without fonts and pictures. */
function builtSize() {
  const out = path.join(ROOT, 'out');
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(out, file))
    .filter((file) => statSync(file).isFile() && /\.(c?js|css|html)$/.test(file));
  const bytes = files.map((file) => readFileSync(file));
  return {
    kb: bytes.reduce((sum, b) => sum + b.length, 0) / 1024,
    packedKb: bytes.reduce((sum, b) => sum + gzipSync(b).length, 0) / 1024,
  };
}

/** A save with all its promises over the bare minimum of the same bytes. */
function benchSaves() {
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const script = path.join(ROOT, 'scripts/bench/durable-save.ts');
  const args = [tsx, '--tsconfig', path.join(ROOT, 'scripts/tsconfig.json'), script, `${SAVES}`];
  /** @type {[number, number][]} */
  const pairs = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const ms = (/** @type {0 | 1} */ which) => median(pairs.map((p) => p[which])).toFixed(2);
  const ratio = median(pairs.map(([durable, bare]) => durable / bare));
  const name = 'Durable save, over write, fsync, rename and folder fsync of the same bytes';
  report(name, ratio, `${ms(0)} ms over ${ms(1)} ms, ${SAVES} pairs`, 1.5);
}

/** Starts of the app, its memory and its size. */
const benchApp = () =>
  withApp(async ({ start, scratch }) => {
    const thousand = path.join(scratch, 'thousand');
    makeLibrary(SAMPLE, thousand, 1000);
    const sample = path.join(scratch, 'sample');
    makeLibrary(SAMPLE, sample, 24);
    /** @type {Record<'empty' | 'sample' | 'thousand', Measured[]>} */
    const results = { empty: [], sample: [], thousand: [] };
    say(`${RUNS} runs of each, in turns; the first of each is thrown away`);
    for (let i = 0; i <= RUNS; i += 1) {
      const profile = (/** @type {string} */ name) =>
        `--user-data-dir=${path.join(scratch, `profile-${name}`)}`;
      const round = {
        empty: await measure(await start([profile('empty')], EMPTY)),
        sample: await measure(await start([profile('sample'), '--library', sample])),
        thousand: await measure(await start([profile('thousand'), '--library', thousand])),
      };
      if (i === 0) continue;
      results.empty.push(round.empty);
      results.sample.push(round.sample);
      results.thousand.push(round.thousand);
      process.stderr.write('.');
    }
    say('');
    /** @param {'sample' | 'thousand'} kind @param {keyof Measured} what */
    const ratio = (kind, what) =>
      median(results[kind].map((m, i) => m[what] / (results.empty[i]?.[what] ?? Number.NaN)));
    /** @param {keyof typeof results} kind @param {keyof Measured} what */
    const typical = (kind, what) => Math.round(median(results[kind].map((m) => m[what])));

    for (const [kind, name, limit] of /** @type {const} */ ([
      ['sample', 'Usable home, sample library, over an empty window', 1.4],
      ['thousand', 'Usable home, 1,000 records, over an empty window', undefined],
    ])) {
      const raw = `${typical(kind, 'usableMs')} ms over ${typical('empty', 'usableMs')} ms`;
      report(name, ratio(kind, 'usableMs'), raw, limit);
    }
    for (const [kind, name] of /** @type {const} */ ([
      ['sample', 'Memory of the main process, sample library'],
      ['thousand', 'Memory of the main process, 1,000 records'],
    ])) {
      const raw = `${typical(kind, 'mainMb')} MB over ${typical('empty', 'mainMb')} MB`;
      report(name, ratio(kind, 'mainMb'), raw);
    }
    const { kb, packedKb } = builtSize();
    console.log(`Built code: ${Math.round(kb)} kB, ${Math.round(packedKb)} kB packed`);
  });

/** Opening the small window of quick capture, from the command to the focus in its field. */
async function benchCapture() {
  const { atOnce, first, again } = await measureQuickCapture(RUNS, 1000);
  const limit = 300;
  for (const [name, values] of /** @type {const} */ ([
    ['at once after the start', atOnce],
    ['the first time', first],
    ['again', again],
  ])) {
    const ms = median(values);
    const worst = Math.round(Math.max(...values));
    console.log(
      `Quick capture opens, ${name}: ${Math.round(ms)} ms (aim ${limit} or less: ` +
        `${ms <= limit ? 'within' : 'OVER'}; slowest of ${values.length}: ${worst} ms)`,
    );
  }
}

/** Keys in a section of 20,000 characters, over a bare editor with the same text. */
async function benchTyping() {
  const work = await typing(TYPING_ROUNDS, TYPING_KEYS);
  const [bare, own] = [atPercent(work.bare, 95), atPercent(work.own, 95)];
  const middle = (median(work.own) / median(work.bare)).toFixed(2);
  const name = 'Work per key in 20,000 characters, 95th percentile, over a bare editor';
  const raw = `${own.toFixed(1)} ms over ${bare.toFixed(1)} ms, ${work.own.length} keys in each`;
  report(name, own / bare, `${raw}; the middle key ${middle} ×`, 1.3);
}

await run(async () => {
  if (!ONLY || ONLY === 'save') benchSaves();
  if (!ONLY || ONLY === 'capture') await benchCapture();
  if (!ONLY || ONLY === 'typing') await benchTyping();
  if (!ONLY || ONLY === 'library') await benchLibrary(LIBRARY_RUNS);
  if (!ONLY) await benchApp();
});
