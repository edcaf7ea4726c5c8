// Where YAML nodes stand in their source: lines, columns and ends, as splicing needs them. The
// source ends with a line end, as all front matter does.

import {
  type CST,
  isCollection,
  isPair,
  isScalar,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isFlow } from './yaml-write';

/** A node that was read from a text has its place there. */
type Ranged = { range: [number, number, number] };
export type AnyPair = Pair<unknown, unknown>;

export function findPair(map: YAMLMap, key: string): AnyPair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

export function startOf(node: unknown): number {
  return (node as Ranged).range[0];
}

/** The end of a node's own text, without what follows it on its line; 0 for nothing. */
export function endOf(node: unknown): number {
  if (node === null) return 0;
  // The range of a block collection may run over the comments behind it: its last item does not.
  const last = isFlow(node) || !isCollection(node) ? undefined : node.items.at(-1);
  if (last !== undefined) return isPair(last) ? endOfValue(last) : endOf(last);
  return (node as Ranged).range[1];
}

/** The end of a pair's value, or of its key when it has none. */
export function endOfValue(pair: AnyPair): number {
  return Math.max(endOf(pair.value), endOf(pair.key));
}

/** The end of the last line that belongs to a pair, its line end and its own comment included. */
export function endOfPair(source: string, pair: AnyPair): number {
  return endOfContent(source, endOfValue(pair));
}

/** Past the comment lines that are indented deeper than a column: they belong to what is above. */
export function pastComments(source: string, lineStart: number, column: number): number {
  const comment = new RegExp(`[ \\t]{${column + 1},}#[^\\n]*\\n`, 'y');
  let at = lineStart;
  for (comment.lastIndex = at; comment.test(source); ) at = comment.lastIndex;
  return at;
}

/** From the end of a value to the end of its line; a value that ends a line already ends there. */
export function endOfContent(source: string, offset: number): number {
  return source.indexOf('\n', source.slice(0, offset).trimEnd().length) + 1;
}

export function lineStartOf(source: string, offset: number): number {
  return source.slice(0, offset).lastIndexOf('\n') + 1;
}

export function columnOf(source: string, offset: number): number {
  return offset - lineStartOf(source, offset);
}

/** Is there nothing but indentation before this on its line? */
export function beginsLine(source: string, offset: number): boolean {
  return source.slice(lineStartOf(source, offset), offset).trim() === '';
}

/** Where the dash of each item of a block list stands. */
export function dashesOf(list: YAMLSeq): number[] {
  const { items } = list.srcToken as CST.BlockSequence;
  return items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
}

/** The line end at the end of a text; '' when it has none. */
export function lineEndOf(text: string): string {
  return text.slice(text.replace(/\r?\n$/, '').length);
}

export function indentLines(text: string, indent: string, eol: string): string {
  return text
    .split('\n')
    .map((line) => indent + line)
    .join(eol);
}
