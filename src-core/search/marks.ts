// Where the words a search has met stand in a text, for marking them there. A term is a whole word
// in lower case; it is met where a word of the text is that term.

/** What a word is made of, as the search takes words apart. */
const WORD = /[^\n\r\p{Z}\p{P}]+/gu;

/** The places of the terms in the text, from beginning to end, in order. */
export function marksIn(text: string, terms: ReadonlySet<string>): [number, number][] {
  const marks: [number, number][] = [];
  if (terms.size === 0) return marks;
  for (const found of text.matchAll(WORD)) {
    if (terms.has(found[0].toLowerCase())) {
      marks.push([found.index, found.index + found[0].length]);
    }
  }
  return marks;
}
