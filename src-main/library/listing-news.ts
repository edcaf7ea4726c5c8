// What the window does not know yet of a listing: told as changes, so that a large library does
// not cross the processes again with every edit.

import type { Listing, ListingChanges, RecordKey, RecordSummary } from '@core/library/listing';

export class ListingNews {
  #told = new Map<RecordKey, RecordSummary>();
  #rest = '';

  /** @param listing what the window has been given */
  constructor(listing: Listing) {
    this.since(listing);
  }

  /** What is new since this was last asked. Rows that did not change must be the same objects. */
  since(listing: Listing): ListingChanges {
    const { records, ...rest } = listing;
    const before = this.#told;
    this.#told = new Map(records.map((record) => [record.key, record]));
    const put = records.filter((record) => before.get(record.key) !== record);
    const removed = [...before.keys()].filter((key) => !this.#told.has(key));
    const restBefore = this.#rest;
    this.#rest = JSON.stringify(rest);
    return { put, removed, rest: this.#rest === restBefore ? null : rest };
  }
}
