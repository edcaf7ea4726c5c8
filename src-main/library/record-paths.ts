// Where a record's file goes by its title and its day.

import { isoDay } from '@core/dates';
import type { RecordFields } from '@core/record/model';
import { isoDate, recordPath } from '@core/record/names';

/** The path the title would give; null when the file has it already, or there is no day to go by. */
export function suggestedPath(
  path: string,
  fields: Pick<RecordFields, 'title' | 'occurred' | 'reported'>,
  taken: ReadonlySet<string>,
): string | null {
  const date = isoDate(fields.occurred) ?? isoDate(fields.reported) ?? isoDate(dayIn(path));
  if (!date) return null;
  const others = new Set(taken);
  others.delete(path.toLowerCase());
  const suggested = recordPath(fields.title, date, others);
  return suggested === path ? null : suggested;
}

/** The path of a new record; today where it says no day. */
export function newPath(
  fields: Pick<RecordFields, 'title' | 'occurred'>,
  taken: ReadonlySet<string>,
  now: Date,
): string {
  return recordPath(fields.title, isoDate(fields.occurred) ?? isoDay(now), taken);
}

function dayIn(path: string): string {
  return (path.split('/').pop() ?? '').slice(0, 10);
}
