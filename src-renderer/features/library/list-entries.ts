// The list as it is drawn from top to bottom: the heading of each group, then its rows. Nothing is
// made for each of ten thousand rows: where an entry is to be found is counted.

import type { ShownGroup } from '@core/library/list-view';
import type { RecordSummary } from '@core/library/listing';

interface HeadEntry {
  kind: 'head';
  group: ShownGroup;
}

interface RowEntry {
  kind: 'row';
  group: ShownGroup;
  row: RecordSummary;
  /** Where it stands among all rows, from 0. */
  place: number;
}

export type ListEntry = HeadEntry | RowEntry;

export class ListEntries {
  readonly #groups: readonly ShownGroup[];
  readonly count: number;

  constructor(groups: readonly ShownGroup[]) {
    this.#groups = groups;
    this.count = groups.reduce((sum, { rows }) => sum + rows.length + 1, 0);
  }

  at(index: number): ListEntry | null {
    let before = 0;
    let heads = 1;
    for (const group of this.#groups) {
      const within = index - before;
      if (within === 0) return { kind: 'head', group };
      const row = group.rows[within - 1];
      if (row) return { kind: 'row', group, row, place: index - heads };
      before += group.rows.length + 1;
      heads += 1;
    }
    return null;
  }

  /** The entry of a group's heading. */
  headOf(group: ShownGroup): number {
    let before = 0;
    for (const other of this.#groups) {
      if (other === group) return before;
      before += other.rows.length + 1;
    }
    return -1;
  }

  /** The entry of the row in that place. */
  indexOf(place: number): number {
    let rows = 0;
    let heads = 0;
    for (const group of this.#groups) {
      heads += 1;
      rows += group.rows.length;
      if (place < rows) return place + heads;
    }
    return -1;
  }
}
