// What the windows are told of how saving goes. That a record is being saved, or is, can wait for a
// pause of whoever types: of each record the last word is told then. That it is not, never waits.

import type { SaveState } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';

export class SaveNews {
  readonly #waiting = new Map<RecordKey, SaveState>();
  readonly #tell: (key: RecordKey, save: SaveState) => void;
  readonly #inAPause: (run: () => void) => void;

  constructor(
    tell: (key: RecordKey, save: SaveState) => void,
    inAPause: (run: () => void) => void,
  ) {
    this.#tell = tell;
    this.#inAPause = inAPause;
  }

  add(key: RecordKey, save: SaveState): void {
    if (save.kind === 'not-saved') {
      this.drop(key);
      this.#tell(key, save);
      return;
    }
    const isFirst = this.#waiting.size === 0;
    this.#waiting.set(key, save);
    if (isFirst) this.#inAPause(() => this.#tellAll());
  }

  /** The record is told as a whole, with how its saving goes. */
  drop(key: RecordKey): void {
    this.#waiting.delete(key);
  }

  #tellAll(): void {
    const all = [...this.#waiting];
    this.#waiting.clear();
    for (const [key, save] of all) this.#tell(key, save);
  }
}
