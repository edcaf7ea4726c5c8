// Someone who types into several records at once until the process is killed: each word is
// journalled, and every now and then a record is saved and its journal shortened to what came
// since, as the app does. Everything promised is said, and what is about to be saved too.

import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import type { WriteDurably } from '@main/storage/durable-writer';
import { sha256 } from '@main/storage/files';
import { Journal } from '@main/storage/journal';
import { type Random, randomOf } from '../random';
import type { Typing } from './operation';

const MAX_FILLER = 64 * 1024;

export async function typeAndSave(
  { seed, trial, records }: Typing,
  write: WriteDurably,
  say: (line: string) => void,
): Promise<never> {
  const random = randomOf(seed, trial);
  await Promise.all(records.map((record) => typeInto(record, random, write, say)));
  throw new Error('typing never ends');
}

async function typeInto(
  { name, path, journal: at }: Typing['records'][number],
  random: Random,
  write: WriteDurably,
  say: (line: string) => void,
): Promise<void> {
  const journal = new Journal<string>(at, (value) => (typeof value === 'string' ? value : null));
  const typed: string[] = [];
  let basedOn = sha256(readFileSync(path));
  for (;;) {
    const words = 1 + random.below(4);
    const kept: Promise<void>[] = [];
    for (let n = 0; n < words; n += 1) {
      const word = `${name}-${typed.length}`;
      typed.push(word);
      kept.push(journal.append(word).then(() => say(`journalled ${word}`)));
    }
    // Sometimes a save begins while the journal is still being written, sometimes after.
    if (random.chance(0.5)) await Promise.all(kept);
    const inFile = typed.length;
    const text = `${typed.join('\n')}\n${'x'.repeat(random.below(MAX_FILLER))}\n`;
    say(`saving ${name} ${sha256(text)}`);
    basedOn = await write(path, Buffer.from(text), { basedOn });
    say(`saved ${name} ${basedOn} ${inFile}`);
    await Promise.all(kept);
    await journal.replace(() => typed.slice(inFile));
    await turn();
  }
}
