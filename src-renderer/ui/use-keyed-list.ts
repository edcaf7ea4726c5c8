// A list edited in place: a stable key for each item, and removing with a way back that leaves
// alone whatever was changed in the meantime.

import { useLayoutEffect, useRef, useState } from 'react';
import { type Keyed, placeOf, withKeys } from './keyed-list';

interface Options<T> {
  items: readonly T[];
  onChange: (items: T[]) => void;
  nameOf: (item: T) => string;
  /** The list as it is now, for an undo after the editor has gone; else as it was drawn last. */
  latest?: (() => readonly T[] | undefined) | undefined;
  /** An item on its way back into the list, where it may have to change. */
  returning?: (item: T, list: readonly T[]) => T;
}

interface KeyedList {
  keys: string[];
  /** Removes an item. The function given back puts it in again and says where. */
  remove(index: number): () => number;
}

export function useKeyedList<T>(options: Options<T>): KeyedList {
  const { items, nameOf } = options;
  const [kept, setRows] = useState(() => withKeys(items, [], nameOf));
  let rows = kept;
  if (rows.length !== items.length || rows.some((row, index) => row.item !== items[index])) {
    rows = withKeys(items, kept, nameOf);
    setRows(rows);
  }
  // What an undo finds some seconds later.
  const now = useRef({ ...options, rows });
  useLayoutEffect(() => {
    now.current = { ...options, rows };
  });
  const removed = useRef<{ key: string; order: string[] }[]>([]);

  const remove = (index: number) => {
    const gone = rows[index];
    if (!gone) return () => -1;
    // The order includes those removed earlier, so that they may come back in any order.
    const order = removed.current.reduce(
      (keys, earlier) =>
        keys.includes(earlier.key)
          ? keys
          : keys.toSpliced(placeOf(earlier.key, earlier.order, keys), 0, earlier.key),
      rows.map((row) => row.key),
    );
    removed.current.push({ key: gone.key, order });
    options.onChange(items.filter((_, i) => i !== index));
    return () => putBack(gone, order);
  };

  const putBack = (gone: Keyed<T>, order: string[]) => {
    const { latest, onChange, returning } = now.current;
    const list = latest?.() ?? now.current.items;
    const there = withKeys(list, now.current.rows, nameOf);
    const keys = there.map((row) => row.key);
    if (keys.includes(gone.key)) return keys.indexOf(gone.key);
    const at = placeOf(gone.key, order, keys);
    const item = returning ? returning(gone.item, list) : gone.item;
    const next = there.toSpliced(at, 0, { key: gone.key, item });
    const nextItems = next.map((row) => row.item);
    now.current = { ...now.current, items: nextItems, rows: next };
    setRows(next);
    onChange(nextItems);
    return at;
  };

  return { keys: rows.map((row) => row.key), remove };
}
