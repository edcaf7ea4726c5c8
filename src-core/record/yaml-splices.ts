// The splices that make the wanted changes in YAML text, smallest first: null means that a node
// cannot be changed in place and must be written anew. Nothing here decides whether a result is
// right: splice.ts reads it back.

import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Writable } from './fields';
import { setBlockList } from './yaml-block-list';
import { setFlowList, setFlowMap } from './yaml-flow';
import { type Change, isWord, isWritableMap, keyChanges, merged, sameWritable } from './yaml-merge';
import {
  type AnyPair,
  beginsLine,
  columnOf,
  endOf,
  endOfPair,
  endOfValue,
  findPair,
  indentLines,
  lineEndOf,
  lineStartOf,
  pastComments,
  startOf,
} from './yaml-positions';
import { type Context, type Splice, setScalar } from './yaml-scalar';
import { isFlow, writePair } from './yaml-write';

/** Changes, adds or removes one key of a map. */
export function setInMap(
  context: Context,
  map: YAMLMap,
  key: string,
  change: Change,
  order: readonly string[],
): Splice[] {
  return isFlow(map)
    ? setFlowMap(context, map, [[key, change]])
    : setInLines(context, map, key, change, order);
}

/** The same, in a map whose keys stand on lines of their own. */
function setInLines(
  context: Context,
  map: YAMLMap,
  key: string,
  change: Change,
  order: readonly string[],
): Splice[] {
  const pair = findPair(map, key);
  const value = merged(change);
  if (!pair) return value === undefined ? [] : [insertPair(context, map, key, value, order)];
  if (value === undefined) return [removePair(context, map, pair)];
  if (isEmptyValue(pair)) return fillPair(context, pair, key, value);
  return setNode(context, pair.value, change) ?? [replacePair(context, pair, key, value)];
}

/** Changes a node in place. */
function setNode(context: Context, node: unknown, change: Change): Splice[] | null {
  const { before, after } = change;
  if (sameWritable(before, after)) return [];
  if (isScalar(node) && isWord(after)) return [setScalar(context, node, after, false)];
  if (isMap(node) && isWritableMap(after)) {
    if (isFlow(node) && node.items.length === 0) return null; // to be written in lines
    if (isFlow(node)) return setFlowMap(context, node, keyChanges(change));
    const order = Object.keys(after);
    return keyChanges(change).flatMap(([key, part]) => setInLines(context, node, key, part, order));
  }
  if (isSeq(node) && Array.isArray(after)) {
    return isFlow(node)
      ? setFlowList(context, node, change)
      : setBlockList(context, node, change, setNode);
  }
  return null;
}

/** Does `key:` stand there with nothing, or with empty brackets? */
function isEmptyValue({ value }: AnyPair): boolean {
  if (isScalar(value)) return startOf(value) === endOf(value);
  return (isMap(value) || isSeq(value)) && isFlow(value) && value.items.length === 0;
}

/** Puts a value behind a key that has none; what else stands on its line stays. */
function fillPair(context: Context, pair: AnyPair, key: string, value: Writable): Splice[] {
  const { source, eol } = context;
  const [first = '', ...lines] = writePair(key, value).split('\n');
  if (isScalar(pair.value) && isWord(value)) {
    return [setScalar(context, pair.value, value, false)];
  }
  const start = isScalar(pair.value) ? endOf(pair.key) + 1 : startOf(pair.value);
  const end = isScalar(pair.value) ? start : endOf(pair.value);
  const text = first.slice(key.length + 2);
  const lead = text !== '' && /\S/.test(source.charAt(start - 1)) ? ' ' : '';
  const splices = [{ start, end, text: lead + text }];
  if (text === '' && source[start - 1] === ' ') splices[0] = { start: start - 1, end, text: '' };
  if (lines.length === 0) return splices;
  const at = endOfPair(source, pair);
  const indent = ' '.repeat(columnOf(source, startOf(pair.key)));
  return [...splices, insertion(at, indentLines(lines.join('\n'), indent, eol), eol)];
}

/** Removes a pair with its lines; one that shares its first line keeps its key. */
function removePair({ source }: Context, map: YAMLMap, pair: AnyPair): Splice {
  const keyStart = startOf(pair.key);
  if (beginsLine(source, keyStart) && map.items.length > 1) {
    const start = lineStartOf(source, keyStart);
    const end = pastComments(source, endOfPair(source, pair), keyStart - start);
    return { start, end, text: '' };
  }
  const colon = source.indexOf(':', endOf(pair.key)) + 1;
  return { start: colon, end: Math.max(colon, trimmedEnd(source, endOfValue(pair))), text: '' };
}

function trimmedEnd(source: string, offset: number): number {
  return source.slice(0, offset).trimEnd().length;
}

/** Writes a whole `key: value` anew. */
export function replacePair(
  { source, eol }: Context,
  pair: AnyPair,
  key: string,
  value: Writable,
): Splice {
  const start = startOf(pair.key);
  const end = endOfPair(source, pair);
  const indent = ' '.repeat(columnOf(source, start));
  const text = indentLines(writePair(key, value), indent, eol).slice(indent.length);
  return { start, end, text: text + lineEndOf(source.slice(start, end)) };
}

function insertPair(
  { source, eol }: Context,
  map: YAMLMap,
  key: string,
  value: Writable,
  order: readonly string[],
): Splice {
  const column = columnOf(source, startOf(map));
  const text = indentLines(writePair(key, value), ' '.repeat(column), eol);
  return insertion(insertionPoint(source, map, key, order, column), text, eol);
}

/** Whole lines put in at a line's start. */
function insertion(at: number, text: string, eol: string): Splice {
  return { start: at, end: at, text: text + eol };
}

/** Behind the nearest present predecessor in writing order, else at the map's end. */
function insertionPoint(
  source: string,
  map: YAMLMap,
  key: string,
  order: readonly string[],
  column: number,
): number {
  const before = order.slice(0, Math.max(0, order.indexOf(key))).toReversed();
  const pair = before.map((name) => findPair(map, name)).find((found) => found !== undefined);
  const after = pair ?? (map.items.at(-1) as AnyPair);
  return pastComments(source, endOfPair(source, after), column);
}
