// The histories of a library's records, one for each, in the app's own data folder. A history that
// cannot be kept never stands in the way of a save: it is said, once.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordKey } from '@core/library/listing';
import type { VersionOrigin } from '@core/record/version';
import type { WriteDurably } from '../storage/durable-writer';
import { reasonOf } from '../storage/errors';
import { sha256 } from '../storage/files';
import { History } from '../storage/history';

export class Histories {
  readonly #folder: string;
  readonly #write: WriteDurably;
  readonly #notify: (message: string) => void;
  /** By the name of their folder: one history is never kept by two. */
  readonly #open = new Map<string, History>();
  #said = false;
  #closed = false;

  constructor(folder: string, write: WriteDurably, notify: (message: string) => void) {
    this.#folder = folder;
    this.#write = write;
    this.#notify = notify;
  }

  of(key: RecordKey): History {
    // A key may be any text a file states as its id, so the name is made from its hash.
    return this.#in(sha256(key).slice(0, 32));
  }

  /** Gives whether the version is in the history now. */
  async keep(key: RecordKey, bytes: Uint8Array, why: VersionOrigin): Promise<boolean> {
    try {
      await this.of(key).keep(bytes, why);
      return true;
    } catch (error) {
      if (!this.#said) {
        this.#notify(`Earlier versions are not being kept for now: ${reasonOf(error)}.`);
      }
      this.#said = true;
      return false;
    }
  }

  /** Lets go of what is older than it is kept, in all records, also those that are gone. */
  async prune(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      if (this.#closed) return;
      await this.#in(name)
        .prune()
        .catch((error) => {
          console.warn(`Old versions were not let go of: ${reasonOf(error)}`);
        });
    }
  }

  /** Resolves when nothing is being kept or let go of any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#open.values()].map((history) => history.settled()));
  }

  #in(name: string): History {
    const known = this.#open.get(name);
    if (known) return known;
    const history = new History(join(this.#folder, name), this.#write);
    this.#open.set(name, history);
    return history;
  }
}
