// What is computed from the listing: counts, rows by key, words already in use.

import type { WordsInUse } from '@core/library/facets';
import type { AttentionFile, Listing, RecordSummary } from '@core/library/listing';
import { wordsInUse } from '@core/library/words-in-use';

/** The services and themes in use, most used first; services that are only named come last. */
export function inUseOf(
  records: readonly RecordSummary[],
  named: readonly string[] = NONE,
): WordsInUse {
  return wordsFor(records)(named);
}

const NONE: readonly string[] = [];
const wordsFor = onceFor((records: readonly RecordSummary[]) =>
  onceFor((named: readonly string[]) => ({
    services: wordsInUse(records, 'services', named),
    themes: wordsInUse(records, 'themes'),
  })),
);

/** The same answer for the same object, worked out once. */
function onceFor<In extends object, Out>(workOut: (input: In) => Out): (input: In) => Out {
  const known = new WeakMap<In, { answer: Out }>();
  return (input) => {
    const before = known.get(input);
    if (before) return before.answer;
    const answer = workOut(input);
    known.set(input, { answer });
    return answer;
  };
}

/** Files that need attention and hold no two versions of a near miss that can be merged. */
export function unreadableFiles({ attention, copies }: Listing): AttentionFile[] {
  const keys = new Set(copies.map(({ key }) => key));
  return attention.filter(({ key }) => !keys.has(key));
}

export function countAttention(listing: Listing): number {
  return unreadableFiles(listing).length + listing.copies.length;
}
