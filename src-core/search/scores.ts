// The records of one query, word by word of it: each word counts in a record by the best it meets
// there, and the record's score is the sum.

import type { RecordKey } from '../library/listing';

export interface Weighed {
  word: string;
  /** How well it answers what was typed, from 0 to 1. */
  fit: number;
}

/** Steps of a score of 1 when scores are put in order. */
const STEPS = 1024;

export class Scores {
  readonly #keys: readonly (RecordKey | null)[];
  readonly #entriesOf: (word: string) => Uint32Array;
  readonly #sums: Float32Array;
  /** How many words of the query each record has met. */
  readonly #met: Uint8Array;

  /** @param entriesOf for a word: a record's number times 256, plus the word's weight there */
  constructor(keys: readonly (RecordKey | null)[], entriesOf: (word: string) => Uint32Array) {
    this.#keys = keys;
    this.#entriesOf = entriesOf;
    this.#sums = new Float32Array(keys.length);
    this.#met = new Uint8Array(keys.length);
  }

  /** One word of the query, by all the words that answer it. */
  add(matches: readonly Weighed[]): void {
    const best = new Float32Array(this.#keys.length);
    for (const { word, fit } of matches) {
      const entries = this.#entriesOf(word);
      const rarity = fit * Math.log(1 + this.#keys.length / entries.length);
      for (let at = 0; at < entries.length; at += 1) {
        const entry = entries[at] as number;
        const score = (entry & 255) * rarity;
        if (score > (best[entry >>> 8] as number)) best[entry >>> 8] = score;
      }
    }
    for (let number = 0; number < best.length; number += 1) {
      const score = best[number] as number;
      if (score === 0) continue;
      this.#sums[number] = (this.#sums[number] as number) + score;
      this.#met[number] = Math.min(255, (this.#met[number] as number) + 1);
    }
  }

  /**
   * The numbers of records, best first: of those that met all `words` of the query; if there are
   * none, of those that met any.
   */
  best(words: number): Uint32Array {
    const all = this.#ordered(Math.min(255, words));
    return all.length > 0 ? all : this.#ordered(1);
  }

  /** Score and number in one figure, so that they are sorted as figures are: fast. */
  #ordered(least: number): Uint32Array {
    const count = this.#keys.length;
    const figures = new Float64Array(count);
    let length = 0;
    for (let number = 0; number < count; number += 1) {
      if (this.#keys[number] === null || (this.#met[number] as number) < Math.max(1, least))
        continue;
      const score = Math.round((this.#sums[number] as number) * STEPS);
      figures[length] = score * count + (count - 1 - number);
      length += 1;
    }
    const sorted = figures.subarray(0, length).sort();
    const numbers = new Uint32Array(length);
    for (let at = 0; at < length; at += 1) {
      numbers[length - 1 - at] = count - 1 - ((sorted[at] as number) % count);
    }
    return numbers;
  }
}
