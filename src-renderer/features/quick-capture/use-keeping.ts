// What is typed is kept a moment later, and at once when main asks for it.

import type { Unsaved } from '@core/ipc/contract';
import { useEffect } from 'react';
import { client } from '../../ipc/client';
import { addTyped } from '../../ui/text-fields';
import { useQuick } from './quick-store';

const KEEP_AFTER = 250;

export function useKeeping(): void {
  useEffect(() => {
    const { keep, refresh } = useQuick.getState();
    let timer: number | undefined;
    const stops = [
      useQuick.subscribe((now, before) => {
        if (now.form === before.form && now.waiting === before.waiting) return;
        window.clearTimeout(timer);
        timer = window.setTimeout(keep, KEEP_AFTER);
      }),
      client.on('capture:changed', () => void refresh()),
      client.on('app:flush', () => {
        addTyped();
        void keep().finally(() => client.call('app:flushed', { left: leftHere() }));
      }),
    ];
    void refresh();
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, []);
}

/** What could not be kept stands in the form alone. */
function leftHere(): Unsaved[] {
  const { form, keepProblem } = useQuick.getState();
  return keepProblem ? [{ title: form.title || 'A new near miss', reason: keepProblem }] : [];
}
