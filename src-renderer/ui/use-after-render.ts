// For focus that has to wait until a change has been drawn.

import { useLayoutEffect, useRef } from 'react';

/** Gives back a function that runs what it is given once, after the next render. */
export function useAfterRender(): (run: () => void) => void {
  const waiting = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    const run = waiting.current;
    waiting.current = null;
    run?.();
  });
  return (run) => {
    waiting.current = run;
  };
}
