// The search as the list asks it: main gives numbers, and what they mean only once.

import type { RecordKey } from '@core/library/listing';
import { client } from '../../ipc/client';

interface Found {
  /** Best first. */
  hits: RecordKey[];
  /** The words that were met, for marking. */
  terms: string[];
}

export class Finder {
  #table: { name: string; keys: readonly RecordKey[] } | null = null;

  async find(query: string): Promise<Found> {
    const asked = this.#table;
    const { table, keys, rows, terms } = await client.call('library:find', {
      query,
      table: asked?.name ?? null,
    });
    const meant = keys === null ? (asked?.keys ?? []) : keys.split('\n');
    this.#table = { name: table, keys: meant };
    const hits: RecordKey[] = [];
    for (const row of rows) {
      const key = meant[row];
      if (key) hits.push(key);
    }
    return { hits, terms };
  }
}
