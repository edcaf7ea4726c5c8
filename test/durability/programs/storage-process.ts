// One operation of the storage in a process of its own, which a test kills or gives a faulty disk.
// It names the one thread that does its file work, waits for `go`, and says what came of it:
// `Saved <hash>` only after the storage has promised it, `Refused <code>: <message>` otherwise.

import { readdirSync, readFileSync, writeSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '@core/errors';
import { mergeText } from '@core/record/merge-text';
import { DEFAULT_BACK_OFF, writeDurably } from '@main/storage/durable-writer';
import { notSaved } from '@main/storage/errors';
import { FILES, sha256 } from '@main/storage/files';
import { Journal } from '@main/storage/journal';
import { alone } from '@main/storage/lock';
import { moveDurably } from '@main/storage/move';
import type { Operation } from './operation';
import { typeAndSave } from './typing';

const operation: Operation = JSON.parse(process.argv[2] ?? '');

function say(line: string): void {
  // At once and whole: what is said must be there although the next moment kills.
  writeSync(1, `${line}\n`);
}

async function save(path: string, bytes: Uint8Array, basedOn: string | null): Promise<string> {
  const parts = { fs: FILES, backOff: operation.backOff ?? DEFAULT_BACK_OFF, alone };
  return writeDurably(path, bytes, { basedOn }, parts);
}

/** As the app does: the file turns out to be another, both are merged, and that is saved. */
async function saveMerged(path: string, base: string, mine: string): Promise<string> {
  try {
    return await save(path, Buffer.from(mine), sha256(base));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    const theirs = await readFile(path, 'utf8');
    const merged = mergeText(base, mine, theirs);
    if (merged === null) throw error;
    return save(path, Buffer.from(merged), sha256(theirs));
  }
}

async function run(): Promise<string> {
  switch (operation.kind) {
    case 'save':
      return save(operation.path, readFileSync(operation.from), operation.basedOn);
    case 'merge': {
      const [base, mine] = [operation.base, operation.mine].map((at) => readFileSync(at, 'utf8'));
      return saveMerged(operation.path, base ?? '', mine ?? '');
    }
    case 'rename':
      await moveDurably(operation.path, operation.to);
      return '';
    case 'trash': {
      const { Trash } = await import('@main/storage/trash');
      return new Trash(operation.root).put(operation.path, 'A record');
    }
    case 'restore': {
      const { Trash } = await import('@main/storage/trash');
      return new Trash(operation.root).restore(operation.id);
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
      return typeAndSave(operation, say);
  }
}

async function main(): Promise<void> {
  const before = new Set(readdirSync('/proc/self/task'));
  await stat('/');
  const fileThread = readdirSync('/proc/self/task').find((thread) => !before.has(thread));
  say(`ready ${fileThread}`);
  // It ends when nobody holds its input open any more.
  process.stdin.once('data', () => {
    run().then(
      (what) => say(`Saved ${what}`),
      (error) => say(`Refused ${notSaved(error).code}: ${notSaved(error).message}`),
    );
  });
}

void main();
