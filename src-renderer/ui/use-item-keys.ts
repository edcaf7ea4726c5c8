// A stable key for each item of a list that is edited in place, so that fields keep their focus.

import { useState } from 'react';
import { withKeys } from './keyed-list';

export function useItemKeys<T>(items: readonly T[], nameOf: (item: T) => string): string[] {
  const [kept, setRows] = useState(() => withKeys(items, [], nameOf));
  let rows = kept;
  if (rows.length !== items.length || rows.some((row, index) => row.item !== items[index])) {
    rows = withKeys(items, kept, nameOf);
    setRows(rows);
  }
  return rows.map((row) => row.key);
}
