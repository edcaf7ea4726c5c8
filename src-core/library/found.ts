// What a search has found. Ten thousand rows with each key that is typed: they are looked up by their
// keys only when the library has changed since.

import { rowsByKey } from './list-view';
import type { RecordKey, RecordSummary } from './listing';

export class Found {
  readonly #best: readonly RecordSummary[];
  readonly #library: readonly RecordSummary[];
  readonly #keys: () => readonly RecordKey[];

  /**
   * @param best what was found, best first, as far as it is among these rows
   * @param library all rows
   * @param keys of all that was found, best first: a search may be answered before the rows are there
   */
  constructor(
    best: readonly RecordSummary[],
    library: readonly RecordSummary[],
    keys: () => readonly RecordKey[] = () => best.map(({ key }) => key),
  ) {
    this.#best = best;
    this.#library = library;
    this.#keys = keys;
  }

  /** Those that are among the rows of the library as it is now, best first. */
  among(library: readonly RecordSummary[]): readonly RecordSummary[] {
    if (library === this.#library) return this.#best;
    const known = rowsByKey(library);
    return this.#keys().flatMap((key) => known.get(key) ?? []);
  }
}
