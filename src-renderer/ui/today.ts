// The day it is, in one place; a page that stays open over midnight goes along.

import { isoDay } from '@core/dates';
import { useSyncExternalStore } from 'react';

const LOOK_AGAIN_MS = 30_000;

/** As an ISO date, where this machine is. */
export function today(): string {
  return isoDay(new Date());
}

export function useToday(): string {
  return useSyncExternalStore(subscribe, today);
}

function subscribe(look: () => void): () => void {
  const timer = setInterval(look, LOOK_AGAIN_MS);
  return () => clearInterval(timer);
}
