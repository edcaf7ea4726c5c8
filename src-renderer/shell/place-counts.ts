// How much waits behind each place: counted anew only when a row or the day is another.

import { countOpen } from '@core/actions/library-actions';
import { isReviewDue, waitsForTriage } from '@core/triage/queue';
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
      toTriage: rows.filter(waitsForTriage).length,
      actions: countOpen(rows) + rows.filter((row) => isReviewDue(row, today)).length,
    }),
    [rows, today],
  );
}
