// Which record a command is about.

import type { RecordKey } from '@core/library/listing';
import { inFront } from '@core/triage/sitting';
import { useStore } from '../../store/store';

/** The open one, else the one picked out in the list. */
export function currentRecord(): RecordKey | null {
  const { route, selected, session, sitting } = useStore.getState();
  if (route.name === 'record' || route.name === 'history') return route.key;
  if (route.name === 'session') return session?.recordKey ?? null;
  if (route.name === 'triage') return sitting ? inFront(sitting) : null;
  return route.name === 'home' ? selected : null;
}
