// Changes in YAML text by source range: what is not changed keeps its bytes, comments, order,
// quoting and style. Small edits are tried first; every result is read back, and if it does not
// say exactly what it should, the next larger edit is tried.

import { isMap, type YAMLMap } from 'yaml';
import type { Writable } from './fields';
import { agrees } from './yaml-agree';
import { parseYamlSource } from './yaml-source';
import { apply, type Context, replacePair, setInMap } from './yaml-splices';
import { isFlow } from './yaml-write';

/** Raised when no splice gives YAML that reads back as wanted. */
export class CannotSplice extends Error {}

/**
 * Sets one top-level key of a YAML map to a value, by splicing.
 * @param source the YAML text, a block map
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
  const { doc, value } = parseYamlSource(source);
  const map = doc.contents;
  if (!isMap(map) || isFlow(map) || typeof value === 'string' || Array.isArray(value)) {
    throw new CannotSplice('The front matter is not a block map');
  }
  const context: Context = { source, eol };
  const others = { ...value };
  const unchangedParts = others[key];
  delete others[key];
  const attempts = [
    () => apply(source, setInMap(context, map as YAMLMap, key, before, after, order)),
    () => apply(source, replacePair(context, map as YAMLMap, key, after, order)),
  ];
  for (const attempt of attempts) {
    const result = attempt();
    if (result !== null && agrees(result, key, others, before, after, unchangedParts))
      return result;
  }
  throw new CannotSplice(`“${key}” could not be changed without touching something else`);
}
