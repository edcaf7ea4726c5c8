// Search over everything a record says. Every word of the query must be found, by its beginning or,
// where that finds little, with a small slip; when nothing has them all, what has any. Titles weigh
// most, rare words more than frequent ones, whole words more than beginnings.
//
// Our own and not MiniSearch (why: docs/decisions/0011). A word is found by halving a sorted list;
// where it stands is one number a record, its number and the word's weight there.

import type { SearchAnswer } from '../ipc/contract';
import type { RecordKey } from '../library/listing';
import type { RecordContent } from '../record/model';
import { Postings } from './postings';
import { lettersOf, missingLetters, slipsToBeginning } from './slips';
import { weightsOf } from './weights';
import { wordsOf } from './words';

export interface SearchableRecord {
  key: RecordKey;
  content: RecordContent;
}

interface FoundRows {
  rows: Uint32Array;
  terms: string[];
}

/** A word of the library that answers a word of the query, and how well: from 0 to 1. */
interface Match {
  word: string;
  fit: number;
}

/** Below this many letters a slip makes another word. */
const SLIPS_FROM = 5;
/** Letters a slip is forgiven for. */
const LETTERS_A_SLIP = 5;
/** Words that stand in this many records by their beginning need no forgiving. */
const ENOUGH = 5;
/** Of what a whole word is worth. */
const BEGINNING = 0.6;
const SLIP = 0.4;

export class SearchIndex {
  readonly #postings = new Postings();

  /** Takes a record in, in the place of what was known of it. */
  put({ key, content }: SearchableRecord): void {
    this.#postings.put(key, weightsOf(content));
  }

  remove(key: RecordKey): void {
    this.#postings.remove(key);
  }

  /** As `find`, with the keys of what was found. */
  search(query: string): SearchAnswer {
    const { rows, terms } = this.find(query);
    return { keys: [...rows].map((row) => this.keys[row] as RecordKey), terms };
  }

  /** Whose the numbers are that `find` gives; null for those it never gives. */
  get keys(): readonly (RecordKey | null)[] {
    return this.#postings.keys;
  }

  /** Counts the changes of `keys`. */
  get version(): number {
    return this.#postings.version;
  }

  /**
   * Numbers of what was found, best first: ten thousand of them cross to another process in no time.
   * A query without a word finds nothing. Terms are words as they stand in the texts, or the
   * beginnings of words with a `*` behind them.
   */
  find(query: string): FoundRows {
    const words = [...new Set(wordsOf(query))];
    const terms: string[] = [];
    const scores = this.#postings.scores();
    for (const word of words) {
      const matches = this.#matches(word);
      if (matches.some(({ fit }) => fit > SLIP)) terms.push(`${word}*`);
      terms.push(...matches.filter(({ fit }) => fit <= SLIP).map((match) => match.word));
      scores.add(matches);
    }
    return { rows: scores.best(words.length), terms };
  }

  #matches(typed: string): Match[] {
    const words = this.#postings.words;
    const matches: Match[] = [];
    let found = 0;
    for (let at = lowerBound(words, typed); words[at]?.startsWith(typed); at += 1) {
      const word = words[at] as string;
      const fit = word === typed ? 1 : BEGINNING + 0.3 * (typed.length / word.length);
      matches.push({ word, fit });
      found += this.#postings.count(word);
    }
    if (typed.length < SLIPS_FROM || found >= ENOUGH) return matches;
    return [...matches, ...this.#withSlips(typed)];
  }

  #withSlips(typed: string): Match[] {
    const most = Math.max(1, Math.round(typed.length / LETTERS_A_SLIP));
    const letters = lettersOf(typed);
    return this.#postings.words.flatMap((word): Match[] => {
      if (word.length < typed.length - most || word.startsWith(typed)) return [];
      if (missingLetters(letters, this.#postings.letters(word)) > most) return [];
      const slips = slipsToBeginning(typed, word, most);
      return slips > most
        ? []
        : [{ word, fit: SLIP / slips / Math.max(1, word.length / typed.length) }];
    });
  }
}

/** Where the first word stands that is not before this one. */
function lowerBound(words: readonly string[], word: string): number {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] as string) < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
