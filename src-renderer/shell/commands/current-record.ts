// Which record a command is about.

import type { RecordKey } from '@core/library/listing';
import { useStore } from '../../store/store';

/** The open one, else the one picked out in the list. */
export function currentRecord(): RecordKey | null {
  const { route, selected, session } = useStore.getState();
  if (route.name === 'record' || route.name === 'history') return route.key;
  if (route.name === 'session') return session?.recordKey ?? null;
  return route.name === 'home' ? selected : null;
}
