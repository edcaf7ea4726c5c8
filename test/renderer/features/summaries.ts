// Near misses as main lists them, as little as a test needs of each.

import type { Listing, RecordSummary } from '@core/library/listing';
import { emptyFields, type RecordFields } from '@core/record/model';

export function summary(
  key: string,
  title: string,
  fields: Partial<RecordFields> = {},
): RecordSummary {
  return {
    key,
    path: `2026/${key}.md`,
    fields: { ...emptyFields(), id: key, title, occurred: '2026-01-01', ...fields },
    readOnly: false,
    problems: 0,
  };
}

export function listingOf(...records: RecordSummary[]): Listing {
  return { records, attention: [], copies: [], trash: [] };
}
