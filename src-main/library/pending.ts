// What is typed and not yet in the file, as values: at most one edit a place, each with what the
// file may hold there for the edit to be put over it. Everything here is pure.

import type { SaveConflict } from '@core/ipc/contract';
import { applyEdit, type RecordEdit } from '@core/record/edit';
import { mergeEdit } from '@core/record/merge-edit';
import type { RecordContent } from '@core/record/model';
import { parseRecord } from '@core/record/parse';
import { reasonOf } from '../storage/errors';
import { editAt, nameOf, type Place, withEdit, wordAt, wordOf } from './places';

export interface PendingEdit {
  edit: RecordEdit;
  /** What its author saw there before typing. */
  base: RecordEdit;
  /** Words (see wordOf) of what the file may hold: what the edit was made on, and our own. */
  over: ReadonlySet<string>;
}

export type Pending = ReadonlyMap<Place, PendingEdit>;

export const NOTHING: Pending = new Map();

/** A text with what was read from it. */
export interface ReadText {
  text: string;
  content: RecordContent;
}

/** An edit that cannot go into the file for now. */
export interface Held {
  place: Place;
  reason: string;
  conflict: SaveConflict | null;
}

export function withPending(pending: Pending, place: Place, edit: PendingEdit): Pending {
  return new Map(pending).set(place, edit);
}

/** The content as its author sees it: the file's, with what is pending over it. */
export function overlaid(content: RecordContent, pending: Pending): RecordContent {
  return [...pending.values()].reduce((all, { edit }) => withEdit(all, edit), content);
}

export function inConflict(content: RecordContent, place: Place, pending: PendingEdit): boolean {
  const there = wordAt(content, place);
  return !pending.over.has(there) && there !== wordOf(pending.edit);
}

/** Edits that clash with the file, merged with what it holds where both can be followed. */
export function rebase(
  content: RecordContent,
  pending: Pending,
): { pending: Pending; merged: Place[] } {
  const merged: Place[] = [];
  const rebased = [...pending].map(([place, entry]): [Place, PendingEdit] => {
    if (!inConflict(content, place, entry)) return [place, entry];
    const theirs = editAt(content, place);
    const edit = mergeEdit(entry.base, entry.edit, theirs);
    if (edit === null) return [place, entry];
    merged.push(place);
    return [place, { edit, base: theirs, over: new Set([wordOf(theirs)]) }];
  });
  return { pending: new Map(rebased), merged };
}

/**
 * The file's text with every pending edit that can be put into it; the others are held back with
 * their reason.
 */
export function merge(file: ReadText, pending: Pending): { text: string; held: Held[] } {
  return put(file, pending, (place, entry) => {
    if (!inConflict(file.content, place, entry)) return null;
    const name = nameOf(place);
    return {
      place,
      reason: `“${name}” was changed outside Close Call; both versions are kept`,
      conflict: {
        place,
        name,
        base: entry.base,
        mine: entry.edit,
        theirs: editAt(file.content, place),
      },
    };
  });
}

/** The file's text as its author would have it, whatever was changed outside. */
export function mineOver(file: ReadText, pending: Pending): { text: string; held: Held[] } {
  return put(file, pending, () => null);
}

function put(
  file: ReadText,
  pending: Pending,
  obstacle: (place: Place, entry: PendingEdit) => Held | null,
): { text: string; held: Held[] } {
  const held: Held[] = [];
  let current = file;
  for (const [place, entry] of pending) {
    const inTheWay = obstacle(place, entry);
    const next = inTheWay ?? applied(current, place, entry.edit);
    if (typeof next === 'string') held.push({ place, reason: next, conflict: null });
    else if ('reason' in next) held.push(next);
    else current = next;
  }
  return { text: current.text, held };
}

/** The text with the edit in it, or why that cannot be. */
function applied(current: ReadText, place: Place, edit: RecordEdit): ReadText | string {
  if (wordAt(current.content, place) === wordOf(edit)) return current;
  try {
    const text = applyEdit(current.text, edit);
    const parsed = parseRecord(text);
    if (parsed.kind === 'record') return { text, content: parsed.record };
    return `“${nameOf(place)}” could not be written without breaking the record`;
  } catch (error) {
    return reasonOf(error);
  }
}

/**
 * What is still pending when `written` has reached the file, except for what was held back.
 * @param held places that were not written
 */
export function settled(pending: Pending, written: Pending, held: readonly Held[]): Pending {
  const heldPlaces = new Set(held.map(({ place }) => place));
  const rest = new Map<Place, PendingEdit>();
  for (const [place, entry] of pending) {
    const before = written.get(place);
    if (!before || heldPlaces.has(place)) rest.set(place, entry);
    else if (wordOf(before.edit) !== wordOf(entry.edit)) {
      rest.set(place, {
        edit: entry.edit,
        base: before.edit,
        over: new Set([wordOf(before.edit)]),
      });
    }
  }
  return rest;
}

/** Before writing: from now on the file may also hold what is being written. */
export function mayBeWritten(pending: Pending): Pending {
  return new Map(
    [...pending].map(([place, entry]) => [
      place,
      { ...entry, over: new Set(entry.over).add(wordOf(entry.edit)) },
    ]),
  );
}
