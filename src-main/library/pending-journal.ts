// The journal of one open record, kept to what is pending: added to with every edit, shortened
// after every save.

import type { RecordKey } from '@core/library/listing';
import { reasonOf } from '../storage/errors';
import type { Journal } from '../storage/journal';
import type { Pending } from './pending';
import type { Place } from './places';
import type { JournalledEdit } from './record-journal';

/** Whose edits these are, and what they were made on. */
export type JournalOwner = Pick<JournalledEdit, 'id' | 'path' | 'title' | 'basedOn'> & {
  key: RecordKey;
};

export class PendingJournal {
  readonly #journal: Journal<JournalledEdit>;
  readonly #owner: () => JournalOwner;

  constructor(journal: Journal<JournalledEdit>, owner: () => JournalOwner) {
    this.#journal = journal;
    this.#owner = owner;
  }

  /** Resolves when what is pending at these places is on the disk. Raises `not-saved`. */
  async add(pending: Pending, places: readonly Place[]): Promise<void> {
    const entries = this.entries(pending, places);
    await Promise.all(entries.map((entry) => this.#journal.append(entry)));
  }

  /** Forgets what is not pending any more. Never fails: an old line does no harm. */
  async shorten(pending: () => Pending): Promise<void> {
    await this.#journal
      .replace(() => this.entries(pending()))
      .catch((error) => console.warn(`The journal was not shortened: ${reasonOf(error)}`));
  }

  entries(pending: Pending, places: readonly Place[] = [...pending.keys()]): JournalledEdit[] {
    return places.flatMap((place) => {
      const entry = pending.get(place);
      if (!entry) return [];
      return [{ ...this.#owner(), at: Date.now(), base: entry.base, edit: entry.edit }];
    });
  }
}
