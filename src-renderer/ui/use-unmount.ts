// A field that goes away while somebody types in it gets no blur: this is its last word.

import { useEffect, useEffectEvent } from 'react';

/** Calls `last`, as it was rendered last, when the component goes away. */
export function useUnmount(last: () => void): void {
  const run = useEffectEvent(last);
  useEffect(() => () => run(), []);
}
