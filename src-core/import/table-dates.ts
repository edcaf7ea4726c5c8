// Dates in a column of a table. A single 3/4/2026 can be read in two ways; a column in which one of
// them has a day after the twelfth says which way all of them are written.

import { readDate } from '../capture/dates';
import { isoDate } from '../record/names';

const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ ,]+(\d{1,2}:\d{2}.*))?$/;
const YEAR_FIRST = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})$/;

export type DayOrder = 'day first' | 'month first' | null;

/** How the column writes its days; null when it does not say, or says both. */
export function dayOrderOf(values: readonly string[]): DayOrder {
  const parts = values.flatMap((value) => {
    const [, first, , second] = NUMBERS.exec(value.trim()) ?? [];
    return first && second ? [[Number(first), Number(second)] as const] : [];
  });
  const dayFirst = parts.some(([first]) => first > 12);
  const monthFirst = parts.some(([, second]) => second > 12);
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day first' : 'month first';
}

/** The date as the format has it; null when it can be read in no way, or in two. */
export function readTableDate(text: string, order: DayOrder): string | null {
  const known = readDate(text);
  if (known) return known;
  const value = text.trim();
  const [, year, , month, day] = YEAR_FIRST.exec(value) ?? [];
  if (year) return toIso(year, month, day);
  const [, first, , second, last] = NUMBERS.exec(value) ?? [];
  if (!last) return null;
  // Where both are the same it does not matter which is which.
  if (first === second || order === 'day first') return toIso(last, second, first);
  return order === 'month first' ? toIso(last, first, second) : null;
}

function toIso(year: string, month = '', day = ''): string | null {
  return isoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
