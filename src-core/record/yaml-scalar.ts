// The smallest splice, of one scalar, and what every splice is.

import type { Scalar } from 'yaml';
import { endOf, endOfContent, lineEndOf, startOf } from './yaml-positions';
import { writeScalar } from './yaml-write';

export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The YAML text, and the line end that new lines get. */
export interface Context {
  source: string;
  eol: string;
}

/** Applies splices that do not overlap; insertions at one place come out in the order given. */
export function apply(source: string, splices: readonly Splice[]): string {
  return splices
    .toReversed()
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, s) => text.slice(0, s.start) + s.text + text.slice(s.end), source);
}

/** Changes a scalar's text, and keeps its quotes where those say the same. */
export function setScalar(
  { source }: Context,
  node: Scalar,
  after: string | number,
  inFlow: boolean,
): Splice {
  // A block scalar's value runs into the next lines: its last line end stays.
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const start = startOf(node);
  const end = isBlock ? endOfContent(source, endOf(node)) : endOf(node);
  const written = requote(writeScalar(after, inFlow), node.type);
  // `key:` has its empty value at the colon, or before a comment.
  const lead = start === end && /\S/.test(source.charAt(start - 1)) ? ' ' : '';
  const trail = source[end] === '#' && !isBlock ? ' ' : '';
  const lineEnd = isBlock ? lineEndOf(source.slice(start, end)) : '';
  return { start, end, text: lead + written + trail + lineEnd };
}

function requote(written: string, type: Scalar.Type | null | undefined): string {
  if (/^["']/.test(written)) return written;
  if (type === 'QUOTE_DOUBLE' && !/["\\]/.test(written)) return `"${written}"`;
  if (type === 'QUOTE_SINGLE') return `'${written.replace(/'/g, "''")}'`;
  return written;
}
