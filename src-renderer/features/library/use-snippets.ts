// Why each row in sight was found: asked for when it comes into sight, kept as long as the same is
// searched for. What was there for other words stays until there is an answer, so that nothing jumps.
// Each takes a file to be read, by whom the next key is searched for: not while keys are still coming.

import type { Snippet } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../ipc/client';
import { useStore } from '../../store/store';
import { useAtRest } from '../../ui/use-at-rest';

export function useSnippets(
  keys: readonly RecordKey[],
  terms: readonly string[],
): ReadonlyMap<RecordKey, Snippet> {
  const [snippets, setSnippets] = useState<ReadonlyMap<RecordKey, Snippet>>(new Map());
  const asked = useRef<{ terms: readonly string[]; keys: Set<RecordKey> }>({
    terms,
    keys: new Set(),
  });
  const wanted = keys.join('\n');
  const isAtRest = useAtRest(terms, true) === terms;
  useEffect(() => {
    if (asked.current.terms !== terms) asked.current = { terms, keys: new Set() };
    if (terms.length === 0) {
      setSnippets((before) => (before.size > 0 ? new Map() : before));
      return;
    }
    if (!isAtRest) return;
    const missing = wanted.split('\n').filter((key) => key && !asked.current.keys.has(key));
    if (missing.length === 0) return;
    for (const key of missing) asked.current.keys.add(key);
    const { current } = asked;
    client.call('library:snippets', { keys: missing, terms: [...terms] }).then((found) => {
      if (asked.current !== current) return;
      setSnippets((before) => {
        const next = new Map(before);
        for (const key of missing) next.delete(key);
        for (const snippet of found) next.set(snippet.key, snippet);
        return next;
      });
    }, useStore.getState().complain);
  }, [wanted, terms, isAtRest]);
  return snippets;
}
