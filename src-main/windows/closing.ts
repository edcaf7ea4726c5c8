// Before a window goes: every page hands over what is typed, all of it is saved, and whatever
// cannot be handed over or saved is said, with the choice to stay.

import type { Unsaved } from '@core/ipc/contract';

/** Milliseconds the pages may take to hand over; one that hangs has its words in the journal. */
const PAGE_LIMIT = 3000;

export interface ClosingParts {
  /** Asks every page that can to hand over; gives their ids. */
  askPages(): readonly number[];
  /** Saves everything; gives what could not be saved. */
  save(): Promise<Unsaved[]>;
  /** True to go all the same. `left` stands in a page alone, and goes with it. */
  confirm(unsaved: readonly Unsaved[], left: readonly Unsaved[]): Promise<boolean>;
  limit?: number;
}

/** What each page could not hand over. */
type Left = Map<number, readonly Unsaved[]>;

/** One time the pages were asked: those that have not answered, what did, and what to do then. */
interface Wait {
  pages: Set<number>;
  left: Left;
  done(): void;
}

export class Closing {
  readonly #parts: ClosingParts;
  readonly #waits = new Set<Wait>();
  /** What is being asked: of one page, or of all. */
  readonly #running = new Map<number | 'all', Promise<boolean>>();

  constructor(parts: ClosingParts) {
    this.#parts = parts;
  }

  /** This page has handed over all but what is left, or has gone. */
  flushed(page: number, left: readonly Unsaved[] = []): void {
    for (const wait of this.#waits) {
      if (!wait.pages.delete(page)) continue;
      wait.left.set(page, left);
      if (wait.pages.size === 0) wait.done();
    }
  }

  /** Resolves with whether the last window may go. Asked again meanwhile, it is the same question. */
  mayClose(): Promise<boolean> {
    return this.#once('all', async () => {
      const left = [...(await this.handOver()).values()].flat();
      const unsaved = await this.#parts.save();
      return this.#may(unsaved, left);
    });
  }

  /** The same of one page of several: what main has is asked about with the last. */
  mayLeave(page: number): Promise<boolean> {
    return this.#once(page, async () => this.#may([], (await this.handOver()).get(page) ?? []));
  }

  /** The pages give what is typed to main, as far as they answer. */
  handOver(): Promise<Left> {
    return new Promise((resolve) => {
      const wait: Wait = {
        pages: new Set(this.#parts.askPages()),
        left: new Map(),
        done: () => {
          clearTimeout(timer);
          this.#waits.delete(wait);
          resolve(wait.left);
        },
      };
      const timer = setTimeout(wait.done, this.#parts.limit ?? PAGE_LIMIT);
      this.#waits.add(wait);
      if (wait.pages.size === 0) wait.done();
    });
  }

  #once(what: number | 'all', ask: () => Promise<boolean>): Promise<boolean> {
    const running = this.#running.get(what) ?? ask().finally(() => void this.#running.delete(what));
    this.#running.set(what, running);
    return running;
  }

  async #may(unsaved: readonly Unsaved[], left: readonly Unsaved[]): Promise<boolean> {
    return unsaved.length + left.length === 0 || this.#parts.confirm(unsaved, left);
  }
}
