// What a search has found, on its way to the window: as numbers, with the keys they mean only for a
// window that has not got them. While someone types that is always the same, so that nothing is done
// here for each of ten thousand records.

import type { FoundAnswer } from '@core/ipc/contract';
import type { FoundPaths } from '../indexer/indexer';
import type { Reader } from '../indexer/reader';
import type { LibraryIndex } from './library-index';

type Paths = NonNullable<FoundPaths['paths']>;

export class Finder {
  readonly #reader: Pick<Reader, 'search'>;
  readonly #index: LibraryIndex;
  #paths: { table: string; paths: Paths } | null = null;
  #keys: { table: string; keys: string } | null = null;

  constructor(reader: Pick<Reader, 'search'>, index: LibraryIndex) {
    this.#reader = reader;
    this.#index = index;
  }

  /** @param table the one that the window has */
  async find(query: string, table: string | null): Promise<FoundAnswer> {
    const found = await this.#reader.search(query, this.#paths?.table ?? null);
    if (found.paths) this.#paths = { table: found.table, paths: found.paths };
    // Another answer, of a later table, has come before this one.
    if (this.#paths?.table !== found.table) return this.#again(query, table);
    const now = `${found.table}-${this.#index.version}`;
    const { rows, terms } = found;
    return { table: now, keys: now === table ? null : this.#keysNow(now), rows, terms };
  }

  #again(query: string, table: string | null): Promise<FoundAnswer> {
    this.#paths = null;
    return this.find(query, table);
  }

  /** A line for each number: the key, or nothing for what is no record of its own. */
  #keysNow(table: string): string {
    if (this.#keys?.table === table) return this.#keys.keys;
    const copies = this.#index.copyKeys();
    const keyOf = (path: string | null) => {
      const key = path === null ? undefined : this.#index.at(path)?.key;
      return key === undefined || copies.has(key) ? '' : key;
    };
    const keys = (this.#paths?.paths ?? []).map(keyOf).join('\n');
    this.#keys = { table, keys };
    return keys;
  }
}
