// Changes in flow collections (`[a, b]`, `{ held: 2026-11-21 }`): entries that stay keep their
// text, and the space between neighbours that stay is kept too.

import { isScalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Change, isWord, itemChanges, merged, mergedItem, sameWritable } from './yaml-merge';
import { endOf, endOfValue, findPair, startOf } from './yaml-positions';
import { type Context, type Splice, setScalar } from './yaml-scalar';
import { writeFlow, writeFlowEntry } from './yaml-write';

type Span = [start: number, end: number];

interface Entry {
  text: string;
  /** Its place among the old entries; -1 for a new one. */
  from: number;
}

export function setFlowMap(
  context: Context,
  map: YAMLMap,
  changes: readonly [string, Change][],
): Splice[] {
  const { source } = context;
  const values = changes.map(([key, change]) => ({ key, value: merged(change) }));
  const inPlace = values.map(({ key, value }) => {
    const node = findPair(map, key)?.value;
    return isWord(value) && isScalar(node) ? setScalar(context, node, value, true) : null;
  });
  if (inPlace.every((splice) => splice !== null)) return inPlace;
  const entries = map.items.flatMap((pair, from): Entry[] => {
    const text = source.slice(startOf(pair.key), endOfValue(pair));
    const changed = values.find(({ key }) => findPair(map, key) === pair);
    if (!changed) return [{ text, from }];
    if (changed.value === undefined) return [];
    return [{ text: writeFlowEntry(changed.key, changed.value), from }];
  });
  for (const { key, value } of values) {
    if (value === undefined || findPair(map, key)) continue;
    entries.push({ text: writeFlowEntry(key, value), from: -1 });
  }
  const spans = map.items.map((pair): Span => [startOf(pair.key), endOfValue(pair)]);
  return rebuild(source, map, spans, entries);
}

export function setFlowList({ source }: Context, list: YAMLSeq, change: Change): Splice[] {
  const spans = list.items.map((item): Span => [startOf(item), endOf(item)]);
  const entries = itemChanges(change).map((item): Entry => {
    const { from } = item;
    const span = spans[from];
    const isSame = span && sameWritable(item.before, item.after);
    return { text: isSame ? source.slice(...span) : writeFlow(mergedItem(item)), from };
  });
  return rebuild(source, list, spans, entries);
}

/** The collection with other entries, between the brackets and spaces it has. */
function rebuild(
  source: string,
  node: YAMLMap | YAMLSeq,
  spans: readonly Span[],
  entries: readonly Entry[],
): Splice[] {
  const [start, end] = [startOf(node), endOf(node)];
  let text = source.slice(start, spans[0]?.[0]);
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before) text += separator(source, spans, before, entry);
    text += entry.text;
  }
  text += source.slice(spans.at(-1)?.[1], end);
  return [{ start, end, text }];
}

function separator(source: string, spans: readonly Span[], before: Entry, entry: Entry): string {
  if (before.from === -1 || entry.from !== before.from + 1) return ', ';
  return source.slice(spans[before.from]?.[1], spans[entry.from]?.[0]);
}
