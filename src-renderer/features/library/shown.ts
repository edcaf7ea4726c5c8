// What the list shows of the library, worked out when any of what it depends on changes and at no
// other time: everything that asks gets the same answer.

import type { Filter } from '@core/library/facets';
import { type ShownGroup, shownGroups } from '@core/library/list-view';
import type { RecordKey, RecordSummary } from '@core/library/listing';
import { parseQuery } from '@core/library/query';
import type { State } from '../../store/store';
import { inUseOf } from './selectors';

export interface Shown {
  groups: readonly ShownGroup[];
  /** The rows of all groups, from the first to the last. */
  order: readonly RecordSummary[];
  /** Where in the order each stands. */
  places: ReadonlyMap<RecordKey, number>;
}

type Parts = Pick<State, 'listing' | 'library' | 'query' | 'filters' | 'sort' | 'hits'>;

let last: { inputs: readonly unknown[]; shown: Shown } | null = null;

export function shownOf(state: Parts): Shown {
  const { listing, library, query, filters, sort, hits } = state;
  const services = library?.config.services;
  const inputs = [listing.records, services, query, filters, sort, hits];
  if (last && inputs.every((input, index) => input === last?.inputs[index])) return last.shown;
  const groups = shownGroups({
    rows: listing.records,
    filters: filtersOf(state),
    sort,
    hits,
    inUse: inUseOf(listing.records, services),
  });
  const order = groups.flatMap(({ rows }) => rows);
  const places = new Map(order.map((row, index) => [row.key, index]));
  const shown = { groups, order, places };
  last = { inputs, shown };
  return shown;
}

/** All filters: those that are set, and those among what is being typed. */
export function filtersOf({ query, filters }: Pick<Parts, 'query' | 'filters'>): Filter[] {
  return [...filters, ...parseQuery(query).filters];
}

/** What is picked out: what was, if it is in sight, else the first that is. */
export function pickOf(state: Parts & Pick<State, 'selected'>): RecordKey | null {
  const { order, places } = shownOf(state);
  const stays = state.selected !== null && places.has(state.selected);
  return stays ? state.selected : (order[0]?.key ?? null);
}
