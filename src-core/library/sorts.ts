// The orders of the list. The usual one is by what could have happened, then by what still stood in
// the way; what is not triaged yet cannot be judged by it, and comes newest first.

import type { RecordSummary } from './listing';
import { factsOf, type RowFacts } from './row-facts';

export const SORTS = ['counterfactual', 'date', 'left', 'title'] as const;
export type Sort = (typeof SORTS)[number];

export const SORT_NAMES: Record<Sort, string> = {
  counterfactual: 'What could have happened',
  date: 'Date',
  left: 'What is left',
  title: 'Title',
};

type Compare = (a: RowFacts, b: RowFacts) => number;

const newest: Compare = (a, b) => compareText(b.date, a.date);
const leastLeft: Compare = (a, b) => a.left - b.left;
const worst: Compare = (a, b) => b.product - a.product;

const COMPARE: Record<Sort, Compare> = {
  counterfactual: (a, b) => worst(a, b) || (a.product > 0 ? leastLeft(a, b) : 0) || newest(a, b),
  date: newest,
  left: (a, b) => leastLeft(a, b) || worst(a, b) || newest(a, b),
  // Without a title is last.
  title: (a, b) => {
    const [titleA, titleB] = [plainTitle(a), plainTitle(b)];
    return (
      Number(titleA === '') - Number(titleB === '') || compareText(titleA, titleB) || newest(a, b)
    );
  },
};

/** Titles to compare by: without regard to case and accents. */
const plainTitles = new WeakMap<RowFacts, string>();

function plainTitle(facts: RowFacts): string {
  const before = plainTitles.get(facts);
  if (before !== undefined) return before;
  const plain = facts.title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  plainTitles.set(facts, plain);
  return plain;
}

/** Orders that were worked out, for as long as there are the rows. */
const known = new WeakMap<readonly RecordSummary[], Map<string, RecordSummary[]>>();

/** The rows in an order, all of a status together if asked for. The same list for the same rows. */
export function sortRows(
  rows: readonly RecordSummary[],
  sort: Sort,
  byStatus = false,
): readonly RecordSummary[] {
  const orders = known.get(rows) ?? new Map<string, RecordSummary[]>();
  known.set(rows, orders);
  const name = `${sort} ${byStatus}`;
  const sorted = orders.get(name) ?? inOrder(rows, COMPARE[sort], byStatus);
  orders.set(name, sorted);
  return sorted;
}

function inOrder(
  rows: readonly RecordSummary[],
  compare: Compare,
  byStatus: boolean,
): RecordSummary[] {
  return rows
    .map((row) => ({ row, facts: factsOf(row) }))
    .sort(
      ({ row: rowA, facts: a }, { row: rowB, facts: b }) =>
        (byStatus ? a.stage - b.stage : 0) || compare(a, b) || compareText(rowA.path, rowB.path),
    )
    .map(({ row }) => row);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
