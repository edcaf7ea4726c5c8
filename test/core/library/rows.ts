// Rows of a list for tests, as little as each needs.

import type { RecordSummary } from '@core/library/listing';
import { type Barrier, emptyFields, type RecordFields } from '@core/record/model';

export function barrier(change: Partial<Barrier>): Barrier {
  return { name: 'B', state: null, kind: null, byDesign: null, known: null, note: '', ...change };
}

export function row(key: string, fields: Partial<RecordFields> = {}): RecordSummary {
  return {
    key,
    path: `2026/${key}.md`,
    fields: { ...emptyFields(), id: key, title: key, occurred: '2026-01-01', ...fields },
    readOnly: false,
    problems: 0,
  };
}

export const NO_WORDS = { services: [], themes: [] };
