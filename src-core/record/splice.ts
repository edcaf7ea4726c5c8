// Changes in YAML text by source range: what is not changed keeps its bytes, comments, order,
// quoting and style. Small edits are tried first; every result is read back, and if it does not
// say exactly what it should, the next larger edit is tried.

import { visit, type YAMLMap } from 'yaml';
import { AppError } from '../errors';
import type { Writable } from './fields';
import { type Change, merged, says } from './yaml-merge';
import { endOf, findPair, startOf } from './yaml-positions';
import { apply, type Context, type Splice } from './yaml-scalar';
import { MAX_YAML, type Plain, parseYamlSource, type YamlSource } from './yaml-source';
import { replacePair, setInMap } from './yaml-splices';
import { writeFlow } from './yaml-write';

/**
 * Sets one top-level key of a YAML map to a value, by splicing.
 * @param source the YAML text: a map, and a line end behind it
 * @param key the key to set
 * @param before what the key's value is now, as far as the model knows it
 * @param after what it should be; an absent value removes the key
 * @param order all known keys in writing order: a new key goes behind its nearest predecessor
 * @param eol line end for new lines
 * @returns the new YAML text; raises AppError `not-saved` when none reads back as wanted
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
  const map = yaml.doc.contents as YAMLMap;
  const all = yaml.value as { [key: string]: Plain };
  const change: Change = { previous: all[key], before, after };
  const wanted: { [key: string]: Writable } = { ...all };
  const value = merged(change);
  if (value === undefined) delete wanted[key];
  else wanted[key] = value;

  const context: Context = { source, eol };
  const pair = findPair(map, key);
  const small = setInMap(context, map, key, change, order);
  const large = pair && value !== undefined ? [[replacePair(context, pair, key, value)]] : [];
  const aliases = aliasesOf(yaml, map, key);
  for (const splices of [small, ...large]) {
    // The plain way first; then with the value of each alias of what is being changed in its place.
    for (const extra of aliases.length > 0 ? [[], aliases] : [[]]) {
      const result = apply(source, [...splices, ...extra]);
      if (result.length > MAX_YAML) {
        throw refused(key, 'The front matter would be longer than 128 KiB');
      }
      if (reads(result, wanted)) return result;
    }
  }
  throw refused(key, `“${key}” could not be changed without touching something else`);
}

function refused(key: string, reason: string): AppError {
  return new AppError('not-saved', `${reason}. The file was left as it is.`, { key });
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
