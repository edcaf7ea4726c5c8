// One operation of the storage in a process of its own, which a test kills or gives a faulty disk.
// It names the two threads that do its file work, waits for `go`, and says what came of it:
// `Saved <hash>` only after the storage has promised it, `Refused <code>: <message>` otherwise.

import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasCode } from '@core/errors';
import { mergeText } from '@core/record/merge-text';
import { notSaved } from '@main/storage/errors';
import { sha256 } from '@main/storage/files';
import { Journal } from '@main/storage/journal';
import { moveDurably } from '@main/storage/move';
import type { Operation } from './operation';
import { typeAndSave } from './typing';
import { writerIn } from './writer';

const operation: Operation = JSON.parse(process.argv[2] ?? '');
const { write } = writerIn(import.meta.dirname, operation.backOff);

function say(line: string): void {
  // At once and whole: what is said must be there although the next moment kills.
  writeSync(1, `${line}\n`);
}

/** As the app does: the file turns out to be another, both are merged, and that is saved. */
async function saveMerged(path: string, base: string, mine: string): Promise<string> {
  try {
    return await write(path, Buffer.from(mine), { basedOn: sha256(base) });
  } catch (error) {
    if (!hasCode(error, 'conflict')) throw error;
    const theirs = await readFile(path, 'utf8');
    const merged = mergeText(base, mine, theirs);
    if (merged === null) throw error;
    return write(path, Buffer.from(merged), { basedOn: sha256(theirs) });
  }
}

async function run(): Promise<string> {
  switch (operation.kind) {
    case 'save':
      return write(operation.path, readFileSync(operation.from), operation);
    case 'merge': {
      const [base, mine] = [operation.base, operation.mine].map((at) => readFileSync(at, 'utf8'));
      return saveMerged(operation.path, base ?? '', mine ?? '');
    }
    case 'rename':
      await moveDurably(operation.path, operation.to);
      return '';
    case 'trash': {
      const { Trash } = await import('@main/storage/trash');
      return new Trash(operation.root, write).put(operation.path, 'A record');
    }
    case 'restore': {
      const { Trash } = await import('@main/storage/trash');
      return new Trash(operation.root, write).restore(operation.id);
    }
    case 'journal': {
      const journal = new Journal<string>(operation.path, (value) => String(value));
      await journal.append(operation.entry);
      return '';
    }
    case 'shorten': {
      const journal = new Journal<string>(operation.path, (value) => String(value));
      await journal.replace(() => operation.entries);
      return '';
    }
    case 'type':
      return typeAndSave(operation, write, say);
  }
}

/** The thread that some work is the first to need. */
async function newThread(work: () => Promise<unknown>): Promise<string> {
  const before = new Set(readdirSync('/proc/self/task'));
  await work();
  const [thread, ...others] = readdirSync('/proc/self/task').filter((one) => !before.has(one));
  if (thread === undefined || others.length > 0) throw new Error('not one thread more');
  return thread;
}

/** Whatever the writer does once for all is done then. Nothing is in the files: they may not grow. */
async function saveElsewhere(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'close-call-first-'));
  const path = join(folder, 'first.md');
  const basedOn = await write(path, new Uint8Array(), { basedOn: null });
  await write(path, new Uint8Array(), { basedOn });
  await rm(folder, { recursive: true });
}

async function main(): Promise<void> {
  const fileThread = await newThread(() => stat('/'));
  const writerThread = await newThread(saveElsewhere);
  say(`ready ${fileThread} ${writerThread}`);
  // It ends when nobody holds its input open any more.
  process.stdin.once('data', () => {
    run().then(
      (what) => say(`Saved ${what}`),
      (error) => say(`Refused ${notSaved(error).code}: ${notSaved(error).message}`),
    );
  });
}

void main();
