// An element that changes its place is seen to go there, unless the system wants no motion.

import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Times the short motion of everything else: this one goes a longer way. */
const SLOWER = 4;

export function useTravel(element: RefObject<HTMLElement | null>, place: number): void {
  const last = useRef<{ place: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const item = element.current;
    if (!item) return;
    const top = item.offsetTop;
    const from = last.current;
    last.current = { place, top };
    const duration = motion(item) * SLOWER;
    if (!from || from.place === place || from.top === top || duration === 0) return;
    item.animate([{ transform: `translateY(${from.top - top}px)` }, { transform: 'none' }], {
      duration,
      easing: 'ease-in-out',
    });
  });
}

/** Milliseconds that a transition lasts here; 0 for none. */
function motion(item: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(item).getPropertyValue('--motion')) * 1000 || 0;
}
