// What of one open record goes into its history: what a save takes the place of, each save, and
// both sides of a choice. A version is kept before it is replaced or right after it was saved.

import type { RecordKey } from '@core/library/listing';
import type { VersionOrigin } from '@core/record/version';
import { mineOver, type Pending } from './pending';
import type { RecordHost, RecordReading } from './record-host';
import type { JournalledEdit } from './record-journal';

export class RecordVersions {
  readonly #key: RecordKey;
  readonly #host: RecordHost;
  /** Hash of what was kept last. */
  #last = '';

  constructor(key: RecordKey, host: RecordHost) {
    this.#key = key;
    this.#host = host;
  }

  /** Keeps what the file holds, unless it was kept last. Never fails. */
  async keep({ hash, text }: RecordReading, why: VersionOrigin): Promise<void> {
    if (hash === this.#last && why !== 'restored') return;
    if (await this.#host.keepVersion(this.#key, text, why)) this.#last = hash;
  }

  /**
   * When one of two versions is chosen: what was typed is kept as a version, or as edits where it
   * cannot be one, and so is what the file holds. Raises when neither can be kept.
   */
  async keepBoth(
    file: RecordReading,
    mine: Pending,
    entries: readonly JournalledEdit[],
  ): Promise<void> {
    if (mine.size === 0) return;
    const { text, held } = mineOver(file, mine);
    const isKept = await this.#host.keepVersion(this.#key, text, 'mine');
    if (held.length > 0 || !isKept) await this.#host.setAside(entries);
    await this.#host.keepVersion(this.#key, file.text, 'theirs');
  }
}
