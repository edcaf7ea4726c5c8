// The words and names a library uses already, to complete what someone types.

import type { RecordSummary } from './listing';
import { factsOf } from './row-facts';

/** Words in use for a list field, most used first. */
export function wordsInUse(
  records: readonly RecordSummary[],
  field: 'services' | 'themes',
  more: readonly string[] = [],
): string[] {
  const counts = new Map<string, number>(more.map((word) => [word, 0]));
  for (const record of records) {
    for (const word of factsOf(record)[field]) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}

/** The people the library knows, for completion. */
export function peopleInUse(records: readonly RecordSummary[]): string[] {
  return [...new Set(records.flatMap((record) => factsOf(record).people))].sort();
}
