// Which places of an open record were changed outside, and what we ourselves have put there since:
// an edit made on anything else was made on something its author can no longer mean.

import { sha256 } from '../storage/files';
import type { Place } from './places';

export class Clashes {
  /** For each place changed outside: hashes of the words we have put there since. */
  readonly #ownSince = new Map<Place, Set<string>>();

  /** The file was changed at these places by someone else than the window's author. */
  outside(places: readonly Place[]): void {
    for (const place of places) this.#ownSince.set(place, new Set());
  }

  /** These words stood there in our own window. */
  own(place: Place, words: readonly string[]): void {
    for (const word of words) this.#ownSince.get(place)?.add(sha256(word));
  }

  /** True when an edit made on this word has not seen what was changed outside. */
  isUnseen(place: Place, word: string): boolean {
    const own = this.#ownSince.get(place);
    return own !== undefined && !own.has(sha256(word));
  }
}
