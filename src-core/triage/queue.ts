// What waits for triage, and decisions not to act whose day to look again has come: computed from
// the library's rows, so that nobody has to remember either.

import { daysAfter } from '../dates';
import type { RecordSummary } from '../library/listing';
import { factsOf } from '../library/row-facts';
import { isoDate } from '../record/names';
import { reviewOf } from './triage';

export type Row = Pick<RecordSummary, 'key' | 'path' | 'fields' | 'readOnly' | 'facts'>;

/** A decision not to act is looked at again after so many days, unless someone says otherwise. */
const REVIEW_AFTER_DAYS = 90;

/** The day to look again at what is decided on `today`. */
export function reviewDay(today: string): string {
  return daysAfter(today, REVIEW_AFTER_DAYS);
}

/** Captured, or without a status that can be used; what can only be read cannot be triaged. */
export function waitsForTriage(row: Row): boolean {
  return !row.readOnly && factsOf(row).status === 'captured';
}

/** What waits for triage, newest first, as the list shows it. */
export function toTriage<R extends Row>(rows: readonly R[]): R[] {
  return rows.filter(waitsForTriage).sort(newestFirst);
}

/** The day a near miss occurred, else the day it was reported, as written. */
export function rowDate(row: Pick<Row, 'fields' | 'facts'>): string {
  return factsOf(row).date;
}

export function newestFirst(a: Row, b: Row): number {
  const dateA = rowDate(a);
  const dateB = rowDate(b);
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return a.path < b.path ? -1 : 1;
}

/** Has the day come to look again at a decision not to act? */
export function isReviewDue(row: Pick<Row, 'fields' | 'facts'>, today: string): boolean {
  const day = isoDate(reviewOf(factsOf(row)));
  return day !== null && day <= today;
}

/** Decisions not to act that are to be looked at again, the longest overdue first. */
export function dueReviews<R extends Row>(rows: readonly R[], today: string): R[] {
  return rows
    .filter((row) => isReviewDue(row, today))
    .sort((a, b) => {
      const [dayA, dayB] = [a.fields.triage.review, b.fields.triage.review];
      if (dayA !== dayB) return dayA < dayB ? -1 : 1;
      return a.path < b.path ? -1 : 1;
    });
}
