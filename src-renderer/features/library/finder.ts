// The search as the list asks it: main gives numbers, and what they mean only once. Which row each one
// means is looked up once too, and again when the rows of the library are others.

import { Found } from '@core/library/found';
import { rowsByKey } from '@core/library/list-view';
import type { RecordKey, RecordSummary } from '@core/library/listing';
import { client } from '../../ipc/client';

interface Answer {
  hits: Found;
  /** The words that were met, for marking. */
  terms: string[];
}

interface Table {
  name: string;
  keys: readonly RecordKey[];
  /** Of these rows, the one each number means, if any. */
  library: readonly RecordSummary[];
  rows: readonly (RecordSummary | undefined)[];
}

export class Finder {
  #table: Table | null = null;

  /** Has what the first key would wait for: what the numbers mean, and a search that has been run. */
  async prepare(library: readonly RecordSummary[]): Promise<void> {
    await this.find('a', library);
  }

  /** @param library the rows of the list, as it is */
  async find(query: string, library: readonly RecordSummary[]): Promise<Answer> {
    const asked = this.#table;
    const { table, keys, rows, terms } = await client.call('library:find', {
      query,
      table: asked?.name ?? null,
    });
    const meant =
      keys === null && asked?.library === library
        ? asked
        : tableOf(table, keys?.split('\n') ?? asked?.keys ?? [], library);
    this.#table = meant;
    const best: RecordSummary[] = [];
    for (const number of rows) {
      const row = meant.rows[number];
      if (row) best.push(row);
    }
    const keysOf = () => [...rows].map((number) => meant.keys[number] ?? '');
    return { hits: new Found(best, library, keysOf), terms };
  }
}

function tableOf(
  name: string,
  keys: readonly RecordKey[],
  library: readonly RecordSummary[],
): Table {
  const known = rowsByKey(library);
  return { name, keys, library, rows: keys.map((key) => known.get(key)) };
}
