// Records as they are kept for the list: bytes that several threads share, of which a part becomes
// text when it is asked for. So ten thousand rows are in memory once, and cost nothing until then.

import type { ListedRecord } from './listed';

/** Characters of a hash. */
export const HASH_LENGTH = 64;

/** Where in the bytes something stands. */
export interface Part {
  from: number;
  to: number;
}

export class KeptRecord implements ListedRecord {
  readonly id: string;
  readonly #bytes: Buffer;
  readonly #hash: number;
  readonly #head: Part;
  readonly #row: Part;

  /**
   * @param bytes in ASCII, and never changed
   * @param hash where the hash begins
   */
  constructor(id: string, bytes: Buffer, hash: number, head: Part, row: Part) {
    this.id = id;
    this.#bytes = bytes;
    this.#hash = hash;
    this.#head = head;
    this.#row = row;
  }

  get kind(): 'record' {
    return 'record';
  }

  get hash(): string {
    return this.#bytes.toString('latin1', this.#hash, this.#hash + HASH_LENGTH);
  }

  get title(): string {
    return JSON.parse(this.head).title;
  }

  get head(): string {
    return this.headsTo(this);
  }

  get row(): string {
    return this.rowsTo(this);
  }

  get rowLength(): number {
    return this.#row.to - this.#row.from;
  }

  /** Does the other one follow at once, its head behind a comma? */
  isBefore(other: ListedRecord | undefined): other is KeptRecord {
    return (
      other instanceof KeptRecord &&
      other.#bytes === this.#bytes &&
      other.#head.from === this.#head.to + 1 &&
      other.#row.from === this.#row.to
    );
  }

  /** The heads from this one to another, with what stands between them. */
  headsTo(last: KeptRecord): string {
    return this.#bytes.toString('latin1', this.#head.from, last.#head.to);
  }

  rowsTo(last: KeptRecord): string {
    return this.#bytes.toString('latin1', this.#row.from, last.#row.to);
  }
}

/** How long its row is, without asking for that. */
export function rowLength(record: ListedRecord): number {
  return record instanceof KeptRecord ? record.rowLength : record.row.length;
}

/** As plain values, which can be given to another thread. */
export function plain<T extends object>(listed: T): T | ListedRecord {
  if (!(listed instanceof KeptRecord)) return listed;
  const { kind, hash, id, title, head, row } = listed;
  return { kind, hash, id, title, head, row };
}

/**
 * Heads with commas between them, and rows one behind the other. What follows each other in the bytes
 * is taken out at once.
 */
export function joined(records: readonly ListedRecord[]): { heads: string; rows: string } {
  const heads: string[] = [];
  const rows: string[] = [];
  for (let n = 0; n < records.length; n += 1) {
    const first = records[n] as ListedRecord;
    if (!(first instanceof KeptRecord)) {
      heads.push(first.head);
      rows.push(first.row);
      continue;
    }
    let last = first;
    for (let next = records[n + 1]; last.isBefore(next); next = records[n + 1]) {
      last = next;
      n += 1;
    }
    heads.push(first.headsTo(last));
    rows.push(first.rowsTo(last));
  }
  return { heads: heads.join(','), rows: rows.join('') };
}
