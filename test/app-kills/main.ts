// Kills the real app again and again while it types and saves, and counts what is lost: nothing
// that it said is saved, and nothing typed more than a quarter of a second before the kill.
//
//   node scripts/app-kills.mjs [--trials N] [--seed N] [--from TRIAL] [--slow-writes] [--json FILE]
//
// Trials are drawn from the seed and their number, so that `--from` takes a run up where it ended.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../scripts/electron/build.mjs';
import { withDisplay } from '../../scripts/electron/display.mjs';
import { run, say } from '../../scripts/electron/problem.mjs';
import { electronEnv, ROOT } from '../../scripts/electron/ready.mjs';
import { resolveElectron } from '../../scripts/electron/runtime.mjs';
import { ensureLibraries } from '../../scripts/electron/system.mjs';
import type { Launch } from './driven-app';
import type { Texts } from './page';
import type { KillWindow } from './plan';
import { Rounds } from './rounds';
import { slowWrites } from './slow-writes';
import { Totals } from './totals';
import { lookOnce, runTrial, type TrialParts } from './trial';
import { TrialLibrary } from './trial-library';

/** Trials on one library and profile, one after the other; then both begin anew. */
const BLOCK = 20;
const SIDE_BY_SIDE = 2;
const SAY_EVERY = 20;
const WINDOW: KillWindow = { from: 0, to: 1500 };
/** With slow writes it takes longer until one is under way. */
const SLOW_WINDOW: KillWindow = { from: 1000, to: 2500 };
const NOTHING_TYPED: Texts = { section: '', field: '' };

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '200' },
    seed: { type: 'string', default: process.env.CLOSE_CALL_SEED ?? String(Date.now() % 1e6) },
    from: { type: 'string', default: '1' },
    'slow-writes': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const trials = Number(values.trials);
const seed = Number(values.seed);
const from = Number(values.from);
const slow = values['slow-writes'];

const totals = new Totals();
const rounds = new Rounds();
type BareLaunch = Pick<Launch, 'executable' | 'env'>;

/** The first trials of the blocks that are under way. */
const underWay = new Set<number>();

/**
 * Trials, each on what the one before has left; then one more start, to look. After a failure the
 * rest go on with a new library, and what the failure has left stays to be looked at.
 */
async function runBlock(first: number, end: number, launch: BareLaunch): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'close-call-kills-'));
  const library = await TrialLibrary.make(scratch);
  const parts: TrialParts = {
    library,
    seed,
    trial: first,
    window: slow ? SLOW_WINDOW : WINDOW,
    launch: { ...launch, under: slow ? slowWrites(library.recordPath) : [] },
    left: NOTHING_TYPED,
    rounds,
  };
  let failed = false;
  try {
    while (parts.trial < end && !failed) {
      const { outcome, left } = await runTrial(parts);
      failed = outcome.problems.length > 0;
      totals.add(parts.trial, outcome);
      parts.left = left;
      parts.trial += 1;
      if (totals.done % SAY_EVERY === 0) sayProgress();
    }
    const problems = failed ? [] : await lookOnce(parts);
    if (problems.length > 0) {
      failed = true;
      totals.broke(parts.trial - 1, problems);
    }
  } catch (error) {
    failed = true;
    totals.broke(parts.trial, [String(error)]);
    parts.trial += 1;
  }
  if (failed) say(`What is on the disk is kept in ${scratch}`);
  else await rm(scratch, { recursive: true, force: true });
  if (parts.trial < end) await runBlock(parts.trial, end, launch);
}

function sayProgress(): void {
  const again = `--seed ${seed} --trials ${trials} --from ${Math.min(...underWay)}`;
  say(`${totals.done} trials, ${totals.failed} failed (from here: ${again})`);
}

await run(async () => {
  const electron = await resolveElectron();
  ensureLibraries(electron.executable);
  await ensureBuilt(ROOT);
  const display = await withDisplay();
  const launch = { executable: electron.executable, env: { ...electronEnv(), ...display.env } };
  say(`Trials ${from} to ${trials}, seed ${seed}`);
  const started = Date.now();
  let next = from;
  const lane = async () => {
    rounds.join();
    while (next <= trials) {
      const first = next;
      next += BLOCK;
      underWay.add(first);
      await runBlock(first, Math.min(next, trials + 1), launch);
      underWay.delete(first);
    }
    rounds.leave();
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  await display.stop();
  say(`${totals.done} trials in ${Math.round((Date.now() - started) / 1000)} s`);
  if (values.json) {
    await mkdir(dirname(values.json), { recursive: true });
    await writeFile(values.json, JSON.stringify(totals.tally()));
  }
  const kills = `${totals.done} kills of the real app`;
  const name = slow ? `row 7: ${kills}, each write 500 ms slower` : `row 18/figure: ${kills}`;
  console.log(`${name}: ${totals.words()}`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
});
