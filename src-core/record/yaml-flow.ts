// Changes in flow collections (`[a, b]`, `{ held: 2026-11-21 }`): entries that stay keep their
// text, and the space between neighbours that stay is kept too.

import { isScalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Change, itemChanges, merged, sameWritable } from './yaml-merge';
import { endOf, endOfValue, findPair, startOf } from './yaml-positions';
import { type Context, type Splice, setScalar } from './yaml-scalar';
import { writeFlow, writeFlowEntry } from './yaml-write';

interface Entry {
  text: string;
  /** Its place among the old entries; null for a new one. */
  from: number | null;
}

export function setFlowMap(
  context: Context,
  map: YAMLMap,
  changes: readonly [string, Change][],
): Splice[] | null {
  const { source } = context;
  const values = changes.map(([key, change]) => ({ key, change, value: merged(change) }));
  const inPlace = values.map(({ key, change, value }) => {
    const node = findPair(map, key)?.value;
    if (value === undefined || !isScalar(node)) return null;
    return setScalar(context, node, change.after, true);
  });
  if (inPlace.every((splices) => splices !== null)) return inPlace.flat();
  const entries = map.items.flatMap((pair, from): Entry[] => {
    const text = source.slice(startOf(pair.key), endOfValue(pair));
    const changed = values.find(({ key }) => findPair(map, key) === pair);
    if (!changed) return [{ text, from }];
    if (changed.value === undefined) return [];
    return [{ text: writeFlowEntry(changed.key, changed.value), from }];
  });
  for (const { key, value } of values) {
    if (value === undefined || findPair(map, key)) continue;
    entries.push({ text: writeFlowEntry(key, value), from: null });
  }
  const spans = map.items.map((pair) => [startOf(pair.key), endOfValue(pair)] as const);
  return rebuild(source, map, spans, entries, '{ ', ' }');
}

export function setFlowList({ source }: Context, list: YAMLSeq, change: Change): Splice[] | null {
  const entries = itemChanges(change).map((item): Entry => {
    const { from } = item;
    const node = from === null ? null : list.items[from];
    if (node && sameWritable(item.before, item.after)) {
      return { text: source.slice(startOf(node), endOf(node)), from };
    }
    return { text: writeFlow(merged(item) ?? ''), from };
  });
  const spans = list.items.map((item) => [startOf(item), endOf(item)] as const);
  return rebuild(source, list, spans, entries, '[', ']');
}

/** The collection with other entries, between the brackets and spaces it has. */
function rebuild(
  source: string,
  node: YAMLMap | YAMLSeq,
  spans: readonly (readonly [number, number])[],
  entries: readonly Entry[],
  open: string,
  close: string,
): Splice[] | null {
  const [first] = spans;
  const last = spans.at(-1);
  if (!node.range || entries.length === 0) return null;
  const [start, end] = node.range;
  let text = first ? source.slice(start, first[0]) : open;
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before) text += separator(source, spans, before, entry);
    text += entry.text;
  }
  text += last ? source.slice(last[1], end) : close;
  return [{ start, end, text }];
}

function separator(
  source: string,
  spans: readonly (readonly [number, number])[],
  before: Entry,
  entry: Entry,
): string {
  if (before.from === null || entry.from !== before.from + 1) return ', ';
  return source.slice(spans[before.from]?.[1], spans[entry.from]?.[0]);
}
