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
  /** The entry of each group's heading. */
  readonly heads: readonly number[];
  readonly count: number;
  /** The group that was asked about last: the next question is nearly always about it too. */
  #last = 0;

  constructor(groups: readonly ShownGroup[]) {
    this.#groups = groups;
    let count = 0;
    this.heads = groups.map(({ rows }) => {
      const head = count;
      count += rows.length + 1;
      return head;
    });
    this.count = count;
  }

  at(index: number): ListEntry | null {
    const at = this.#groupAt(index);
    const group = this.#groups[at];
    if (!group) return null;
    const within = index - (this.heads[at] as number);
    if (within === 0) return { kind: 'head', group };
    const row = group.rows[within - 1];
    return row ? { kind: 'row', group, row, place: index - at - 1 } : null;
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

  /** Which group an entry is in: its number; -1 when there is no such entry. */
  #groupAt(index: number): number {
    if (index < 0 || index >= this.count) return -1;
    let at = this.#last;
    while (index < (this.heads[at] as number)) at -= 1;
    while (index >= (this.heads[at + 1] ?? this.count)) at += 1;
    this.#last = at;
    return at;
  }
}
