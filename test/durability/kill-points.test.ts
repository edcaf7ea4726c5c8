// A storage process is killed at every system call by which it works on files, for each thing it
// does to a record. What is on the disk then is the old or the new, whole; nothing else is touched;
// and the next start finds a storage that works.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@main/storage/files';
import { isTempName, sweepTempFiles } from '@main/storage/temp-files';
import { afterAll, expect, inject, test } from 'vitest';
import { contentsOf } from '../main/support';
import { BYSTANDER, CASES, type Case, one, two, withState } from './cases';
import { type Call, type Outcome, run } from './processes';
import { writerIn } from './programs/writer';
import { eachOf, report } from './report';
import { AT_ONCE, PATIENCE } from './sizes';

const writer = writerIn(inject('programs'));
afterAll(() => writer.stop());

const folderOf = (path: string) => path.split('/').slice(0, -1).join('/');
const nameOf = (path: string) => path.split('/').pop() ?? '';

/** What is wrong with what a killed process has left; null when nothing is. */
async function faultIn(root: string, subject: Case, outcome: Outcome): Promise<string | null> {
  const all = await contentsOf(root);
  const temps = Object.keys(all).filter((path) => isTempName(nameOf(path)));
  const folders = temps.map(folderOf);
  if (new Set(folders).size < folders.length) return `more than one temporary file: ${temps}`;
  const files = Object.fromEntries(Object.entries(all).filter(([path]) => !temps.includes(path)));
  const isNew = subject.isNew(files);
  if (!isNew && !subject.isOld(files)) return `neither old nor new: ${Object.keys(files)}`;
  if (!isNew && outcome.answer !== null) return `${outcome.answer} was said, and it is the old`;
  if (files['2026/bystander.md'] !== BYSTANDER) return 'another file was touched';
  return null;
}

/**
 * Kills at a call, and looks at what is left. Threads that wake each other write too, now one time
 * more and now one less: where a run came to its end before that number, the one before is tried.
 */
async function untilKilled(
  subject: Case,
  call: Call | null,
  look: (root: string, outcome: Outcome) => Promise<void>,
): Promise<void> {
  for (let tries = 0; tries < MOST_MISSES; tries += 1) {
    const isKilled = await withState(subject.before, async (root) => {
      const when = call ? Math.max(1, call.nth - tries) : 0;
      const options = call
        ? { inject: `${call.name}:signal=KILL:when=${when}`, thread: call.thread }
        : { killAfter: 'Saved' };
      const outcome = await run(subject.operation(root), options);
      if (outcome.killed) await look(root, outcome);
      return outcome.killed;
    });
    if (isKilled) return;
  }
  throw new Error(`${subject.name}: ${call?.line} was never come to`);
}

const MOST_MISSES = 20;

/** The next start sweeps what was left, and saves. */
async function nextStart(root: string): Promise<void> {
  const folders = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  await sweepTempFiles([root, ...folders], Date.now() + 1000);
  expect(Object.keys(await contentsOf(root)).filter((path) => isTempName(nameOf(path)))).toEqual(
    [],
  );
  for (const path of [one, two]) {
    const bytes = await readFile(join(root, path)).catch(() => null);
    const basedOn = bytes && sha256(bytes);
    await writer.write(join(root, path), Buffer.from('later\n'), { basedOn });
  }
}

test(
  'row 1: killed at every system call, a record is the old or the new',
  async () => {
    const counts = new Map<string, number>();
    const faults: string[] = [];
    let [old, fresh] = [0, 0];
    for (const subject of CASES) {
      const { calls, answer } = await withState(subject.before, (root) =>
        run(subject.operation(root), { trace: true }),
      );
      expect(answer, subject.name).toMatch(/^Saved/);
      await eachOf([...calls, null], AT_ONCE, (call) =>
        untilKilled(subject, call, async (root, outcome) => {
          const point = `${subject.name}, ${call?.line ?? 'after Saved'}`;
          if (!call && outcome.answer === null) faults.push(`${point}: never said so`);
          const fault = await faultIn(root, subject, outcome);
          if (fault) faults.push(`${point}: ${fault}`);
          else if (subject.isNew(await contentsOf(root))) fresh += 1;
          else old += 1;
          await nextStart(root);
          counts.set(subject.name, (counts.get(subject.name) ?? 0) + 1);
        }),
      );
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const each = [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
    report(
      `row 1: ${total} kill points (${each}): ${old} old, ${fresh} new, ${faults.length} else`,
    );
    expect(faults).toEqual([]);
  },
  PATIENCE,
);
