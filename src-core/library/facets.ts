// What the list can be filtered by, each with its values and what they are called. A filter is a
// facet and a value, which is also how it is typed: `status:captured`.

import { longDate, monthName } from '../dates';
import { BARRIER_KINDS, DECISIONS, RECORD_KINDS, STATUSES, type Status } from '../record/model';
import { STATUS_NAMES } from './status-names';

export const FACETS = [
  'status',
  'service',
  'theme',
  'kind',
  'saver',
  'decision',
  'luck',
  'after',
  'before',
] as const;
export type Facet = (typeof FACETS)[number];

export interface Filter {
  facet: Facet;
  value: string;
}

export const FACET_NAMES: Record<Facet, string> = {
  status: 'Status',
  service: 'Service',
  theme: 'Theme',
  kind: 'Kind',
  saver: 'Saved by',
  decision: 'Decision',
  luck: 'Luck',
  after: 'From',
  before: 'Before',
};

/** The values of facets that have a few. */
export const FACET_VALUES = {
  status: STATUSES,
  kind: RECORD_KINDS,
  saver: BARRIER_KINDS,
  decision: [...DECISIONS, 'none'],
  luck: ['yes', 'no'],
} as const satisfies Partial<Record<Facet, readonly string[]>>;

type FewFacet = keyof typeof FACET_VALUES;

/** What the words in use are asked for, most used first. */
export interface WordsInUse {
  services: readonly string[];
  themes: readonly string[];
}

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * The filter that a typed value means, however its case: a value itself, what it is called, or the
 * beginning of a word that only one value has. null when it means none.
 */
export function filterOf(facet: Facet, typed: string): Filter | null {
  const value = typed.trim();
  if (value === '') return null;
  if (facet === 'service' || facet === 'theme') return { facet, value };
  if (facet === 'after' || facet === 'before') {
    return PARTIAL_DATE.test(value) ? { facet, value } : null;
  }
  const plain = plainWord(value);
  const values: readonly string[] = FACET_VALUES[facet];
  const named = values.find(
    (word) => word === plain || plainWord(valueName(facet, word)) === plain,
  );
  const begun = values.filter((word) =>
    wordBegins(plainWord(`${valueName(facet, word)} ${word}`), plain),
  );
  const only = named ?? (begun.length === 1 ? begun[0] : undefined);
  return only === undefined ? null : { facet, value: only };
}

/** Values a facet may have, those in use for services and themes; none for dates. */
export function valuesOf(facet: Facet, inUse: WordsInUse): readonly string[] {
  if (facet === 'service') return inUse.services;
  if (facet === 'theme') return inUse.themes;
  return facet === 'after' || facet === 'before' ? [] : FACET_VALUES[facet];
}

/** A value as people read it. */
export function valueName(facet: Facet, value: string): string {
  if (facet === 'status') return STATUS_NAMES[value as Status] ?? value;
  if (facet === 'decision' && value === 'none') return 'not decided';
  if (facet === 'after' || facet === 'before') return dateName(value);
  return value;
}

/** The whole filter as people read it: "Status: To triage", "Before June 2026". */
export function filterName({ facet, value }: Filter): string {
  if (facet === 'luck') return value === 'yes' ? 'Luck saved us' : 'Not saved by luck';
  const between = facet === 'after' || facet === 'before' ? ' ' : ': ';
  return `${FACET_NAMES[facet]}${between}${valueName(facet, value)}`;
}

export function isSameFilter(a: Filter, b: Filter): boolean {
  return a.facet === b.facet && a.value === b.value;
}

/** Is this one of the facets that have a few values, all known? */
export function isFewFacet(facet: Facet): facet is FewFacet {
  return facet in FACET_VALUES;
}

/** Does a word of the text begin with the part? Hyphens part words too. */
export function wordBegins(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function plainWord(text: string): string {
  return text.toLowerCase().replace(/[-_\s]+/g, ' ');
}

function dateName(value: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  return month ? `${monthName(Number(month[2]))} ${month[1]}` : longDate(value);
}
