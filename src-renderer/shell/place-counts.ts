// How much waits behind each place: counted anew only when a row or the day is another.

import { countOpen } from '@core/actions/library-actions';
import { dueReviews, toTriage } from '@core/triage/queue';
import { useMemo } from 'react';
import { useRows } from '../features/library/use-rows';
import { useToday } from '../ui/today';

interface PlaceCounts {
  toTriage: number;
  /** Open actions, and decisions not to act whose day to look again has come. */
  actions: number;
}

export function usePlaceCounts(): PlaceCounts {
  const rows = useRows();
  const today = useToday();
  return useMemo(
    () => ({
      toTriage: toTriage(rows).length,
      actions: countOpen(rows) + dueReviews(rows, today).length,
    }),
    [rows, today],
  );
}
