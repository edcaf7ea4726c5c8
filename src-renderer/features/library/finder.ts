// The search as the list asks it: main gives numbers, and what they mean only once.

import { rowsByKey } from '@core/library/list-view';
import type { RecordKey, RecordSummary } from '@core/library/listing';
import { client } from '../../ipc/client';

interface Found {
  /** Best first. */
  hits: RecordKey[];
  /** The words that were met, for marking. */
  terms: string[];
}

export class Finder {
  #table: { name: string; keys: readonly RecordKey[] } | null = null;

  /** @param records the rows of the list, as it is */
  async find(query: string, records: readonly RecordSummary[]): Promise<Found> {
    const asked = this.#table;
    const { table, keys, rows, terms } = await client.call('library:find', {
      query,
      table: asked?.name ?? null,
    });
    const meant = keys === null ? (asked?.keys ?? []) : ownKeys(keys, records);
    this.#table = { name: table, keys: meant };
    const hits: RecordKey[] = [];
    for (const row of rows) {
      const key = meant[row];
      if (key) hits.push(key);
    }
    return { hits, terms };
  }
}

/** The very strings that the rows have: their rows are found without comparing letters. */
function ownKeys(keys: string, records: readonly RecordSummary[]): RecordKey[] {
  const rows = rowsByKey(records);
  return keys.split('\n').map((key) => rows.get(key)?.key ?? key);
}
