// Two edits of one place, made upon the same base, made one where both can be followed. Text is
// merged by lines, lists of words as sets, barriers and actions one by one and property by
// property. Where both sides changed the same thing there is no result, and a person chooses.

import { nextActionId } from './actions';
import type { RecordEdit } from './edit';
import { mergeText } from './merge-text';
import type { Action, Barrier, RecordFields } from './model';

/** The edit both sides come to; null when they cannot both be followed. */
export function mergeEdit(
  base: RecordEdit,
  mine: RecordEdit,
  theirs: RecordEdit,
): RecordEdit | null {
  if (mine.kind === 'section') {
    if (base.kind !== 'section' || theirs.kind !== 'section') return null;
    const text = mergeText(base.text, mine.text, theirs.text);
    return text === null ? null : { ...mine, text };
  }
  if (base.kind !== 'fields' || theirs.kind !== 'fields') return null;
  const fields: Record<string, unknown> = {};
  for (const key of Object.keys(mine.fields) as (keyof RecordFields)[]) {
    const merge = MERGES[key] ?? mergeWhole;
    const value = merge(base.fields[key], mine.fields[key], theirs.fields[key]);
    if (value === CLASH) return null;
    fields[key] = value;
  }
  return { kind: 'fields', fields };
}

const CLASH = Symbol('both sides changed it');

// biome-ignore lint/suspicious/noExplicitAny: each merge is named with the field whose type it has.
type Merge = (base: any, mine: any, theirs: any) => unknown;

const MERGES: Partial<Record<keyof RecordFields, Merge>> = {
  services: mergeWords,
  themes: mergeWords,
  incidents: mergeWords,
  barriers: (base, mine, theirs) => mergeItems<Barrier>(base, mine, theirs, (item) => item.name),
  actions: mergeActions,
  triage: mergeProperties,
  session: mergeProperties,
};

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The side that changed it; both only when they came to the same. */
function mergeWhole<T>(base: T | undefined, mine: T, theirs: T): T | typeof CLASH {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  return same(base, mine) ? theirs : CLASH;
}

/** Their words without what we took out, and what we put in. */
function mergeWords(base: string[], mine: string[], theirs: string[]): string[] {
  const kept = theirs.filter((word) => mine.includes(word) || !base.includes(word));
  const added = mine.filter((word) => !base.includes(word) && !kept.includes(word));
  return [...kept, ...added];
}

function mergeProperties<T extends object>(base: T, mine: T, theirs: T): T | typeof CLASH {
  const merged = { ...mine };
  for (const key of Object.keys(mine) as (keyof T)[]) {
    const value = mergeWhole(base[key], mine[key], theirs[key]);
    if (value === CLASH) return CLASH;
    merged[key] = value;
  }
  return merged;
}

/**
 * Items of a list that keep their order: each is merged with the ones of the same name. Where both
 * sides changed which items there are, or their order, only additions at the end are merged.
 */
function mergeItems<T extends object>(
  base: T[],
  mine: T[],
  theirs: T[],
  nameOf: (item: T) => string,
): T[] | typeof CLASH {
  const whole = mergeWhole(base, mine, theirs);
  if (whole !== CLASH) return whole;
  const names = [base, mine, theirs].map((list) => list.map(nameOf));
  // Two of one name cannot be told apart.
  if (names.some((list) => new Set(list).size < list.length)) return CLASH;
  const [before = [], ours = [], others = []] = names;
  const order = mergeOrder(before, ours, others);
  if (order === null) return CLASH;
  const merged: T[] = [];
  for (const name of order) {
    const [b, m, t] = [base, mine, theirs].map((list) =>
      list.find((item) => nameOf(item) === name),
    );
    const item = m && t ? (b ? mergeProperties(b, m, t) : mergeWhole(undefined, m, t)) : (m ?? t);
    if (item === undefined || item === CLASH) return CLASH;
    merged.push(item);
  }
  // What one side took out while the other changed it is a choice.
  const lost = base.some((item) => {
    if (order.includes(nameOf(item))) return false;
    const kept = [...mine, ...theirs].find((other) => nameOf(other) === nameOf(item));
    return kept !== undefined && !same(kept, item);
  });
  return lost ? CLASH : merged;
}

/** The names both sides come to, in order; null when they cannot both be followed. */
function mergeOrder(base: string[], mine: string[], theirs: string[]): string[] | null {
  const whole = mergeWhole(base, mine, theirs);
  if (whole !== CLASH) return whole;
  const begin = (list: string[]) => same(list.slice(0, base.length), base);
  if (!begin(mine) || !begin(theirs)) return null;
  const added = mine.slice(base.length);
  const others = theirs.slice(base.length);
  return added.some((name) => others.includes(name)) ? null : [...base, ...others, ...added];
}

/** As items by their id; actions both sides added under the same id are two: ours gets a free one. */
function mergeActions(base: Action[], mine: Action[], theirs: Action[]): Action[] | typeof CLASH {
  const known = new Set(base.map(({ id }) => id));
  const all = new Map([...base, ...mine, ...theirs].map((action) => [action.id, action]));
  const renamed = mine.map((action) => {
    const other = known.has(action.id) ? undefined : theirs.find(({ id }) => id === action.id);
    if (other === undefined || same(other, action)) return action;
    const free = { ...action, id: nextActionId([...all.values()]) };
    all.set(free.id, free);
    return free;
  });
  return mergeItems(base, renamed, theirs, ({ id }) => id);
}
