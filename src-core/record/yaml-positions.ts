// Where YAML nodes stand in their source: lines, columns and ends, as splicing needs them.

import { type CST, isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

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
