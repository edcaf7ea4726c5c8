// Two people typing in one text at the same moment, in two windows: each change is taken as one
// stretch put in the place of another, and both are made. Nothing typed is lost, and there is always
// a result: where both touched the same words, what both wrote stands there, one after the other.

import { sameAtEnd, sameAtStart } from './same-ends';

export interface Change {
  /** Where it begins and ends in the text both began with. */
  start: number;
  end: number;
  text: string;
}

/** What a text was made of. */
export interface Upon {
  before: string;
  change: Change;
}

/** `base` with what both sides made of it; where both are at one place, theirs stands first. */
export function mergeTyping(base: string, mine: string, theirs: string): string {
  if (mine === theirs) return mine;
  const [ours, others] = [changeOf(base, mine), changeOf(base, theirs)] as const;
  const touch = ours.start < others.end && others.start < ours.end;
  if (touch) {
    const start = Math.min(ours.start, others.start);
    const end = Math.max(ours.end, others.end);
    return applied(base, [{ start, end, text: others.text + ours.text }]);
  }
  // What is put in where the other's stretch begins stands before it, not in it.
  const isFirst = ours.start - others.start || ours.end - others.end;
  return applied(base, isFirst < 0 ? [ours, others] : [others, ours]);
}

/** The shortest stretch in which two texts differ; characters of two halves stay whole. */
export function changeOf(base: string, after: string): Change {
  const most = Math.min(base.length, after.length);
  let start = sameAtStart(base, after);
  if (isInside(base, start)) start -= 1;
  let same = sameAtEnd(base, after, most - start);
  if (isInside(base, base.length - same)) same -= 1;
  const end = base.length - same;
  return { start, end, text: after.slice(start, after.length - same) };
}

/** The same of two texts in pieces, of which most are the same: the others alone are looked into. */
export function changeOfPieces(base: readonly string[], after: readonly string[]): Change {
  const most = Math.min(base.length, after.length);
  let first = 0;
  while (first < most && base[first] === after[first]) first += 1;
  let same = 0;
  while (same < most - first && base.at(-1 - same) === after.at(-1 - same)) same += 1;
  const middle = (pieces: readonly string[]) => pieces.slice(first, pieces.length - same).join('');
  const { start, end, text } = changeOf(middle(base), middle(after));
  const at = base.slice(0, first).reduce((sum, piece) => sum + piece.length, 0);
  return { start: at + start, end: at + end, text };
}

/** Between the two halves of one character. */
function isInside(text: string, at: number): boolean {
  return /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));
}

/** `base` with changes in it that are in order and do not touch. */
export function applied(base: string, changes: readonly Change[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text } of changes) {
    result += base.slice(at, start) + text;
    at = end;
  }
  return result + base.slice(at);
}
