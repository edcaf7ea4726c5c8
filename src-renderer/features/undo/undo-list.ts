// A list as it would be had one step not been made: what the step took out is back, what it put
// in is gone, what it changed or moved is as before. Whatever else has happened to the list since
// stays, and what the step made and someone has changed since stays too.

import { type Keyed, placeOf, withKeys } from '../../ui/keyed-list';

export interface UndoneList<T> {
  items: T[];
  /** The first item that came back, went or changed; null when there is none. */
  at: number | null;
  /** Something could not be put back: it has been changed since. */
  kept: boolean;
}

/**
 * `now` with the step from `to` to `from` taken back; the other way round it does a step again.
 * @param from what the step left
 * @param to what was there before it
 */
export function undoList<T>(
  now: readonly T[],
  from: readonly T[],
  to: readonly T[],
  nameOf: (item: T) => string,
): UndoneList<T> {
  const left = withKeys(from, [], nameOf);
  const wanted = byKey(withKeys(to, left, nameOf));
  const was = byKey(left);
  let kept = false;
  let at: number | null = null;
  const touch = (index: number) => {
    at = Math.min(at ?? index, index);
  };

  const rows: Keyed<T>[] = [];
  for (const { key, item } of withKeys(now, left, nameOf)) {
    const leftItem = was.get(key);
    const wantedItem = wanted.get(key);
    const isStepsOwn = leftItem !== undefined && same(item, leftItem);
    if (leftItem === undefined || (wantedItem === undefined && !isStepsOwn)) {
      if (leftItem !== undefined) kept = true;
      rows.push({ key, item });
    } else if (wantedItem === undefined) touch(rows.length);
    else {
      const undone = undoItem(item, leftItem, wantedItem);
      if (undone.kept) kept = true;
      if (!same(undone.item, item)) touch(rows.length);
      rows.push({ key, item: undone.item });
    }
  }

  const order = [...wanted.keys()];
  const sorted = reordered(rows, [...was.keys()], order);
  const moved = sorted.findIndex((row, index) => row !== rows[index]);
  if (moved !== -1) touch(moved);
  for (const [key, item] of wanted) {
    if (was.has(key)) continue;
    const place = placeOf(
      key,
      order,
      sorted.map((row) => row.key),
    );
    sorted.splice(place, 0, { key, item });
    touch(place);
  }
  return { items: sorted.map((row) => row.item), at, kept };
}

/** The rows that the step moved, back in their order, if nobody has moved them since. */
function reordered<T>(rows: readonly Keyed<T>[], left: string[], wanted: string[]): Keyed<T>[] {
  const both = left.filter((key) => wanted.includes(key));
  const here = rows.filter(({ key }) => both.includes(key)).map(({ key }) => key);
  const inOrder = (order: string[]) => order.filter((key) => here.includes(key));
  if (!same(here, inOrder(left))) return [...rows];
  const next = inOrder(wanted).values();
  const known = new Map(rows.map((row) => [row.key, row]));
  return rows.map((row) => {
    if (!both.includes(row.key)) return row;
    return known.get(next.next().value ?? row.key) ?? row;
  });
}

/** One item, part by part: a part that is still as the step left it goes back. */
function undoItem<T>(now: T, from: T, to: T): { item: T; kept: boolean } {
  if (same(from, to)) return { item: now, kept: false };
  if (same(now, from)) return { item: to, kept: false };
  if (typeof now !== 'object' || now === null) return { item: now, kept: true };
  return undoParts(now, from, to);
}

/** The same for any object of named parts. */
export function undoParts<T>(now: T, from: T, to: T): { item: T; kept: boolean } {
  let kept = false;
  const item = { ...now };
  for (const part of Object.keys(to as object) as (keyof T)[]) {
    if (same(from[part], to[part])) continue;
    if (same(now[part], from[part])) item[part] = to[part];
    else if (!same(now[part], to[part])) kept = true;
  }
  return { item, kept };
}

function byKey<T>(rows: readonly Keyed<T>[]): Map<string, T> {
  return new Map(rows.map(({ key, item }) => [key, item]));
}

/** By value: what comes back from main is equal, and another object. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
