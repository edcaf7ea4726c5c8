// What the window does not know yet of a listing: told as changes, so that a large library does
// not cross the processes again with every edit.

import type { Listing, ListingChangesText } from '@core/library/listing';
import { type IndexedFile, rowsText } from './library-index';

type Rest = Omit<Listing, 'records'>;
/** What a row was when it was told: the file it stands for goes on changing. */
type Told = Pick<IndexedFile, 'key' | 'path' | 'reading'>;

export class ListingNews {
  #told: readonly Told[] = [];
  #rest = '';

  /** The window is given everything by itself. */
  told(rows: readonly IndexedFile[], rest: Rest): void {
    this.#told = rows.map(({ key, path, reading }) => ({ key, path, reading }));
    this.#rest = JSON.stringify(rest);
  }

  /** What is new since this was last asked. */
  since(rows: readonly IndexedFile[], rest: Rest): ListingChangesText {
    const before = new Map(this.#told.map((told) => [told.key, told]));
    const restBefore = this.#rest;
    this.told(rows, rest);
    const isNew = ({ key, path, reading }: IndexedFile) => {
      const told = before.get(key);
      return told?.path !== path || told.reading !== reading;
    };
    const put = rowsText(rows.filter(isNew));
    for (const { key } of rows) before.delete(key);
    return { put, removed: [...before.keys()], rest: this.#rest === restBefore ? null : rest };
  }
}
