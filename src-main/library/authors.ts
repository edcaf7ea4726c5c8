// Which window put what at a place, as far as it says whose words stand there: a window goes on
// upon what it put there itself, until it has been shown what came of it.

import type { Place } from './places';

type Window = number | null;

export class Authors {
  /** Who edited a place last. */
  readonly #last = new Map<Place, Window>();
  /** By window: what it put at a place, where that was merged with what it had not seen. */
  readonly #merged = new Map<Window, Map<Place, string>>();

  /** Whether another window's words may stand there that `window` had not seen when it was shown this. */
  isByAnother(place: Place, window: Window, shown: string): boolean {
    if (this.#merged.get(window)?.get(place) === shown) return true;
    return (this.#last.get(place) ?? window) !== window;
  }

  /** @param came what stands there now */
  put(place: Place, window: Window, word: string, came: string): void {
    this.#last.set(place, window);
    const merged = this.#merged.get(window) ?? new Map<Place, string>();
    if (word === came) merged.delete(place);
    else merged.set(place, word);
    this.#merged.set(window, merged);
  }
}
