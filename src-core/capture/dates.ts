// Dates as people write them, to the ISO dates of the format. Only what can be read in one way is
// read: 3/4/2026 is somebody's April and somebody else's March.

import { isoDate } from '../record/names';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_FIRST = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\.?,? (\\d{4})$`, 'i');
const MONTH_FIRST = new RegExp(`^${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i');
const ISO =
  /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:[Zz]|[+-]\d{2}:?\d{2}))?)?$/;

/**
 * The date that the whole text is: an ISO date or RFC 3339 time as written, "20 November 2026"
 * and "Nov 20, 2026" as ISO dates; null for anything else.
 */
export function readDate(text: string): string | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (ISO.test(plain)) return isoDate(plain.replace('t', 'T')) ? plain : null;
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(plain) ?? [];
  if (year) return toIso(year, month, day);
  const [, first = '', second = '', last = ''] = MONTH_FIRST.exec(plain) ?? [];
  return last ? toIso(last, first, second) : null;
}

function toIso(year: string, month: string, day: string): string | null {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return isoDate(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
}
