// When an open record is saved: a moment after the last keystroke, never later than a second
// after the first; after a failure again and again, at growing intervals.

export interface SaveTiming {
  /** Milliseconds without an edit before a save. */
  quiet: number;
  /** Milliseconds after the first unsaved edit when it is saved anyway. */
  latest: number;
  /** Milliseconds before each new try after a failure; the last one goes on. */
  retries: readonly number[];
}

export const SAVE_TIMING: SaveTiming = {
  quiet: 400,
  latest: 1000,
  retries: [1000, 2000, 5000, 10_000, 30_000],
};

export class SaveClock {
  readonly #timing: SaveTiming;
  readonly #save: () => void;
  #timer: NodeJS.Timeout | undefined;
  #first: number | null = null;
  #failures = 0;

  constructor(timing: SaveTiming, save: () => void) {
    this.#timing = timing;
    this.#save = save;
  }

  /** An edit was made. */
  soon(): void {
    const now = Date.now();
    this.#first ??= now;
    this.#in(Math.min(this.#timing.quiet, Math.max(0, this.#first + this.#timing.latest - now)));
  }

  /** A save has failed. */
  again(): void {
    const { retries } = this.#timing;
    this.#in(retries[Math.min(this.#failures, retries.length - 1)] ?? 1000);
    this.#failures += 1;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  /** No save is wanted any more, or one is being made. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#first = null;
  }

  #in(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.stop();
      this.#save();
    }, milliseconds);
  }
}
