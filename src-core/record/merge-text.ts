// Three versions of a text made one, line by line, where that can be done without a choice: what
// either side put in is in the result once, what either side took out is not, and nothing else
// changes. Where both sides touched the same or neighbouring lines there is no result, and a
// person chooses.

import { diff3Merge } from 'node-diff3';

/** The merged text, with `mine`'s line ends; null when the two sides cannot both be followed. */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  const regions = diff3Merge(linesOf(mine), linesOf(base), linesOf(theirs), {
    excludeFalseConflicts: true,
  });
  const merged: string[] = [];
  for (const { ok } of regions) {
    if (!ok) return null;
    merged.push(...ok);
  }
  return merged.join(mine.includes('\r\n') ? '\r\n' : '\n');
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
