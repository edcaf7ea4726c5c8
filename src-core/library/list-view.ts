// What of a library is in the list, and in which order: filters, words and a sort, which together
// can be kept under a name.

import type { Filter, WordsInUse } from './facets';
import { filterRows } from './filters';
import type { Found } from './found';
import type { RecordKey, RecordSummary } from './listing';
import { factsOf } from './row-facts';
import { type Sort, sortRows } from './sorts';
import { STATUS_NAMES } from './status-names';

export interface ListView {
  /** What is searched for; '' for nothing. */
  words: string;
  filters: Filter[];
  /** null for the usual: by what could have happened in groups of a status, or the best match. */
  sort: Sort | null;
}

export interface NamedView {
  name: string;
  view: ListView;
}

/** What is kept of a library's list for one person on one machine. */
export interface LibraryViews {
  current: ListView;
  saved: NamedView[];
}

export const USUAL_VIEW: ListView = { words: '', filters: [], sort: null };

export const NO_VIEWS: LibraryViews = { current: USUAL_VIEW, saved: [] };

export interface ShownGroup {
  name: string;
  rows: readonly RecordSummary[];
}

interface Parts {
  rows: readonly RecordSummary[];
  filters: readonly Filter[];
  sort: Sort | null;
  /** What the words have found; null while nothing is searched for. */
  hits: Found | null;
  inUse: WordsInUse;
}

const HEADINGS: Record<Exclude<Sort, 'counterfactual'>, string> = {
  date: 'Newest first',
  left: 'Least left first',
  title: 'By title',
};

/** The list in groups, in order; without a group when nothing fits. */
export function shownGroups({ rows, filters, sort, hits, inUse }: Parts): ShownGroup[] {
  const fits = filters.length > 0 ? filterRows(filters, inUse) : null;
  const left = (all: readonly RecordSummary[]) => (fits ? all.filter(fits) : all);
  if (hits !== null) {
    const best = hits.among(rows);
    const found = sort === null ? best : thoseOf(sortRows(rows, sort), best);
    return inOne('Found', left(found));
  }
  if (sort !== null && sort !== 'counterfactual') {
    return inOne(HEADINGS[sort], left(sortRows(rows, sort)));
  }
  return inGroups(left(sortRows(rows, 'counterfactual', true)));
}

function inOne(name: string, rows: readonly RecordSummary[]): ShownGroup[] {
  return rows.length > 0 ? [{ name, rows }] : [];
}

function thoseOf(rows: readonly RecordSummary[], some: readonly RecordSummary[]): RecordSummary[] {
  const found = new Set(some);
  return rows.filter((row) => found.has(row));
}

const byKey = new WeakMap<readonly RecordSummary[], ReadonlyMap<RecordKey, RecordSummary>>();

/** The rows by their keys: the same map for the same rows. */
export function rowsByKey(rows: readonly RecordSummary[]): ReadonlyMap<RecordKey, RecordSummary> {
  const known = byKey.get(rows) ?? new Map(rows.map((row) => [row.key, row]));
  byKey.set(rows, known);
  return known;
}

/** Rows that stand in order of their status, parted where it changes. */
function inGroups(rows: readonly RecordSummary[]): ShownGroup[] {
  const groups: { name: string; rows: RecordSummary[] }[] = [];
  let last: string | null = null;
  for (const row of rows) {
    const { status } = factsOf(row);
    if (status !== last) groups.push({ name: STATUS_NAMES[status], rows: [] });
    last = status;
    groups.at(-1)?.rows.push(row);
  }
  return groups;
}
