// The splices that turn one YAML node into another, smallest first. Nothing here decides whether
// a result is right: splice.ts reads it back.

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isAbsent, type Writable } from './fields';
import { isWritableMap, sameWritable } from './yaml-agree';
import {
  columnOf,
  endOfContent,
  endOfPair,
  findPair,
  indentAt,
  indentLines,
  offsetOf,
} from './yaml-positions';
import { isFlow, writeFlow, writeItem, writePair, writeScalar } from './yaml-write';

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

/** Applies splices that do not overlap; null when there are none to give a result. */
export function apply(source: string, splices: Splice[] | null): string | null {
  if (!splices) return null;
  return [...splices]
    .sort((a, b) => b.start - a.start)
    .reduce((text, s) => text.slice(0, s.start) + s.text + text.slice(s.end), source);
}

export function setInMap(
  context: Context,
  map: YAMLMap,
  key: string,
  before: Writable | undefined,
  after: Writable | undefined,
  order: readonly string[],
): Splice[] | null {
  const pair = findPair(map, key);
  if (!pair) return replacePair(context, map, key, after, order);
  if (after === undefined || isAbsent(after)) {
    if (isPresentButEmpty(pair)) return [];
    const unknown = isMap(pair.value)
      ? unknownOf(pair.value, isWritableMap(before) ? before : {})
      : {};
    if (Object.keys(unknown).length > 0) return setNode(context, pair.value, before, {});
    return replacePair(context, map, key, after, order);
  }
  return (
    setNode(context, pair.value, before, after) ?? replacePair(context, map, key, after, order)
  );
}

function isPresentButEmpty(pair: Pair<unknown, unknown>): boolean {
  return pair.value === null || (isScalar(pair.value) && (pair.value.value ?? '') === '');
}

/** Splices that turn a node from `before` into `after`; null when it must be written anew. */
function setNode(
  context: Context,
  node: unknown,
  before: Writable | undefined,
  after: Writable,
): Splice[] | null {
  if (sameWritable(before, after)) return [];
  if (isAlias(node)) return null;
  if (isScalar(node)) return setScalar(context, node, after);
  if (isMap(node) && isWritableMap(after)) {
    if (isFlow(node)) return setFlowMap(context, node, before, after);
    const knew = isWritableMap(before) ? before : {};
    const keys = [...new Set([...Object.keys(knew), ...Object.keys(after)])];
    const splices: Splice[] = [];
    for (const key of keys) {
      if (sameWritable(knew[key], after[key])) continue;
      const part = setInMap(context, node, key, knew[key], after[key], Object.keys(after));
      if (!part) return null;
      splices.push(...part);
    }
    return splices;
  }
  if (isSeq(node) && Array.isArray(after)) {
    if (isFlow(node)) return replaceRange(node, writeFlow(after));
    return setList(context, node, Array.isArray(before) ? before : [], after);
  }
  return null;
}

function setScalar(context: Context, node: Scalar, after: Writable): Splice[] | null {
  if (typeof after !== 'string' && typeof after !== 'number') return null;
  const range = node.range;
  if (!range) return null;
  const [start, end] = range;
  const text = requote(writeScalar(after), node.type);
  // `key:` has its empty value right at the colon.
  const gap = start === end && context.source[start - 1] === ':' ? ' ' : '';
  // A block scalar's value runs into the next line: keep that line end.
  const old = context.source.slice(start, end);
  const tail = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? lineEndOf(old) : '';
  return [{ start, end, text: gap + text + tail }];
}

