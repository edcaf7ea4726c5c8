// Which records a word stands in, and what it weighs there, in one number each: the record's number
// times 256, plus the weight. A record that goes leaves its numbers behind; they are passed over, and
// cleared away when they are more than those that count.

import type { RecordKey } from '../library/listing';
import { Scores } from './scores';
import { lettersOf } from './slips';

interface Posting {
  /** The word's letters, see lettersOf. */
  letters: number;
  entries: Uint32Array;
  length: number;
}

/** Steps of a weight of 1: the heaviest word there is stays below 256. */
const STEPS = 22;
const FIRST_ROOM = 4;
/** Fewer gone records than this are not worth clearing away. */
const FEW = 256;

export class Postings {
  #byWord = new Map<string, Posting>();
  /** By number; null for one that is gone. */
  #keys: (RecordKey | null)[] = [];
  readonly #numbers = new Map<RecordKey, number>();
  #sorted: string[] | null = null;
  #version = 0;

  /** Counts the changes of which number is whose. */
  get version(): number {
    return this.#version;
  }

  /** Whose each number is; null for one that is gone. */
  get keys(): readonly (RecordKey | null)[] {
    return this.#keys;
  }

  /** All words, in order. */
  get words(): readonly string[] {
    this.#sorted ??= [...this.#byWord.keys()].sort();
    return this.#sorted;
  }

  put(key: RecordKey, weights: ReadonlyMap<string, number>): void {
    this.remove(key);
    const number = this.#keys.length;
    this.#keys.push(key);
    this.#version += 1;
    this.#numbers.set(key, number);
    for (const [word, weight] of weights) {
      const steps = Math.max(1, Math.min(255, Math.round(weight * STEPS)));
      this.#push(word, number * 256 + steps);
    }
  }

  remove(key: RecordKey): void {
    const number = this.#numbers.get(key);
    if (number === undefined) return;
    this.#numbers.delete(key);
    this.#keys[number] = null;
    this.#version += 1;
    const gone = this.#keys.length - this.#numbers.size;
    if (gone > FEW && gone > this.#numbers.size) this.#clearAway();
  }

  /** In how many records a word stands, gone ones included. */
  count(word: string): number {
    return this.#byWord.get(word)?.length ?? 0;
  }

  letters(word: string): number {
    return this.#byWord.get(word)?.letters ?? 0;
  }

  scores(): Scores {
    return new Scores(this.#keys, (word) => {
      const { entries, length } = this.#byWord.get(word) as Posting;
      return entries.subarray(0, length);
    });
  }

  #push(word: string, entry: number): void {
    let posting = this.#byWord.get(word);
    if (!posting) {
      posting = { letters: lettersOf(word), entries: new Uint32Array(FIRST_ROOM), length: 0 };
      this.#byWord.set(owned(word), posting);
      this.#sorted = null;
    }
    if (posting.length === posting.entries.length) {
      const larger = new Uint32Array(Math.ceil(posting.length * 1.5));
      larger.set(posting.entries);
      posting.entries = larger;
    }
    posting.entries[posting.length] = entry;
    posting.length += 1;
  }

  #clearAway(): void {
    const renumbered = new Map<number, number>();
    const kept: RecordKey[] = [];
    this.#keys.forEach((key, number) => {
      if (key === null) return;
      renumbered.set(number, kept.length);
      this.#numbers.set(key, kept.length);
      kept.push(key);
    });
    this.#keys = kept;
    for (const [word, posting] of this.#byWord) {
      const entries: number[] = [];
      for (const entry of posting.entries.subarray(0, posting.length)) {
        const number = renumbered.get(entry >>> 8);
        if (number !== undefined) entries.push(number * 256 + (entry & 255));
      }
      if (entries.length === 0) this.#byWord.delete(word);
      else {
        const { letters } = posting;
        this.#byWord.set(word, {
          letters,
          entries: Uint32Array.from(entries),
          length: entries.length,
        });
      }
    }
    this.#sorted = null;
  }
}

/** The same word, which keeps nothing in memory of the text it was cut from. */
function owned(word: string): string {
  return JSON.parse(JSON.stringify(word));
}
