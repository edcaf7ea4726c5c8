// @ts-check
// Promises the durability tests with what they need of the system, and all their figures once more
// at the end. `npm run test:durability [-- --short] [--seed N] [--row K] [--from TRIAL]`: the same
// seed makes the same trials, and a long row that was interrupted is taken up at a trial. The long
// form ends with the kills of the real app (`--row app`), which `npm test` has as a step of its own.
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { foreground } from './electron/launch.mjs';
import { Problem, run, say } from './electron/problem.mjs';
import { ROOT } from './electron/ready.mjs';
import { ensureTools } from './electron/system.mjs';

const RESULTS = path.join(ROOT, 'test-results');
const FIGURES = path.join(RESULTS, 'durability-figures.txt');
const APP_TRIALS = 1000;
/** What the short form uses, so that it is the same for everyone. */
const SHORT_SEED = 1;

/** Rows that are unit tests too, and try far more in the long form. */
const UNIT_ROWS = [
  'test/core/record/names.test.ts',
  'test/core/record/rows.test.ts',
  'test/main/library/hostile-files.test.ts',
  'test/main/library/line-ends.test.ts',
  'test/main/library/watching-checkout.test.ts',
  'test/main/library/watching-storms.test.ts',
  'test/renderer/editor/block-exact.test.ts',
];

/** @param {string[]} args */
function read(args) {
  const number = (/** @type {string | undefined} */ text, /** @type {string} */ name) => {
    if (text !== undefined && !/^\d+$/.test(text)) throw new Problem(`--${name} takes a number.`);
    return text;
  };
  try {
    const { values } = parseArgs({
      args,
      options: {
        short: { type: 'boolean', default: false },
        seed: { type: 'string' },
        row: { type: 'string' },
        from: { type: 'string' },
      },
    });
    if (values.from && !values.row)
      throw new Problem('--from goes with --row: which row is it of?');
    const seed = number(values.seed, 'seed') ?? (values.short ? SHORT_SEED : randomInt(2 ** 31));
    return { ...values, seed: String(seed), from: number(values.from, 'from') };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(`${error instanceof Error ? error.message : error}`);
  }
}

/** @param {string} row a number of the table in docs/durability.md, or `kills` */
function patternOf(row) {
  if (row === 'kills') return '^kills:';
  if (/^\d+$/.test(row)) return `^row ${row}\\b`;
  throw new Problem('--row takes a number of the table in docs/durability.md, or kills, or app.');
}

await run(async () => {
  const { short, seed, row, from } = read(process.argv.slice(2));
  if (process.platform !== 'linux') {
    throw new Problem('These tests inject faults with strace, which only Linux has.');
  }
  ensureTools({ strace: 'strace', git: 'git', prlimit: 'util-linux' });
  const again = `--seed ${seed}${short ? ' --short' : ''}`;
  say(`${short ? 'Short' : 'Long'} form; the same again: npm run test:durability -- ${again}`);
  mkdirSync(RESULTS, { recursive: true });
  rmSync(FIGURES, { force: true });
  const began = Date.now();
  const codes = [];
  if (row !== 'app') {
    codes.push(await runRows(['--project', 'durability'], { short, seed, row, from }));
    if (!short && row !== 'kills') codes.push(await runRows(UNIT_ROWS, { short, seed, row, from }));
  }
  if (!short && (row === 'app' || !row)) codes.push(await killTheApp(seed, from));
  process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
  console.log(`\n${figures()}\n${Math.round((Date.now() - began) / 1000)} s, seed ${seed}`);
});

/**
 * @param {string[]} tests which, as arguments of Vitest
 * @param {{ short: boolean, seed: string, row: string | undefined, from: string | undefined }} how
 */
function runRows(tests, { short, seed, row, from }) {
  const env = {
    ...process.env,
    CLOSE_CALL_DURABILITY: short ? 'short' : 'long',
    CLOSE_CALL_SEED: seed,
    CLOSE_CALL_FROM: from ?? '0',
    CLOSE_CALL_FIGURES: FIGURES,
  };
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--passWithNoTests', ...tests];
  const reporters = ['--reporter=default', '--reporter=json'];
  const output = `--outputFile.json=${path.join(RESULTS, 'durability.json')}`;
  const which = row ? ['-t', patternOf(row)] : [];
  const args = [...vitest, ...reporters, output, ...which];
  return foreground(process.execPath, args, { cwd: ROOT, env });
}

/**
 * @param {string} seed
 * @param {string | undefined} from
 */
function killTheApp(seed, from) {
  const args = ['--trials', `${APP_TRIALS}`, '--seed', seed, ...(from ? ['--from', from] : [])];
  const script = path.join(ROOT, 'scripts/app-kills.mjs');
  return foreground(process.execPath, [script, ...args], { cwd: ROOT, env: process.env });
}

function figures() {
  try {
    return readFileSync(FIGURES, 'utf8').trimEnd();
  } catch {
    return 'No figures: no row has come to its end.';
  }
}
