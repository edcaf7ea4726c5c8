// A text as the words it is searched by, in lower case.

/** Whatever is no separator and no punctuation. */
const WORD = /[^\s\p{Z}\p{P}]+/gu;

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The words of a text as they stand in it, and where each begins. */
export function* wordsIn(text: string): Generator<{ word: string; at: number; length: number }> {
  for (const found of text.matchAll(WORD)) {
    yield { word: found[0].toLowerCase(), at: found.index, length: found[0].length };
  }
}
