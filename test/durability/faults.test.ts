// A disk that refuses, lies or takes less than it was given, played by the system itself: nothing is
// ever said to be saved that is not, what was there stays, and the refusal is said in words.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_BACK_OFF } from '@main/storage/durable-writer';
import { isTempName } from '@main/storage/temp-files';
import { expect, test } from 'vitest';
import { makeReadOnly } from '../main/read-only';
import { contentsOf } from '../main/support';
import { CASES, type Case, one, withState } from './cases';
import { type Call, type Outcome, type RunOptions, run } from './processes';
import { eachOf, report } from './report';
import { AT_ONCE, LONG, PATIENCE } from './sizes';

const RENAMES = 'rename,renameat,renameat2';
const MOST_MISSES = 20;
const BESIDE = [0, -1, 1, -2, 2];
const QUICK = [1, 1, 1, 1];

function caseNamed(name: string): Case {
  const found = CASES.find((one) => one.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return found;
}

interface Result extends Outcome {
  files: Record<string, string>;
  isOld: boolean;
  isNew: boolean;
  temps: number;
}

/** Runs a case's operation on a state of its own. */
function tried(subject: Case, options: RunOptions, backOff?: readonly number[]): Promise<Result> {
  return withState(subject.before, async (root) => {
    const operation = { ...subject.operation(root), ...(backOff ? { backOff } : {}) };
    const outcome = await run(operation, options);
    const files = await contentsOf(root);
    const temps = Object.keys(files).filter((path) => isTempName(path.split('/').pop() ?? ''));
    for (const path of temps) delete files[path];
    const [isOld, isNew] = [subject.isOld(files), subject.isNew(files)];
    return { ...outcome, files, isOld, isNew, temps: temps.length };
  });
}

/** A refusal must be in words: no code names, and what was kept. */
const IN_WORDS = /^Refused (not-saved|conflict): (?!.*\bE[A-Z]{3,}\b)/;

test(
  'row 4: a rename that is refused three times is tried again; one refused for ever leaves the old',
  async () => {
    const save = caseNamed('save');
    let [saved, kept] = [0, 0];
    for (const code of ['EPERM', 'EBUSY', 'EACCES']) {
      const passing = await tried(save, { inject: `${RENAMES}:error=${code}:when=1..3` });
      expect(passing).toMatchObject({ isNew: true, temps: 0 });
      expect(passing.answer).toMatch(/^Saved/);
      expect(refusals(passing)).toBe(3);
      saved += 1;

      const backOff = LONG ? DEFAULT_BACK_OFF : QUICK;
      const began = performance.now();
      const lasting = await tried(save, { inject: `${RENAMES}:error=${code}` }, backOff);
      expect(lasting).toMatchObject({ isOld: true, isNew: false, temps: 0 });
      expect(lasting.answer).toMatch(IN_WORDS);
      expect(refusals(lasting)).toBe(backOff.length + 1);
      if (LONG) expect(performance.now() - began).toBeGreaterThanOrEqual(10_000);
      kept += 1;
    }
    expect(DEFAULT_BACK_OFF.reduce((sum, pause) => sum + pause, 0)).toBe(10_000);
    report(
      `row 4: EPERM, EBUSY, EACCES: ${saved} of 3 saved after three refusals, ${kept} of 3 kept ` +
        `the old and said so when refused for ${LONG ? '10 s' : 'ever (10 s by default)'}`,
    );
  },
  PATIENCE,
);

const refusals = ({ calls }: Outcome) =>
  calls.filter(({ name, line }) => name.startsWith('rename') && line.includes('(INJECTED)')).length;

/** What the system can answer to each call when it has to refuse it. */
const FAULTS: Record<string, readonly string[]> = {
  openat: ['error=EMFILE', 'error=EROFS', 'error=EACCES', 'error=EIO', 'error=ENOSPC'],
  // A number: the system takes that many bytes for written, and writes none.
  write: ['error=EIO', 'error=ENOSPC', 'error=EDQUOT', 'retval=7', 'retval=0'],
  fsync: ['error=EIO', 'error=ENOSPC'],
  rename: ['error=EROFS', 'error=EIO', 'error=ENOSPC'],
  link: ['error=EROFS', 'error=EIO', 'error=ENOSPC'],
  mkdir: ['error=EROFS', 'error=EACCES', 'error=ENOSPC'],
  fchmod: ['error=EIO'],
};

test(
  'row 5: whatever call is refused or cut short, nothing is said to be saved, and nothing is lost',
  async () => {
    const faults: string[] = [];
    let [refused, whole] = [0, 0];
    for (const name of ['save', 'create', 'rename', 'delete', 'merge', 'journal', 'shorten']) {
      const subject = caseNamed(name);
      const injections = (await callsOf(subject)).flatMap(({ name: call, thread, nth }, index) =>
        someOf(FAULTS[call] ?? [], index).map((fault) => ({ call, fault, thread, nth })),
      );
      await eachOf(injections, AT_ONCE, async (injection) => {
        const { answer, isOld, isNew } = await hit(subject, injection);
        const what = `${name}, ${injection.call} ${injection.nth}, ${injection.fault}`;
        if (isOld || isNew) whole += 1;
        else faults.push(`${what}: neither old nor new`);
        if (answer !== null && IN_WORDS.test(answer)) refused += 1;
        else faults.push(`${what}: ${answer}`);
      });
    }
    const limited = await withLimitedSize(faults);
    const readOnly = await onReadOnlyFolder();
    report(
      `row 5: ${refused} refused calls of 7 operations: 0 said to be saved, ${whole} whole; ` +
        `${limited} short writes by a limit of size; ${readOnly}; ${faults.length} faults`,
    );
    expect(faults).toEqual([]);
  },
  PATIENCE,
);

/**
 * A trial whose fault came to a file. Threads that wake each other write too, now one time more and
 * now one less, so that the number of a write may be that of such a wake-up: then the ones beside
 * it are tried.
 */
async function hit(subject: Case, { call, fault, thread, nth }: Injection): Promise<Result> {
  for (let tries = 0; tries < MOST_MISSES; tries += 1) {
    const beside = Math.max(1, nth + (BESIDE[tries % BESIDE.length] ?? 0));
    const inject = `${call}:${fault}:when=${beside}${lasting(fault)}`;
    const result = await tried(subject, { inject, thread }, QUICK);
    if (result.calls.some(({ line }) => line.includes('(INJECTED)'))) return result;
  }
  throw new Error(`${subject.name}: ${fault} has never come to a ${call} of a file`);
}

interface Injection {
  call: string;
  fault: string;
  thread: Call['thread'];
  nth: number;
}

/** The calls an operation needs for its own files; locks are another matter. */
async function callsOf(subject: Case): Promise<Call[]> {
  return withState(subject.before, async (root) => {
    const { calls } = await run(subject.operation(root), { trace: true });
    return calls.filter(({ line }) => line.includes(root) && !line.includes(' = -1 '));
  });
}

/** Each fault of each call in the long form; in the short one two, in turns. */
function someOf(faults: readonly string[], turn: number): readonly string[] {
  return LONG ? faults : faults.filter((_, n) => (n + turn) % faults.length < 2);
}

/** What is refused for now is tried again, so it has to last. */
const lasting = (fault: string) => (fault === 'error=EACCES' ? '+' : '');

/** The system writes as much as the limit allows, and refuses the rest: a true short write. */
async function withLimitedSize(faults: string[]): Promise<number> {
  const save = caseNamed('save');
  const size = (save.before['input/new'] ?? '').length;
  const limits = [1, 100, 4096, 4097, size >> 1, size - 1];
  for (const limit of limits) {
    const result = await tried(save, { under: ['prlimit', `--fsize=${limit}`] });
    const isRight = result.isOld && !result.isNew && IN_WORDS.test(result.answer ?? '');
    if (!isRight) faults.push(`a limit of ${limit} bytes: ${result.answer}`);
  }
  const enough = await tried(save, { under: ['prlimit', `--fsize=${size}`] });
  if (!enough.isNew) faults.push(`a limit that is no limit: ${enough.answer}`);
  return limits.length;
}

async function onReadOnlyFolder(): Promise<string> {
  const save = caseNamed('save');
  return withState(save.before, async (root) => {
    let undo: () => void;
    try {
      undo = makeReadOnly(join(root, '2026'));
    } catch (error) {
      return `a read-only folder was not tried, mounting is refused here (${error})`;
    }
    try {
      const { answer } = await run(save.operation(root));
      expect(answer).toMatch(IN_WORDS);
      expect(await readFile(join(root, one), 'latin1')).toBe(save.before[one]);
      return 'a read-only folder refused';
    } finally {
      undo();
    }
  });
}
