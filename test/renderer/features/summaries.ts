// A library and its near misses as main lists them, as little as a test needs of each.

import { defaultConfig } from '@core/library/config';
import type { LibraryInfo, Listing, RecordSummary } from '@core/library/listing';
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

export function library(folder: string): LibraryInfo {
  return { name: folder, folder, config: defaultConfig(folder), writable: true, gone: false };
}