/** Keeps the author's quotes around a plain value, where that says the same. */
function requote(written: string, type: Scalar.Type | undefined): string {
  if (/^["']/.test(written) || written === '') return written;
  if (type === 'QUOTE_DOUBLE' && !/["\\]/.test(written)) return `"${written}"`;
  if (type === 'QUOTE_SINGLE') return `'${written.replace(/'/g, "''")}'`;
  return written;
}

function lineEndOf(text: string): string {
  return /\r?\n$/.exec(text)?.[0] ?? '';
}

function replaceRange(node: YAMLMap | YAMLSeq, text: string): Splice[] | null {
  return node.range ? [{ start: node.range[0], end: node.range[1], text }] : null;
}

function setFlowMap(
  context: Context,
  node: YAMLMap,
  before: Writable | undefined,
  after: { [key: string]: Writable },
): Splice[] | null {
  const knew = isWritableMap(before) ? before : {};
  const splices: Splice[] = [];
  for (const key of new Set([...Object.keys(knew), ...Object.keys(after)])) {
    const value = after[key];
    if (sameWritable(knew[key], value)) continue;
    const pair = findPair(node, key);
    if (!pair || value === undefined || !isScalar(pair.value)) {
      return replaceRange(node, writeFlow({ ...unknownOf(node, knew), ...after }));
    }
    const part = setScalar(context, pair.value, value);
    if (!part) return null;
    splices.push(...part);
  }
  return splices;
}

/** Entries of a flow map that the model knows nothing of: written again with the others. */
function unknownOf(node: YAMLMap, knew: { [key: string]: Writable }): { [key: string]: Writable } {
  const entries = node.items.flatMap((item): [string, Writable][] => {
    const key = isScalar(item.key) ? String(item.key.value) : '';
    if (key in knew || !isScalar(item.value)) return [];
    return [[key, String(item.value.value ?? '')]];
  });
  return Object.fromEntries(entries);
}

/** A block list: items that stay keep their lines; changed ones are spliced; new ones written. */
function setList(
  context: Context,
  node: YAMLSeq,
  before: Writable[],
  after: Writable[],
): Splice[] | null {
  const { source, eol } = context;
  if (node.items.length !== before.length || after.length === 0) return null;
  const starts = node.items.map((item) => itemStart(source, offsetOf(item)));
  if (starts.some((start) => start === null)) return null;
  const listEnd = endOfContent(source, node.range?.[1] ?? 0);
  const bounds = starts as number[];
  const indent = indentAt(source, bounds[0] ?? 0);
  const free = new Set(before.keys());
  const texts: string[] = [];
  for (const [index, value] of after.entries()) {
    const match = matchItem(before, value, free, index);
    if (match === null) {
      texts.push(indentLines(writeItem(value), indent, eol) + eol);
      continue;
    }
    free.delete(match);
    const start = bounds[match] ?? 0;
    const end = bounds[match + 1] ?? listEnd;
    const splices = setNode(context, node.items[match], before[match], value);
    if (!splices) {
      texts.push(indentLines(writeItem(value), indent, eol) + eol);
      continue;
    }
    const moved = splices.map((s) => ({ ...s, start: s.start - start, end: s.end - start }));
    const text = apply(source.slice(start, end), moved) ?? '';
    texts.push(/\n$/.test(text) ? text : text + eol);
  }
  const start = bounds[0] ?? 0;
  const text = texts.join('');
  const endsLine = /\n$/.test(source.slice(start, listEnd));
  return [{ start, end: listEnd, text: endsLine ? text : text.replace(/\r?\n$/, '') }];
}

/** Which old item this one is: the same value, else the same id or name, else the same place. */
function matchItem(
  before: Writable[],
  value: Writable,
  free: ReadonlySet<number>,
  index: number,
): number | null {
  const candidates = [...free];
  const equal = candidates.find((i) => sameWritable(before[i], value));
  if (equal !== undefined) return equal;
  if (!isWritableMap(value)) return null;
  const named = candidates.find((i) => {
    const old = before[i];
    if (!isWritableMap(old)) return false;
    const key = 'id' in value ? 'id' : 'name';
    return old[key] !== undefined && old[key] === value[key];
  });
  if (named !== undefined) return named;
  return free.has(index) && isWritableMap(before[index]) ? index : null;
}

/** Where the line of a list item begins; null when something else stands before its dash. */
function itemStart(source: string, offset: number): number | null {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*-[ \t]+$/.test(source.slice(lineStart, offset)) ? lineStart : null;
}

/** Replaces, inserts or removes a whole `key: value` of a block map. */
export function replacePair(
  context: Context,
  map: YAMLMap,
  key: string,
  after: Writable | undefined,
  order: readonly string[],
): Splice[] | null {
  if (isFlow(map)) return null;
  const { source, eol } = context;
  const pair = findPair(map, key);
  const indent = ' '.repeat(columnOf(source, offsetOf(map.items[0]?.key)));
  const absent = after === undefined || isAbsent(after);
  if (pair) {
    const keyStart = offsetOf(pair.key);
    const start = source.lastIndexOf('\n', keyStart - 1) + 1;
    const ownLine = /^[ \t]*$/.test(source.slice(start, keyStart));
    const end = endOfPair(source, pair);
    if (absent) return ownLine && map.items.length > 1 ? [{ start, end, text: '' }] : null;
    const text = indentLines(writePair(key, after), indent, eol).slice(indent.length);
    return [{ start: keyStart, end, text: text + lineEndOf(source.slice(keyStart, end)) }];
  }
  if (absent) return [];
  const text = indentLines(writePair(key, after), indent, eol);
  const at = insertionPoint(source, map, key, order);
  const needsEol = at > 0 && source[at - 1] !== '\n';
  return [{ start: at, end: at, text: needsEol ? eol + text : text + eol }];
}

/** Behind the nearest present predecessor in writing order, else at the map's end. */
function insertionPoint(
  source: string,
  map: YAMLMap,
  key: string,
  order: readonly string[],
): number {
  const position = order.indexOf(key);
  for (let i = position - 1; i >= 0; i -= 1) {
    const pair = findPair(map, order[i] ?? '');
    if (pair) return endOfPair(source, pair);
  }
  const last = map.items.at(-1) as Pair<unknown, unknown> | undefined;
  return last ? endOfPair(source, last) : source.length;
}
