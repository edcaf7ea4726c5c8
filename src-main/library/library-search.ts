// The search over a library: built when first asked, then kept in line with its files. Other
// versions of a record are not found, only the record.

import type { SearchAnswer, Snippet } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { SearchIndex } from '@core/search/search';
import { snippetOf } from '@core/search/snippet';
import { textsOf } from '@core/search/texts';
import { type IndexedFile, type LibraryIndex, searchable } from './library-index';

export class LibrarySearch {
  readonly #files: LibraryIndex;
  #index: SearchIndex | null = null;
  #leftOut: ReadonlySet<RecordKey> = new Set();

  constructor(files: LibraryIndex) {
    this.#files = files;
  }

  search(query: string): SearchAnswer {
    if (!this.#index) {
      this.#index = new SearchIndex();
      for (const file of this.#files.files()) this.put(file);
    }
    this.#leaveOutCopies();
    return this.#index.search(query);
  }

  snippets(keys: readonly RecordKey[], terms: readonly string[]): Snippet[] {
    const words = new Set(terms);
    return keys.flatMap((key): Snippet[] => {
      const file = this.#files.get(key);
      const record = file && searchable(file);
      const snippet = record && snippetOf(textsOf(record.content), words);
      return snippet ? [{ key, ...snippet }] : [];
    });
  }

  put(file: IndexedFile): void {
    const record = this.#leftOut.has(file.key) ? null : searchable(file);
    if (record) this.#index?.put(record);
    else this.#index?.remove(file.key);
  }

  remove(key: RecordKey): void {
    this.#index?.remove(key);
  }

  /** Whether a file is a copy depends on the files beside it, which come and go. */
  #leaveOutCopies(): void {
    const before = this.#leftOut;
    this.#leftOut = this.#files.copyKeys();
    for (const key of this.#leftOut) this.#index?.remove(key);
    for (const key of before) {
      const file = this.#files.get(key);
      if (file && !this.#leftOut.has(key)) this.put(file);
    }
  }
}
