// Three versions of a text made one, line by line, where that can be done without a choice: what
// either side put in is in the result once, what either side took out is not, and nothing else
// changes. Where both sides touched the same or neighbouring lines, or where repeated lines leave
// it open which of them were touched, there is no result, and a person chooses.

import { diff3Merge } from 'node-diff3';

type Lines = readonly string[];

/** The merged text, with `mine`'s line ends; null when the two sides cannot both be followed. */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  const [before, ours, others] = [linesOf(base), linesOf(mine), linesOf(theirs)] as const;
  const merged = mergeLines(before, ours, others);
  // Read from its end, a text with repeated lines may be lined up another way: then it is open
  // which lines were meant, and either way could be the wrong one.
  const fromEnd = mergeLines(reversed(before), reversed(ours), reversed(others));
  if (merged === null || fromEnd === null || !isSame(merged, reversed(fromEnd))) return null;
  if (!addsUp(before, ours, others, merged)) return null;
  return merged.join(mine.includes('\r\n') ? '\r\n' : '\n');
}

function mergeLines(base: Lines, mine: Lines, theirs: Lines): string[] | null {
  const regions = diff3Merge([...mine], [...base], [...theirs]);
  const merged: string[] = [];
  for (const { ok } of regions) {
    if (!ok) return null;
    merged.push(...ok);
  }
  return merged;
}

/**
 * Whether each line is there as often as both sides come to: what one of them changed in its number
 * counts as it is; what both changed the same way may have been one change or two.
 */
function addsUp(base: Lines, mine: Lines, theirs: Lines, merged: Lines): boolean {
  const [before, ours, others] = [counterOf(base), counterOf(mine), counterOf(theirs)] as const;
  const after = counterOf(merged);
  return [...new Set([...base, ...mine, ...theirs])].every((line) => {
    const [b, m, t, found] = [before(line), ours(line), others(line), after(line)] as const;
    const sum = m + t - b;
    if (m > b && t > b) return found >= Math.max(m, t) && found <= sum;
    if (m < b && t < b) return found >= sum && found <= Math.min(m, t);
    return found === sum;
  });
}

/** Says how often a line is there. */
function counterOf(lines: Lines): (line: string) => number {
  const numbers = new Map<string, number>();
  for (const line of lines) numbers.set(line, (numbers.get(line) ?? 0) + 1);
  return (line) => numbers.get(line) ?? 0;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function reversed(lines: Lines): string[] {
  return [...lines].reverse();
}

function isSame(one: Lines, other: Lines): boolean {
  return one.join('\n') === other.join('\n');
}
