// What a page would not show while someone types in it is told in the next pause: each message takes
// time from the letters. Someone who types without a pause is not waited for without end, since
// other windows are told the same.

import { TYPING_PAUSE_MS } from '@core/ipc/typing-pause';
import type { Pace } from './typing';

/** Milliseconds in which a page has drawn a letter. */
const DRAWN = 20;
/** Milliseconds that the first to wait does so at most, seen with the next letter. */
const AT_LATEST = 5000;

export class TypingPause implements Pace {
  /** Runs while someone types. */
  #timer: NodeJS.Timeout | undefined;
  #waiting: (() => void)[] = [];
  #since = 0;

  letter(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#end(), TYPING_PAUSE_MS);
    const isLate = performance.now() - this.#since >= AT_LATEST;
    if (isLate && this.#waiting.length > 0) this.#runAll();
  }

  drawn(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, DRAWN));
  }

  /** Runs it at once when nobody is typing, else in the next pause; all in the order they came. */
  once(run: () => void): void {
    if (this.#waiting.length === 0) this.#since = performance.now();
    this.#waiting.push(run);
    if (!this.#timer) this.#runAll();
  }

  #end(): void {
    this.#timer = undefined;
    this.#runAll();
  }

  #runAll(): void {
    const all = this.#waiting;
    this.#waiting = [];
    for (const run of all) run();
  }
}
