// Someone who works in a library while someone else does: opens it as the app does, types into
// records and saves them, and settles what clashes with "theirs" or "both". Each token that was
// acknowledged is said, so that a test can look for it.

import { writeSync } from 'node:fs';
import { hasCode } from '@core/errors';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit } from '@core/record/edit';
import type { SectionKey } from '@core/record/model';
import { Library } from '@main/library/library';
import { randomOf } from '../random';
import type { Working } from './operation';
import { writerIn } from './writer';

const PLACES: readonly SectionKey[] = ['almost', 'saved', 'notes'];

const { root, userData, name, seed, trial, saves }: Working = JSON.parse(process.argv[2] ?? '');
const random = randomOf(seed, trial);

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const section = (key: SectionKey, text: string): RecordEdit => ({
  kind: 'section',
  section: key,
  text,
});

async function typed(library: Library, key: RecordKey, edit: RecordEdit, base: RecordEdit) {
  try {
    await library.records.edit(key, edit, base);
  } catch (error) {
    // Changed outside since it was shown: the edit is kept all the same.
    if (!hasCode(error, 'conflict')) throw error;
  }
}

const tokensIn = (text: string): string[] => text.match(/\[[ab]-\d+\]/g) ?? [];

/**
 * What of this window is not in the text shown may be left out by what its author does next: an
 * author who sees both and goes on with one has chosen, and the other is kept in the history.
 */
async function giveUp(library: Library, key: RecordKey, shown: unknown): Promise<void> {
  const mine = (await library.records.peek(key))?.content.sections;
  const seen = tokensIn(JSON.stringify(shown));
  for (const token of tokensIn(JSON.stringify(mine))) {
    if (!seen.includes(token)) say(`given-up ${token}`);
  }
}

/** Settles what clashes in a record, if anything does, one way or the other. */
async function settle(library: Library, key: RecordKey): Promise<boolean> {
  const { save, content } = await library.records.open(key);
  const conflicts = (save.kind === 'not-saved' && save.conflicts) || [];
  if (conflicts.length === 0) return false;
  if (random.chance(0.5)) {
    await giveUp(library, key, content.sections);
    for (const { theirs } of conflicts) await typed(library, key, theirs, theirs);
    return true;
  }
  for (const { mine, theirs } of conflicts) {
    if (mine.kind !== 'section' || theirs.kind !== 'section') throw new Error('not a section');
    const both = section(mine.section, `${theirs.text.trimEnd()}\n${mine.text.trimEnd()}`);
    await typed(library, key, both, theirs);
  }
  return true;
}

async function main(): Promise<void> {
  const library = await Library.open(root, {
    userData,
    // Two on one machine would not open one library; two machines would.
    locks: `${userData}/locks`,
    send: () => {},
    notify: () => {},
    write: writerIn(import.meta.dirname).write,
    startedAt: Date.now(),
    timing: { quiet: 20, latest: 60, retries: [30], gather: 20, grace: 120, poll: 1000 },
  });
  const keys = library.listing().records.map(({ key }) => key);
  let settled = 0;
  for (let n = 0; n < saves; n += 1) {
    const key = random.pick(keys);
    if (await settle(library, key)) settled += 1;
    const place = random.pick(PLACES);
    const { content } = await library.records.open(key);
    await giveUp(library, key, content.sections);
    const shown = content.sections[place];
    const token = `[${name}-${n}]`;
    const text = `${shown.trimEnd()}\n${token}`;
    await typed(library, key, section(place, text), section(place, shown));
    say(`token ${token}`);
    await library.records.save(key);
  }
  await library.close();
  say(`settled ${settled}`);
}

void main();
