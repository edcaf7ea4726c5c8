// Which item of a list is which while it is edited. Items have no identity of their own: they are
// recognised, so that fields keep their focus and what was removed can find its place again.

export interface Keyed<T> {
  key: string;
  item: T;
}

let lastKey = 0;

/**
 * `items` with the keys they had before. An item is known by being the same object, else by its
 * name, else by its place when the list is as long as it was; the others get a new key.
 */
export function withKeys<T>(
  items: readonly T[],
  before: readonly Keyed<T>[],
  nameOf: (item: T) => string,
): Keyed<T>[] {
  const known = new Map<number, Keyed<T>>();
  const free = new Set(before);
  const claim = (find: (item: T, index: number) => Keyed<T> | undefined) =>
    items.forEach((item, index) => {
      const row = known.has(index) ? undefined : find(item, index);
      if (!row || !free.delete(row)) return;
      known.set(index, row);
    });
  const named = (row: Keyed<T> | undefined, item: T) =>
    row !== undefined && nameOf(item) !== '' && nameOf(row.item) === nameOf(item);
  claim((item) => [...free].find((row) => row.item === item));
  // Of two with the same name, the one that stayed in its place comes first.
  claim((item, index) => (named(before[index], item) ? before[index] : undefined));
  claim((item) => [...free].find((row) => named(row, item)));
  if (items.length === before.length) claim((_, index) => before[index]);
  return items.map((item, index) => ({ key: known.get(index)?.key ?? newKey(), item }));
}

/** Where a key belongs among `keys`: behind the nearest it stood behind in `order`, else before
 * the nearest it stood before, else at the end. */
export function placeOf(key: string, order: readonly string[], keys: readonly string[]): number {
  const at = order.indexOf(key);
  const behind = order.slice(0, at).findLast((other) => keys.includes(other));
  if (behind !== undefined) return keys.indexOf(behind) + 1;
  const before = order.slice(at + 1).find((other) => keys.includes(other));
  return before === undefined ? keys.length : keys.indexOf(before);
}

function newKey(): string {
  lastKey += 1;
  return `item-${lastKey}`;
}
