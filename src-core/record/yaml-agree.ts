// Reading a splice back: does the YAML now say exactly what was wanted, and nothing else anew?

import { isAbsent, type Writable } from './fields';
import { type Plain, parseYamlSource } from './yaml-source';

/**
 * Whether `result` has every other key as in `others`, and under `key` says `after` wherever the
 * model speaks, and what it said before wherever the model does not.
 */
export function agrees(
  result: string,
  key: string,
  others: { [key: string]: Plain },
  before: Writable,
  after: Writable,
  previous: Plain | undefined,
): boolean {
  let value: Plain;
  try {
    value = parseYamlSource(result).value;
  } catch {
    return false;
  }
  if (typeof value === 'string' || Array.isArray(value)) return false;
  const rest = { ...value };
  const now = rest[key];
  delete rest[key];
  return same(rest, others) && covers(now, before, after, previous);
}

/** Does `now` say `after` wherever the model speaks, and what it said before elsewhere? */
function covers(
  now: Plain | undefined,
  before: Writable | undefined,
  after: Writable | undefined,
  previous: Plain | undefined,
): boolean {
  const was = isMapValue(previous) ? previous : {};
  if (after === undefined || isAbsent(after)) {
    const knew = isWritableMap(before) ? before : {};
    const is = isMapValue(now) ? now : {};
    const keptUnknown = Object.keys(was).every((k) => k in knew || same(is[k], was[k]));
    return keptUnknown && (now === undefined || isEmpty(now) || isMapValue(now));
  }
  if (now === undefined) return false;
  if (typeof after === 'string' || typeof after === 'number') return now === String(after);
  if (Array.isArray(after)) {
    if (typeof now === 'string') return after.length === 1 && now === after[0];
    if (!Array.isArray(now) || now.length !== after.length) return false;
    return after.every((item, i) => covers(now[i], undefined, item, undefined));
  }
  if (typeof now === 'string' || Array.isArray(now)) return false;
  const knew = isWritableMap(before) ? before : {};
  return (
    Object.entries(after).every(([k, v]) => covers(now[k], knew[k], v, was[k])) &&
    Object.keys(was).every((k) => k in after || k in knew || same(now[k], was[k]))
  );
}

function isEmpty(value: Plain): boolean {
  return value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

function isMapValue(value: Plain | undefined): value is { [key: string]: Plain } {
  return typeof value === 'object' && !Array.isArray(value);
}

export function isWritableMap(value: Writable | undefined): value is { [key: string]: Writable } {
  return typeof value === 'object' && !Array.isArray(value);
}

function same(a: Plain | undefined, b: Plain | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function sameWritable(a: Writable | undefined, b: Writable | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
