// The services and themes this library uses already, to complete what someone types.

import { wordsInUse } from '@core/library/words-in-use';
import { useMemo } from 'react';
import { useStore } from '../../store/store';

/** Most used first; services that only close-call.yml names come after those in use. */
export function useWords(): { services: string[]; themes: string[] } {
  const records = useStore((state) => state.listing.records);
  const named = useStore((state) => state.library?.config.services);
  return useMemo(
    () => ({
      services: wordsInUse(records, 'services', named),
      themes: wordsInUse(records, 'themes'),
    }),
    [records, named],
  );
}
