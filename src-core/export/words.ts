// Words of the printed page: fields as one line of plain text, dates in words, the places and
// kinds of a near miss as people say them. Dates are read as text, never as moments in time, so
// no time zone can move them.

import { longDate } from '../dates';
import type { Barrier, FoundIn, RecordKind } from '../record/model';
import { isoDate } from '../record/names';

export const FOUND_IN_WORDS: Record<FoundIn, string> = {
  production: 'production',
  staging: 'staging',
  canary: 'canary',
  review: 'review',
  'game day': 'game day',
  other: 'elsewhere',
};

export const KIND_WORDS: Record<RecordKind, string> = {
  resource: 'a resource close to its limit',
  'late catch': 'a late catch',
  'contained dependency': 'a failed dependency, contained',
  'near page': 'almost a page',
  hunch: 'a hunch',
  other: '',
};

/** C0 and C1 controls, line and paragraph separators, any white space. */
const GAPS = /[\s\p{Cc}\u2028\u2029]+/gu;

/** Any text as one line: white space and control characters become single spaces. */
export function oneLine(text: string): string {
  return text.replace(GAPS, ' ').trim();
}

/** Text with its first letter as a capital. */
export function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text ? first.toUpperCase() + text.slice(first.length) : '';
}

/** "20 November 2026"; for an RFC 3339 time the time follows as it was written. */
export function dateInWords(text: string): string {
  const line = oneLine(text);
  const date = isoDate(line);
  if (!date) return line;
  const rest = line.slice(date.length + 1).trim();
  if (!rest) return longDate(date);
  return /^\d{2}:\d{2}/.test(rest) ? `${longDate(date)}, ${rest}` : `${longDate(date)} ${rest}`;
}

/** "20 Nov 2026", for tables. */
export function dateForTable(text: string): string {
  const words = dateInWords(text);
  return isoDate(oneLine(text)) ? words.replace(/(?<= \p{L}{3})\p{L}+/u, '') : words;
}

/** The day alone, in words; what is not a date comes back as it is. */
export function dayInWords(text: string): string {
  return dateInWords(isoDate(text) ?? text);
}

/** "not designed to", "by design", or nothing when nobody said. */
export function designWords(barrier: Pick<Barrier, 'byDesign'>): string {
  if (barrier.byDesign === 'no') return 'not designed to';
  return barrier.byDesign === 'yes' ? 'by design' : '';
}

/** "1 person", "5 people". */
export function counted(count: number, one: string, many: string): string {
  const rounded = Math.round(count);
  return `${rounded} ${rounded === 1 ? one : many}`;
}
