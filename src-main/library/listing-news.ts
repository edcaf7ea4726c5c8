// What the window does not know yet of a listing: told as changes, so that a large library does
// not cross the processes again with every edit.

import type { Listing, ListingChangesText, RecordKey } from '@core/library/listing';
import { type IndexedFile, rowsText } from './library-index';

type Rest = Omit<Listing, 'records'>;
type Told = Pick<IndexedFile, 'path' | 'reading'>;

export class ListingNews {
  #told = new Map<RecordKey, Told>();
  #rest = '';

  /** The window is given everything by itself. */
  told(rows: readonly IndexedFile[], rest: Rest): void {
    this.#told = new Map(rows.map(({ key, path, reading }) => [key, { path, reading }]));
    this.#rest = JSON.stringify(rest);
  }

  /** What is new since this was last asked. */
  since(rows: readonly IndexedFile[], rest: Rest): ListingChangesText {
    const before = this.#told;
    const restBefore = this.#rest;
    this.told(rows, rest);
    const isNew = ({ key, path, reading }: IndexedFile) => {
      const told = before.get(key);
      return told?.path !== path || told.reading !== reading;
    };
    const removed = [...before.keys()].filter((key) => !this.#told.has(key));
    return {
      put: rowsText(rows.filter(isNew)),
      removed,
      rest: this.#rest === restBefore ? null : rest,
    };
  }
}
