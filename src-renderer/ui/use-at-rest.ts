// For what follows a value that may change many times a second, while a key is held down or someone
// types, and that nobody can read as fast: it follows a first change at once, and the others when no
// more come. Whatever has to keep pace is drawn before it.

import { startTransition, useEffect, useRef, useState } from 'react';

/** Milliseconds without a change: longer than between two of a key that is held down. */
const REST = 120;
/** And than between two keys of someone who types, and goes back to take a letter away. */
const TYPED_REST = 250;

/**
 * The value as it was when it last came to rest.
 * @param waits it follows what is typed: the first change after a rest is not followed at once either
 */
export function useAtRest<T>(value: T, waits = false): T {
  const [atRest, setAtRest] = useState(() => value);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (Object.is(value, atRest)) return;
    const now = performance.now();
    const isFirst = now - changed.current > REST;
    changed.current = now;
    const follow = () => startTransition(() => setAtRest(() => value));
    if (isFirst && !waits) {
      follow();
      return;
    }
    const timer = setTimeout(follow, waits ? TYPED_REST : REST);
    return () => clearTimeout(timer);
  }, [value, atRest, waits]);
  return atRest;
}
