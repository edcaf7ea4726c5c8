// What an app that ended early has left in its journals: put back over the files, where it clashes
// with what was changed there to be chosen from, and set aside where there is no such record to edit.
// Nothing is dropped, and all is said.

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordKey } from '@core/library/listing';
import { ulid } from 'ulid';
import { reasonOf } from '../storage/errors';
import type { LibraryIndex } from './library-index';
import { nameOf } from './places';
import {
  firstWords,
  isRecordJournal,
  type JournalledEdit,
  openRecordJournal,
  pendingOf,
  recordJournalName,
} from './record-journal';
import type { RecordService } from './record-service';

const ASIDE = 'kept-aside';
const MAX_QUOTE = 80;

export interface ReplayParts {
  journals: string;
  index: LibraryIndex;
  records: RecordService;
  notify(message: string): void;
}

/** Reads every journal of the library's folder and deals with it; a failure of one is said. */
export async function replayJournals(parts: ReplayParts): Promise<void> {
  const names = await readdir(parts.journals).catch(() => []);
  for (const name of names.filter(isRecordJournal)) {
    try {
      await replay(name, parts);
    } catch (error) {
      parts.notify(
        `What you typed before the app ended could not be put back: ${reasonOf(error)}. ` +
          `It is kept in ${join(parts.journals, name)}.`,
      );
    }
  }
}

async function replay(name: string, parts: ReplayParts): Promise<void> {
  const journal = openRecordJournal(parts.journals, name);
  const entries = await journal.read();
  const last = entries.at(-1);
  if (!last) return journal.clear();
  const key = keyFor(last, parts.index);
  const record = key === null ? null : await parts.records.record(key).catch(() => null);
  if (!record || record.view().readOnly) {
    const where = await setAside(parts.journals, entries);
    parts.notify(`${whatYouHad(entries)} Its record cannot be edited now; it is kept in ${where}.`);
    return journal.clear();
  }
  const sorted = record.sort(pendingOf(entries));
  const { left, clashing } = sorted;
  if (clashing.length > 0) {
    const places = clashing.map((place) => `“${nameOf(place)}”`).join(', ');
    parts.notify(
      `${whatYouHad(entries)} The file was changed outside in ${places}: ` +
        'open the near miss to choose what stands there.',
    );
  } else if (left.size > 0) {
    parts.notify(`${whatYouHad(entries)} It has been put back.`);
  }
  // A key that was made from a path is another one when the file has moved: so is its journal.
  const isOwn = recordJournalName(record.key) === name;
  if (left.size > 0) await record.putBack(sorted);
  if (!isOwn || left.size === 0) await journal.clear();
}

function keyFor(entry: JournalledEdit, index: LibraryIndex): RecordKey | null {
  const there = index.at(entry.path);
  const states = (id: string) => id === entry.id;
  if (there?.reading.kind === 'record' && states(there.reading.id)) return there.key;
  return index.get(entry.key)?.key ?? null;
}

/** Writes edits to a file of their own, for a person to read; gives its path. */
export async function setAside(
  journals: string,
  entries: readonly JournalledEdit[],
): Promise<string> {
  const folder = join(journals, ASIDE);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${ulid()}.json`);
  await writeFile(path, `${JSON.stringify(entries, null, 2)}\n`, { flag: 'wx', flush: true });
  return path;
}

function whatYouHad(entries: readonly JournalledEdit[]): string {
  const last = entries.at(-1);
  if (!last) return '';
  const words = firstWords(last.edit).replace(/\s+/g, ' ').trim();
  const quote = words.length > MAX_QUOTE ? `${words.slice(0, MAX_QUOTE)}…` : words;
  return `Here is what you had in “${last.title}”: “${quote}”.`;
}
