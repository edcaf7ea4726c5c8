// Where YAML nodes stand in their source: lines, columns and ends, as splicing needs them.

import { isScalar, type Pair, type YAMLMap } from 'yaml';

export function findPair(map: YAMLMap, key: string): Pair<unknown, unknown> | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

export function offsetOf(node: unknown): number {
  return (node as { range?: [number, number, number] | null } | null)?.range?.[0] ?? 0;
}

/** The end of the last line that belongs to a pair, its line end and its own comment included. */
export function endOfPair(source: string, pair: Pair<unknown, unknown>): number {
  const value = pair.value as { range?: [number, number, number] | null } | null;
  const keyEnd = (pair.key as { range?: [number, number, number] | null }).range?.[1] ?? 0;
  return endOfContent(source, Math.max(value?.range?.[1] ?? keyEnd, keyEnd));
}

/** From the end of a value to the end of its line; a value that ends a line already ends there. */
export function endOfContent(source: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(source[end - 1] ?? '')) end -= 1;
  const newline = source.indexOf('\n', end);
  return newline === -1 ? source.length : newline + 1;
}

export function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

export function indentAt(source: string, lineStart: number): string {
  return /^[ \t]*/.exec(source.slice(lineStart))?.[0] ?? '';
}

export function indentLines(text: string, indent: string, eol: string): string {
  return text
    .split('\n')
    .map((line) => indent + line)
    .join(eol);
}
