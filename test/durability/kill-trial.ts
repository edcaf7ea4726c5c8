// One trial of a process that types, journals and saves in a library until it is killed at a random
// moment, and what is found on the disk then.

import { once } from 'node:events';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { sha256 } from '@main/storage/files';
import { Journal } from '@main/storage/journal';
import { startStorage } from './processes';
import { randomOf } from './random';
import { SEED } from './sizes';

/** Milliseconds from the first promise to the kill, at most. */
const LATEST = 60;
const RECORDS = ['a', 'b'] as const;

export interface Trial {
  /** What was promised: words journalled, and saves. */
  acknowledged: number;
  /** What of it is not there, or not whole; in words. */
  faults: string[];
}

const recordIn = (root: string, name: string) => join(root, name, 'record.md');
const journalIn = (journals: string, name: string) => join(journals, `typed-${name}`);

/** Records to type into, each in a folder of its own. */
export async function begin(root: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of RECORDS) {
    await mkdir(join(root, name), { recursive: true });
    files[`${name}/record.md`] = `The first text of ${name}.\n`;
  }
  return files;
}

/** Lets a process work in the library until it is killed; what it leaves is then looked at. */
export async function killWhileTyping(
  root: string,
  journals: string,
  trial: number,
): Promise<Trial> {
  const records = RECORDS.map((name) => ({
    name,
    path: recordIn(root, name),
    journal: journalIn(journals, name),
  }));
  const first = new Map<string, string>();
  for (const { name, path } of records) first.set(name, sha256(await readFile(path)));
  const lines = await linesUntilKilled({ kind: 'type', seed: SEED, trial, records }, trial);
  const said = lines.map((line) => line.split(' '));
  const acknowledged = said.filter(([word]) => word === 'journalled' || word === 'saved').length;
  const faults: string[] = [];
  for (const { name, path, journal } of records) {
    const own = said.filter(([, what]) => what === name || what?.startsWith(`${name}-`));
    faults.push(...(await faultsOf(name, path, journal, own, first.get(name) ?? '')));
  }
  return { acknowledged, faults };
}

async function linesUntilKilled(
  operation: Parameters<typeof startStorage>[0],
  trial: number,
): Promise<string[]> {
  const child = startStorage(operation);
  const ended = once(child, 'close');
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('journalled') || line.startsWith('saved')) resolve();
    });
    child.stdin.write('go\n');
    ended.then(() => reject(new Error(`the process ended by itself: ${lines.at(-1)}`)), reject);
  });
  await delay(randomOf(SEED ^ 0x5eed, trial).below(LATEST + 1));
  child.kill('SIGKILL');
  await ended;
  return lines;
}

/** @param said what was said of this record: `journalled`, `saving` and `saved`, in words */
async function faultsOf(
  name: string,
  path: string,
  journal: string,
  said: readonly string[][],
  first: string,
): Promise<string[]> {
  const faults: string[] = [];
  const bytes = await readFile(path);
  const hash = sha256(bytes);
  const saves = said.filter(([word]) => word === 'saved');
  const old = saves.at(-1)?.[2] ?? first;
  const begun = said.filter(([word]) => word === 'saving').at(-1)?.[2];
  if (hash !== old && hash !== begun) faults.push(`${name}: neither old nor new`);
  const kept = new Set(bytes.toString('utf8').split('\n'));
  const parse = (value: unknown) => (typeof value === 'string' ? value : null);
  for (const word of await new Journal<string>(journal, parse).read()) kept.add(word);
  const promised = said.filter(([word]) => word === 'journalled').map(([, what = '']) => what);
  const savedWords = Number(saves.at(-1)?.[3] ?? 0);
  for (let n = 0; n < savedWords; n += 1) promised.push(`${name}-${n}`);
  for (const word of new Set(promised)) {
    if (!kept.has(word)) faults.push(`${name}: ${word} was acknowledged and is lost`);
  }
  return faults;
}

/** A file as it is and was touched last. */
export async function printOf(path: string): Promise<string> {
  const { mtimeMs, mode } = await stat(path);
  return `${sha256(await readFile(path))} ${mtimeMs} ${mode}`;
}
