// Before the window goes: the page hands over what is typed, all of it is saved, and whatever
// cannot be saved is said, with the choice to stay.

import type { Unsaved } from '../library/record-service';

/** Milliseconds a page may take to hand over; one that hangs has its words in the journal. */
const PAGE_LIMIT = 3000;

export interface ClosingParts {
  /** Asks the page to hand over; false when there is no page that could. */
  askPage(): boolean;
  /** Saves everything; gives what could not be saved. */
  save(): Promise<Unsaved[]>;
  /** True to go all the same. */
  confirm(unsaved: readonly Unsaved[]): Promise<boolean>;
  limit?: number;
}

export class Closing {
  readonly #parts: ClosingParts;
  #handedOver: (() => void) | null = null;
  #running: Promise<boolean> | null = null;

  constructor(parts: ClosingParts) {
    this.#parts = parts;
  }

  /** The page has handed over. */
  flushed(): void {
    this.#handedOver?.();
  }

  /** Resolves with whether the window may go. Asked again meanwhile, it is the same question. */
  mayClose(): Promise<boolean> {
    this.#running ??= this.#ask().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** The page gives what is typed to main, as far as it answers. */
  handOver(): Promise<void> {
    return this.#pageHandsOver();
  }

  async #ask(): Promise<boolean> {
    await this.#pageHandsOver();
    const unsaved = await this.#parts.save();
    return unsaved.length === 0 || this.#parts.confirm(unsaved);
  }

  #pageHandsOver(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#parts.limit ?? PAGE_LIMIT);
      this.#handedOver = () => {
        clearTimeout(timer);
        resolve();
      };
      if (!this.#parts.askPage()) this.#handedOver();
    });
  }
}
