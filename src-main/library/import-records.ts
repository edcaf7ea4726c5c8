// Many near misses at once, one after the other, each written as durably as a single one. Stops when
// a person says so, or when the folder itself fails; what was written stays and is told.

import { hasCode, messageOf } from '@core/errors';
import type { ImportItem } from '@core/import/entries';
import type { ImportOutcome } from '@core/ipc/contract';
import type { Send } from '../ipc/handle';
import { Turns } from '../storage/turns';
import type { RecordFiles } from './record-files';

/** As many in a row say that it is the folder, and not what is in them. */
const GIVES_UP_AFTER = 3;

export interface ImportDeps {
  /** Of the open library. Raises `no-library`. */
  files(): Pick<RecordFiles, 'add' | 'copyIn'>;
  send: Send;
}

export class Imports {
  readonly #deps: ImportDeps;
  readonly #turns = new Turns();
  #running: AbortController | null = null;
  #stopping = false;

  constructor(deps: ImportDeps) {
    this.#deps = deps;
  }

  /** One import at a time; never fails for what is in one of the items. */
  add(items: readonly ImportItem[]): Promise<ImportOutcome> {
    return this.#turns.take(() => this.#addAll(items));
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** For the end of the app. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.cancel();
    await this.#turns.settled();
  }

  async #addAll(items: readonly ImportItem[]): Promise<ImportOutcome> {
    const outcome: ImportOutcome = { added: [], failed: [], cancelled: this.#stopping };
    const running = new AbortController();
    this.#running = running;
    const files = this.#deps.files();
    let inRow = 0;
    for (const [place, item] of items.entries()) {
      outcome.cancelled ||= running.signal.aborted;
      if (outcome.cancelled) break;
      try {
        if (inRow >= GIVES_UP_AFTER) {
          outcome.failed.push({
            place,
            reason: 'Not tried: those before it could not be written.',
          });
          continue;
        }
        const key = await (item.kind === 'new' ? files.add(item.record) : files.copyIn(item.text));
        outcome.added.push({ place, key });
        inRow = 0;
      } catch (error) {
        outcome.failed.push({ place, reason: messageOf(error) });
        inRow = hasCode(error, 'not-saved') ? inRow + 1 : 0;
      }
      this.#deps.send('import:progress', { done: place + 1, total: items.length });
    }
    this.#running = null;
    return outcome;
  }
}
