// The rows of the library as they are right now, for pages and counts.

import type { RecordSummary } from '@core/library/listing';
import { useStore } from '../../store/store';
import { freshRows } from './fresh-rows';

export function useRows(): RecordSummary[] {
  return useStore(freshRows);
}
