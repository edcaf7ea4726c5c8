// What stands between two blocks when at least one of them is new, changed or moved. Promises that
// both are read again as what they are: a list does not run into a list, nor text into a heading.

import { parseFlow } from '@core/record/flow';

/** A block about to be written, and the other ways it could be. */
export interface Piece {
  text: string;
  /**
   * Other ways to write it, best first. Of a block that was not changed, only such as begin with
   * its text: with what it leaves open closed behind it.
   */
  others: () => string[];
}

const sourcesOf = (markdown: string) =>
  // In front, an empty line keeps a byte order mark where it is.
  parseFlow(`\n${markdown}`).blocks.map(({ source }) => source);

/** One line that begins with a letter or a number: behind a blank line it is a paragraph of its own. */
const PLAIN = /^(?:\p{L}|\d+ )[^\r\n]*$/u;
const BLANK = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/;

/** Whether `before` and `after`, with `gap` between them, are still the blocks they were. */
export function staysApart(before: string, gap: string, after: string): boolean {
  // What most of a text is; reading it again for each letter typed would be felt.
  if (BLANK.test(gap) && PLAIN.test(before) && PLAIN.test(after)) return true;
  const apart = [...sourcesOf(before), ...sourcesOf(after)];
  const together = sourcesOf(before + gap + after);
  return together.length === apart.length && together.every((text, at) => text === apart[at]);
}

export interface Boundary {
  before: string;
  gap: string;
  after: string;
}

/**
 * The first way to write two neighbours that keeps them apart: as they are with the gap wanted,
 * with a blank line, respelled, and at last with an empty comment between them. `fits` says
 * whether another spelling of `before` also suits what stands before it.
 */
export function settle(
  before: Piece,
  wanted: string,
  after: Piece,
  blank: string,
  fits: (text: string) => boolean,
): Boundary {
  const asIs = { before: before.text, after: after.text };
  for (const gap of [wanted, blank]) {
    if (staysApart(asIs.before, gap, asIs.after)) return { ...asIs, gap };
  }
  for (const text of after.others()) {
    if (staysApart(asIs.before, blank, text))
      return { before: asIs.before, gap: blank, after: text };
  }
  for (const text of before.others()) {
    if (fits(text) && staysApart(text, blank, asIs.after))
      return { before: text, gap: blank, after: asIs.after };
  }
  return { ...asIs, gap: `${blank}<!-- -->${blank}` };
}
