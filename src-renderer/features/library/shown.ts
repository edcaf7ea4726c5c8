// What the list shows of the library, worked out when any of what it depends on changes and at no
// other time: everything that asks gets the same answer. It is worked out while someone types, so
// nothing is made for each of ten thousand rows that is not asked for.

import { type Filter, isSameFilter } from '@core/library/facets';
import { rowsByKey, type ShownGroup, shownGroups } from '@core/library/list-view';
import type { RecordKey, RecordSummary } from '@core/library/listing';
import { parseQuery } from '@core/library/query';
import type { State } from '../../store/store';
import { inUseOf } from './selectors';

export interface Shown {
  groups: readonly ShownGroup[];
  /** The rows of all groups, from the first to the last. */
  order: readonly RecordSummary[];
  /** Where in the order each stands. */
  readonly places: ReadonlyMap<RecordKey, number>;
}

type Parts = Pick<State, 'listing' | 'library' | 'query' | 'filters' | 'sort' | 'hits'>;

let last: { inputs: readonly unknown[]; shown: Shown } | null = null;

export function shownOf(state: Parts): Shown {
  const { listing, library, sort, hits } = state;
  const services = library?.config.services;
  const filters = filtersOf(state);
  const inputs = [listing.records, services, filters, sort, hits];
  if (last && inputs.every((input, index) => input === last?.inputs[index])) return last.shown;
  const groups = shownGroups({
    rows: listing.records,
    filters,
    sort,
    hits,
    inUse: inUseOf(listing.records, services),
  });
  const shown = shownIn(groups);
  last = { inputs, shown };
  return shown;
}

function shownIn(groups: readonly ShownGroup[]): Shown {
  const [first, ...others] = groups;
  const order = others.length > 0 ? groups.flatMap(({ rows }) => rows) : (first?.rows ?? []);
  let places: ReadonlyMap<RecordKey, number> | null = null;
  return {
    groups,
    order,
    get places() {
      places ??= new Map(order.map((row, index) => [row.key, index]));
      return places;
    },
  };
}

let lastFilters: (Pick<Parts, 'query' | 'filters'> & { all: Filter[] }) | null = null;

/**
 * All filters: those that are set, and those among what is being typed. The same list for as long as
 * the same is in it, whatever words are typed.
 */
export function filtersOf({ query, filters }: Pick<Parts, 'query' | 'filters'>): Filter[] {
  if (lastFilters?.query === query && lastFilters.filters === filters) return lastFilters.all;
  const typed = parseQuery(query).filters;
  const now = typed.length > 0 ? [...filters, ...typed] : filters;
  const before = lastFilters?.all;
  const all = before && isSameList(before, now) ? before : now;
  lastFilters = { query, filters, all };
  return all;
}

function isSameList(some: readonly Filter[], others: readonly Filter[]): boolean {
  return (
    some.length === others.length &&
    some.every((filter, index) => isSameFilter(filter, others[index] as Filter))
  );
}

/** Where the row of this key stands in the order; -1 when it is not in sight. */
export function placeOf(state: Parts, key: RecordKey): number {
  const row = rowsByKey(state.listing.records).get(key);
  return row ? shownOf(state).order.indexOf(row) : -1;
}

/** What is picked out: what was, if it is in sight, else the first that is. */
export function pickOf(state: Parts & Pick<State, 'selected'>): RecordKey | null {
  const stays = state.selected !== null && placeOf(state, state.selected) !== -1;
  return stays ? state.selected : (shownOf(state).order[0]?.key ?? null);
}
