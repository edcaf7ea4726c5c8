// Before a window goes: every page hands over what is typed, all of it is saved, and whatever
// cannot be saved is said, with the choice to stay.

import type { Unsaved } from '../library/record-service';

/** Milliseconds the pages may take to hand over; one that hangs has its words in the journal. */
const PAGE_LIMIT = 3000;

export interface ClosingParts {
  /** Asks every page that can to hand over; gives their ids. */
  askPages(): readonly number[];
  /** Saves everything; gives what could not be saved. */
  save(): Promise<Unsaved[]>;
  /** True to go all the same. */
  confirm(unsaved: readonly Unsaved[]): Promise<boolean>;
  limit?: number;
}

export class Closing {
  readonly #parts: ClosingParts;
  /** For each time the pages were asked: those that have not answered, and what to do then. */
  readonly #waits = new Set<{ pages: Set<number>; done(): void }>();
  #running: Promise<boolean> | null = null;

  constructor(parts: ClosingParts) {
    this.#parts = parts;
  }

  /** This page has handed over, or has gone. */
  flushed(page: number): void {
    for (const { pages, done } of this.#waits) {
      if (pages.delete(page) && pages.size === 0) done();
    }
  }

  /** Resolves with whether the window may go. Asked again meanwhile, it is the same question. */
  mayClose(): Promise<boolean> {
    this.#running ??= this.#ask().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** The pages give what is typed to main, as far as they answer. */
  handOver(): Promise<void> {
    return new Promise((resolve) => {
      const wait = {
        pages: new Set(this.#parts.askPages()),
        done: () => {
          clearTimeout(timer);
          this.#waits.delete(wait);
          resolve();
        },
      };
      const timer = setTimeout(wait.done, this.#parts.limit ?? PAGE_LIMIT);
      this.#waits.add(wait);
      if (wait.pages.size === 0) wait.done();
    });
  }

  async #ask(): Promise<boolean> {
    await this.handOver();
    const unsaved = await this.#parts.save();
    return unsaved.length === 0 || this.#parts.confirm(unsaved);
  }
}
