// What a search has found. Ten thousand rows with each key that is typed: they are looked up by their
// keys only when the library has changed since.

import { rowsByKey } from './list-view';
import type { RecordSummary } from './listing';

export class Found {
  readonly #best: readonly RecordSummary[];
  readonly #library: readonly RecordSummary[];

  /**
   * @param best what was found, best first
   * @param library all rows, of which these are some
   */
  constructor(best: readonly RecordSummary[], library: readonly RecordSummary[]) {
    this.#best = best;
    this.#library = library;
  }

  /** Those that are among the rows of the library as it is now, best first. */
  among(library: readonly RecordSummary[]): readonly RecordSummary[] {
    if (library === this.#library) return this.#best;
    const known = rowsByKey(library);
    return this.#best.flatMap(({ key }) => known.get(key) ?? []);
  }
}
