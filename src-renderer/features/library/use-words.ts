// The services and themes this library uses already, to complete what someone types.

import type { WordsInUse } from '@core/library/facets';
import { useStore } from '../../store/store';
import { inUseOf } from './selectors';

/** Most used first; services that only close-call.yml names come after those in use. */
export function useWords(): WordsInUse {
  return useStore(({ listing, library }) => inUseOf(listing.records, library?.config.services));
}
