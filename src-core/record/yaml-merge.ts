// What a value must be after an edit: what the model says where it speaks, what the file said
// where it does not. Splices are checked against this, and it is what is written when a value
// has to be written anew; so unknown keys survive every edit.

import { isAbsent, type Writable } from './fields';
import type { Plain } from './yaml-source';

/** A value's change: as it stands in the file, and as the model knew and wants it. */
export interface Change {
  previous: Plain | undefined;
  before: Writable | undefined;
  after: Writable | undefined;
}

type WritableMap = { [key: string]: Writable };

/** The whole value after a change; undefined when nothing is left of it. */
export function merged(change: Change): Writable | undefined {
  const { previous, after } = change;
  if (Array.isArray(after) && after.length > 0) {
    return itemChanges(change).map(mergedItem);
  }
  if (isWord(after) && !isAbsent(after)) return after;
  const result: WritableMap = isWritableMap(previous) ? { ...previous } : {};
  for (const [key, part] of keyChanges(change)) {
    const value = merged(part);
    if (value === undefined) delete result[key];
    else result[key] = value;
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

/** The same for an item of a list, which stays when nothing is left of it. */
export function mergedItem(change: Change): Writable {
  return merged(change) ?? {};
}

/** The changes of a map's keys; those that stay are left out. */
export function keyChanges({ previous, before, after }: Change): [string, Change][] {
  const was = isWritableMap(previous) ? previous : {};
  const knew = isWritableMap(before) ? before : {};
  const wanted = isWritableMap(after) ? after : {};
  return [...new Set([...Object.keys(knew), ...Object.keys(wanted)])]
    .filter((key) => !sameWritable(knew[key], wanted[key]))
    .map((key) => [key, { previous: was[key], before: knew[key], after: wanted[key] }]);
}

/** The changes of the items of what is and was a list, in their new order; `from` is the old place, -1 for new. */
export function itemChanges({ previous, before, after }: Change): (Change & { from: number })[] {
  const [knew, wanted] = [before, after] as [Writable[], Writable[]];
  const was = Array.isArray(previous) ? previous : [];
  const places = was.length === knew.length ? matchItems(knew, wanted) : new Map();
  return wanted.map((after, index) => {
    const from: number = places.get(index) ?? -1;
    return { from, previous: was[from], before: knew[from], after };
  });
}

/**
 * Which old item each new one is: one that says the same (in the same place if it can be), else
 * one with the same id or name, else the one in the same place, if that has no other id and, for words, if none came or went.
 */
function matchItems(before: Writable[], after: Writable[]): Map<number, number> {
  const places = new Map<number, number>();
  const free = new Set(before.keys());
  const pass = (
    isSame: (old: Writable | undefined, item: Writable, sameAt: boolean) => boolean,
  ) => {
    for (const [index, item] of after.entries()) {
      if (places.has(index)) continue;
      const candidates = [index, ...free].filter((i) => free.has(i));
      const found = candidates.find((i) => isSame(before[i], item, i === index));
      if (found === undefined) continue;
      places.set(index, found);
      free.delete(found);
    }
  };
  pass((old, item, sameAt) => sameAt && sameWritable(old, item));
  pass((old, item) => sameWritable(old, item));
  pass((old, item) => nameOf(item) !== undefined && nameOf(old) === nameOf(item));
  pass((old, item, sameAt) => {
    if (!sameAt) return false;
    if (isWritableMap(old) && isWritableMap(item)) return old.id === item.id;
    return before.length === after.length;
  });
  return places;
}

function nameOf(item: Writable | undefined): Writable | undefined {
  return isWritableMap(item) ? (item.id ?? item.name) : undefined;
}

export function isWord(value: Writable | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

export function isWritableMap(value: Writable | undefined): value is WritableMap {
  return typeof value === 'object' && !Array.isArray(value);
}

export function sameWritable(a: Writable | undefined, b: Writable | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a value read back is the wanted one; nothing may be written as an empty value too. */
export function says(now: Plain, wanted: Writable): boolean {
  return JSON.stringify(essence(now)) === JSON.stringify(essence(wanted));
}

/** What a value says: as text, its keys in one order, without those that say nothing. */
function essence(value: Writable): Writable {
  if (isAbsent(value)) return '';
  if (Array.isArray(value)) return value.map(essence);
  if (!isWritableMap(value)) return String(value);
  const entries = Object.entries(value).filter(([, part]) => !isAbsent(part));
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, essence(part)]));
}
