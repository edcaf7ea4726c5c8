// All rows of a library on their way to whoever lists them, as text: it crosses the processes in no
// time, and takes a fraction of the memory that as many objects do. What lists, filters and orders go
// by is parsed at once (see row-facts.ts), the rest of a row when it is asked for.

import type { RecordFields } from '../record/model';
import type { RecordKey, RecordSummary } from './listing';
import type { RowFacts } from './row-facts';

export interface RowsText {
  /** JSON, in columns: {@link Places}. */
  places: string;
  /** JSON: a {@link RowHead} for each row. */
  heads: string;
  /** The fields of each row as JSON in ASCII, one behind the other. */
  bodies: string;
}

/** Keys, paths, and how long each row's fields are. */
export type Places = [keys: RecordKey[], paths: string[], lengths: number[]];

export interface RowHead extends RowFacts {
  readOnly: boolean;
  problems: number;
}

export const NO_ROWS: RowsText = { places: '[[],[],[]]', heads: '[]', bodies: '' };

class ListedRow implements RecordSummary {
  readonly key: RecordKey;
  readonly path: string;
  readonly readOnly: boolean;
  readonly problems: number;
  readonly #head: RowHead;
  readonly #bodies: string;
  readonly #from: number;
  readonly #to: number;
  #fields: RecordFields | null = null;

  constructor(
    key: RecordKey,
    path: string,
    head: RowHead,
    bodies: string,
    from: number,
    to: number,
  ) {
    this.key = key;
    this.path = path;
    this.readOnly = head.readOnly;
    this.problems = head.problems;
    this.#head = head;
    this.#bodies = bodies;
    this.#from = from;
    this.#to = to;
  }

  get facts(): RowFacts {
    return this.#head;
  }

  /** The same object each time. */
  get fields(): RecordFields {
    this.#fields ??= JSON.parse(this.#bodies.slice(this.#from, this.#to)) as RecordFields;
    return this.#fields;
  }
}

export function readRows({ places, heads, bodies }: RowsText): RecordSummary[] {
  const [keys, paths, lengths]: Places = JSON.parse(places);
  const parsed: RowHead[] = JSON.parse(heads);
  let to = 0;
  return parsed.map((head, n) => {
    const from = to;
    to += lengths[n] ?? 0;
    return new ListedRow(keys[n] ?? '', paths[n] ?? '', head, bodies, from, to);
  });
}

/** A row with other fields than it was listed with. */
export function withFields(
  { key, path, readOnly, problems }: RecordSummary,
  fields: RecordFields,
): RecordSummary {
  return { key, path, readOnly, problems, fields };
}
