// What the home page shows, computed from the listing: groups, counts, words already in use.

import type { AttentionFile, Listing, RecordKey, RecordSummary } from '@core/library/listing';
import { type RecordFields, STATUSES, type Status } from '@core/record/model';

export const STATUS_NAMES: Record<Status, string> = {
  captured: 'To triage',
  triaged: 'Triaged',
  investigating: 'Investigating',
  logged: 'Logged',
  learned: 'Learned',
};

interface Group {
  status: Status;
  name: string;
  records: RecordSummary[];
}

/** Records by status in the order work flows, newest first within each; empty groups left out. */
function groupByStatus(records: readonly RecordSummary[]): Group[] {
  return STATUSES.map((status) => ({
    status,
    name: STATUS_NAMES[status],
    records: records.filter((record) => statusOf(record) === status).sort(newestFirst),
  })).filter((group) => group.records.length > 0);
}

/** What the list shows: what was found, best first, or all by status. */
export function shownGroups(
  records: readonly RecordSummary[],
  hits: readonly RecordKey[] | null,
  onlyToTriage: boolean,
): { name: string; records: RecordSummary[] }[] {
  if (hits) {
    const byKey = new Map(records.map((record) => [record.key, record]));
    const found = hits.flatMap((hit) => byKey.get(hit) ?? []);
    return found.length > 0 ? [{ name: 'Found', records: found }] : [];
  }
  const all = groupByStatus(records);
  return onlyToTriage ? all.filter((group) => group.status === 'captured') : all;
}

/** A record without a usable status waits for triage. */
function statusOf(record: RecordSummary): Status {
  return record.fields.status ?? 'captured';
}

function newestFirst(a: RecordSummary, b: RecordSummary): number {
  const dateA = dateOf(a.fields);
  const dateB = dateOf(b.fields);
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return a.path < b.path ? -1 : 1;
}

export function dateOf(fields: RecordFields): string {
  return fields.occurred || fields.reported;
}

/** Files that need attention and hold no two versions of a near miss that can be merged. */
export function unreadableFiles({ attention, copies }: Listing): AttentionFile[] {
  const keys = new Set(copies.map(({ key }) => key));
  return attention.filter(({ key }) => !keys.has(key));
}

export function countAttention(listing: Listing): number {
  return unreadableFiles(listing).length + listing.copies.length;
}
