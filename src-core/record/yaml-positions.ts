// Where YAML nodes stand in their source: lines, columns and ends, as splicing needs them.

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

type Ranged = { range?: [number, number, number] | null } | null | undefined;
export type AnyPair = Pair<unknown, unknown>;

export function findPair(map: YAMLMap, key: string): AnyPair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

export function startOf(node: unknown): number {
  return (node as Ranged)?.range?.[0] ?? 0;
}

/** The end of a node's own text: without what follows it on its line. */
export function endOf(node: unknown): number {
  // The range of a block collection may run over the comments behind it: its last item does not.
  const last = isFlow(node) || !isCollection(node) ? undefined : node.items.at(-1);
  if (last !== undefined) return isPair(last) ? endOfValue(last) : endOf(last);
  return (node as Ranged)?.range?.[1] ?? 0;
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
  const comment = new RegExp(`[ \\t]{${column + 1},}#[^\\n]*(?:\\n|$)`, 'y');
  let at = lineStart;
  for (comment.lastIndex = at; comment.test(source); ) at = comment.lastIndex;
  return at;
}

/** From the end of a value to the end of its line; a value that ends a line already ends there. */
export function endOfContent(source: string, offset: number): number {
  const newline = source.indexOf('\n', source.slice(0, offset).trimEnd().length);
  return newline === -1 ? source.length : newline + 1;
}

export function lineStartOf(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
}

export function columnOf(source: string, offset: number): number {
  return offset - lineStartOf(source, offset);
}

/** Is there nothing but indentation before this on its line? */
export function beginsLine(source: string, offset: number): boolean {
  return source.slice(lineStartOf(source, offset), offset).trim() === '';
}

/** Where the dash of each item of a block list stands; null when one cannot be found. */
export function dashesOf(list: YAMLSeq): number[] | null {
  const token = list.srcToken as CST.Token | undefined;
  if (token?.type !== 'block-seq') return null;
  const dashes = token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
  return dashes.length === list.items.length ? dashes : null;
}

export function indentLines(text: string, indent: string, eol: string): string {
  return text
    .split('\n')
    .map((line) => indent + line)
    .join(eol);
}
