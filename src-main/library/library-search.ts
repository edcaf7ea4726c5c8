// The search over a library: built when first asked, then kept in line with its files.

import type { RecordKey } from '@core/library/listing';
import { type Found, SearchIndex } from '@core/search/search';
import { type IndexedFile, type LibraryIndex, searchable } from './library-index';

export class LibrarySearch {
  readonly #files: LibraryIndex;
  #index: SearchIndex | null = null;

  constructor(files: LibraryIndex) {
    this.#files = files;
  }

  search(query: string): Found[] {
    if (!this.#index) {
      this.#index = new SearchIndex();
      for (const file of this.#files.files()) this.put(file);
    }
    return this.#index.search(query);
  }

  put(file: IndexedFile): void {
    const record = searchable(file);
    if (record) this.#index?.put(record);
    else this.#index?.remove(file.key);
  }

  remove(key: RecordKey): void {
    this.#index?.remove(key);
  }
}
