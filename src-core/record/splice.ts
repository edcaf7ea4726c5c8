// Changes in YAML text by source range: what is not changed keeps its bytes, comments, order,
// quoting and style. Small edits are tried first; every result is read back, and if it does not
// say exactly what it should, the next larger edit is tried.

import { isMap, visit, type YAMLMap } from 'yaml';
import type { Writable } from './fields';
import { type Change, merged, says } from './yaml-merge';
import { endOf, findPair, startOf } from './yaml-positions';
import { apply, type Context, type Splice } from './yaml-scalar';
import { MAX_YAML, type Plain, parseYamlSource, type YamlSource } from './yaml-source';
import { replacePair, setInMap } from './yaml-splices';
import { writeFlow } from './yaml-write';

/** Raised when no splice gives YAML that reads back as wanted. */
export class CannotSplice extends Error {}

/**
 * Sets one top-level key of a YAML map to a value, by splicing.
 * @param source the YAML text, a map
 * @param key the key to set
 * @param before what the key's value is now, as far as the model knows it
 * @param after what it should be; an absent value removes the key
 * @param order all known keys in writing order: a new key goes behind its nearest predecessor
 * @param eol line end for new lines
 * @returns the new YAML text; raises {@link CannotSplice}
 */
export function spliceKey(
  source: string,
  key: string,
  before: Writable,
  after: Writable,
  order: readonly string[],
  eol: string,
): string {
  const yaml = parseYamlSource(source);
  const map = yaml.doc.contents;
  if (!isMap(map)) throw new CannotSplice('The front matter is not a map');
  const previous = (yaml.value as { [key: string]: Plain })[key];
  const change: Change = { previous, before, after };
  const wanted: { [key: string]: Writable } = { ...(yaml.value as { [key: string]: Plain }) };
  const value = merged(change);
  if (value === undefined) delete wanted[key];
  else wanted[key] = value;

  const context: Context = { source, eol };
  const pair = findPair(map, key);
  const small = setInMap(context, map, key, change, order);
  const large = pair && value !== undefined ? [replacePair(context, pair, key, value)] : null;
  const aliases = aliasesOf(yaml, map, key);
  for (const splices of [small, large]) {
    if (!splices) continue;
    // The plain way first; then with the value of each alias of what is being changed in its place.
    for (const extra of aliases.length > 0 ? [[], aliases] : [[]]) {
      const result = apply(source, [...splices, ...extra]);
      if (result.length > MAX_YAML) {
        throw new CannotSplice('The front matter would be longer than 128 KiB');
      }
      if (reads(result, wanted)) return result;
    }
  }
  throw new CannotSplice(`“${key}” could not be changed without touching something else`);
}

function reads(result: string, wanted: { [key: string]: Writable }): boolean {
  try {
    return says(parseYamlSource(result).value, wanted);
  } catch {
    return false;
  }
}

/** Splices that write out every alias, outside a key's value, of an anchor inside it. */
function aliasesOf(yaml: YamlSource, map: YAMLMap, key: string): Splice[] {
  const pair = findPair(map, key);
  const anchors = new Set<string>();
  visit(pair?.value as YAMLMap | null, (_key, node) => {
    const anchor = (node as { anchor?: string } | null)?.anchor;
    if (anchor) anchors.add(anchor);
  });
  if (!pair || anchors.size === 0) return [];
  const [from, to] = [startOf(pair.value), endOf(pair.value)];
  return [...yaml.aliases].flatMap(([alias, value]): Splice[] => {
    const [start, end] = [startOf(alias), endOf(alias)];
    if (!anchors.has(alias.source) || (start >= from && end <= to)) return [];
    return [{ start, end, text: writeFlow(value) }];
  });
}
