// The rows of the library with what was edited here a moment ago: main tells of an edit when it is
// in the file, and nobody waits for that to see what they did. Made anew only when a row is.

import { withFields } from '@core/library/listed-rows';
import type { RecordSummary } from '@core/library/listing';
import type { RecordFields } from '@core/record/model';
import type { State } from '../../store/store';

interface Made {
  records: readonly RecordSummary[];
  /** Fields of the records that are open. */
  edited: Map<string, RecordFields>;
  rows: RecordSummary[];
}

let last: Made | null = null;

export function freshRows({ listing, open }: Pick<State, 'listing' | 'open'>): RecordSummary[] {
  const { records } = listing;
  const views = Object.values(open);
  if (views.length === 0) return records;
  const isLast =
    last?.records === records &&
    last.edited.size === views.length &&
    views.every(({ key, content }) => last?.edited.get(key) === content.fields);
  if (last && isLast) return last.rows;
  const edited = new Map(views.map(({ key, content }) => [key, content.fields]));
  const rows = records.map((row) => {
    const fields = edited.get(row.key);
    return fields ? withFields(row, fields) : row;
  });
  last = { records, edited, rows };
  return rows;
}
