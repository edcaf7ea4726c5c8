// Where the words a search has met stand in a text, for marking them there. A term is a whole word in
// lower case, or the beginning of words with a `*` behind it.

import { wordsIn } from './words';

/** Where words that are one of the terms begin and end in the text, in order. */
export function marksIn(text: string, terms: Iterable<string>): [number, number][] {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const term of terms) {
    if (term.endsWith('*')) beginnings.push(term.slice(0, -1));
    else whole.add(term);
  }
  const marks: [number, number][] = [];
  if (whole.size === 0 && beginnings.length === 0) return marks;
  for (const { word, at, length } of wordsIn(text)) {
    if (whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))) {
      marks.push([at, at + length]);
    }
  }
  return marks;
}
