// The journal of one record: each edit with what it was made on, so that after a crash what was
// typed can be put back over the file, or seen to clash with it.

import { join } from 'node:path';
import { recordEditSchema } from '@core/ipc/schemas';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit } from '@core/record/edit';
import { z } from 'zod';
import { type Files, sha256 } from '../storage/files';
import { Journal } from '../storage/journal';
import { type Pending, withPending } from './pending';
import { byPlace, wordOf } from './places';

const entry = z.object({
  key: z.string(),
  /** The record's own id; '' if it has none. */
  id: z.string(),
  path: z.string(),
  title: z.string(),
  /** SHA-256 of the file when the edit was made. */
  basedOn: z.string(),
  at: z.number(),
  base: recordEditSchema,
  edit: recordEditSchema,
});

export type JournalledEdit = z.output<typeof entry>;

const PREFIX = 'record-';
const SUFFIX = '.journal';

export function isRecordJournal(name: string): boolean {
  return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
}

/** A key may be any text a file states as its id, so the name is made from its hash. */
export function recordJournalName(key: RecordKey): string {
  return `${PREFIX}${sha256(key).slice(0, 32)}${SUFFIX}`;
}

export function openRecordJournal(
  folder: string,
  name: string,
  fs?: Files,
): Journal<JournalledEdit> {
  const parse = (value: unknown) => entry.safeParse(value).data ?? null;
  return new Journal(join(folder, name), parse, fs);
}

/** The edits of a journal as pending ones: the last of each place, over any that led to it. */
export function pendingOf(entries: readonly JournalledEdit[]): Pending {
  let pending: Pending = new Map();
  for (const entry of entries) {
    const bases = byPlace(entry.base);
    for (const [place, edit] of byPlace(entry.edit)) {
      const before = pending.get(place);
      const base = before?.base ?? bases.get(place);
      if (!base) continue;
      const over = new Set(before?.over).add(wordOf(bases.get(place) ?? base)).add(wordOf(edit));
      pending = withPending(pending, place, { edit, base, over });
    }
  }
  return pending;
}

/** For people: each place with what was typed there. */
export function firstWords(edit: RecordEdit): string {
  if (edit.kind === 'section') return edit.text;
  return Object.values(edit.fields)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(', ');
}
