// The part of a record's text that shows best why it was found: where most different words that
// were met stand close together.

import type { Snippet } from '../ipc/contract';
import { marksIn } from './marks';
import { plainPiece } from './plain';
import type { NamedText } from './texts';

/** Characters a snippet shows. */
const SNIPPET = 160;
/** Of them, before the first mark. */
const LEAD = 40;

/** null when none of the terms stands in the texts (any more). */
export function snippetOf(
  texts: readonly NamedText[],
  terms: readonly string[],
): Omit<Snippet, 'key'> | null {
  let best: Omit<Snippet, 'key'> | null = null;
  let most = 0;
  for (const { where, text } of texts) {
    const marks = marksIn(text, terms);
    marks.forEach(([from], first) => {
      const within = marks.slice(first).filter(([, end]) => end - from <= SNIPPET - LEAD);
      const different = new Set(within.map(([start, end]) => text.slice(start, end).toLowerCase()));
      if (different.size <= most) return;
      most = different.size;
      best = { where, ...cut(text, from, marks) };
    });
  }
  return best;
}

/** The text around a place, on one line, cut between words where it can be. */
function cut(
  text: string,
  around: number,
  marks: readonly [number, number][],
): Pick<Snippet, 'text' | 'marks'> {
  const start = startBefore(text, around);
  const end = endAfter(text, start);
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  const within = marks
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): [number, number] => [from - start, to - start]);
  const plain = plainPiece(text.slice(start, end), within);
  const shift = before.length;
  // A line end for a space, one for one: the marks stay where they are.
  return {
    text: before + plain.text.replace(/\s/g, ' ') + after,
    marks: plain.marks.map(([from, to]) => [from + shift, to + shift]),
  };
}

function startBefore(text: string, around: number): number {
  if (around <= LEAD) return 0;
  const space = text.slice(around - LEAD, around).search(/\s/);
  return space === -1 ? around : around - LEAD + space + 1;
}

function endAfter(text: string, start: number): number {
  const limit = start + SNIPPET;
  if (text.length <= limit) return text.length;
  const space = text.slice(start, limit).search(/\s\S*$/);
  return space > SNIPPET / 2 ? start + space : wholeCharacter(text, limit);
}

/** Not within a pair of surrogates. */
function wholeCharacter(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}
