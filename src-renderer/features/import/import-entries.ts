// The entries of an import as a person sees them: as they were read, changed and ticked.

import type { CaptureForm } from '@core/capture/form';
import { titleFrom } from '@core/capture/paste';
import {
  type ImportEntry,
  type ImportProblem,
  type ImportSource,
  itemOf,
  readEntries,
} from '@core/import/entries';
import type { RecordSummary } from '@core/library/listing';
import type { State } from '../../store/store';

export interface ShownEntry {
  entry: ImportEntry;
  title: string;
  /** An ISO date; '' for today. */
  day: string;
  ticked: boolean;
  /** What a person should know before it is added; '' for nothing. */
  note: string;
}

/** A source is read again only when its columns are matched otherwise. */
const read = new WeakMap<ImportSource, ReturnType<typeof readEntries>>();

function entriesOf(source: ImportSource): ReturnType<typeof readEntries> {
  const known = read.get(source) ?? readEntries(source);
  read.set(source, known);
  return known;
}

/** What of an import is left to be written, and what cannot be. */
export function shownImport(
  { sources, ticks, edits, added, failures }: State['importing'],
  records: readonly RecordSummary[],
): { entries: ShownEntry[]; problems: ImportProblem[] } {
  const known = new Set(records.map(({ fields }) => likeness(fields.title, fields.occurred)));
  const ids = new Set(records.map(({ fields }) => fields.id));
  const entries = sources
    .flatMap((source) => entriesOf(source).entries)
    .filter(({ id }) => !added[id])
    .map((read): ShownEntry => {
      const form = edits[read.id];
      const entry: ImportEntry = read.kind === 'form' && form ? { ...read, form } : read;
      const { title, day } = headOf(entry);
      const isKnown = known.has(likeness(title, day));
      return {
        entry,
        title,
        day,
        ticked: ticks[read.id] ?? (entry.kind === 'record' || !isKnown),
        note: failures[read.id] ?? noteOn(entry, isKnown, ids),
      };
    });
  return { entries, problems: sources.flatMap((source) => entriesOf(source).problems) };
}

/** What is to be written of them. An entry that says nothing any more is left out. */
export function chosenItems(entries: readonly ShownEntry[]) {
  return entries.flatMap(({ entry, ticked }) => {
    const item = ticked ? itemOf(entry) : null;
    return item ? [{ id: entry.id, item }] : [];
  });
}

function headOf(entry: ImportEntry): { title: string; day: string } {
  if (entry.kind === 'record') return { title: entry.title, day: entry.occurred.slice(0, 10) };
  const { form } = entry;
  return {
    title: form.title.trim() || titleFrom(firstText(form)),
    day: form.occurred.slice(0, 10),
  };
}

function firstText(form: CaptureForm): string {
  const { almost, saved, close, latent, customers, could, notes } = form;
  return [almost, saved, close, latent, customers, could, notes].find((text) => text.trim()) ?? '';
}

function noteOn(entry: ImportEntry, isKnown: boolean, ids: ReadonlySet<string>): string {
  if (entry.kind === 'record') {
    return entry.recordId && ids.has(entry.recordId)
      ? 'Its id is in the library already: the copy gets one of its own.'
      : '';
  }
  return isKnown ? 'One with this title and date is in the library already.' : '';
}

function likeness(title: string, day: string): string {
  return `${day.slice(0, 10)} ${title.trim().toLowerCase()}`;
}
