// What scrolls a list, and how far below the beginning of it the list begins: on a narrow window it
// is the whole page that scrolls, and what stands above the list comes and goes.

import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Scroller {
  element: HTMLElement;
  /** Pixels from the beginning of what scrolls to the list. */
  margin: number;
}

export function useScroller(list: RefObject<HTMLElement | null>): Scroller | null {
  const [scroller, setScroller] = useState<Scroller | null>(null);
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const measure = () => {
      const element = scrollParentOf(current);
      const below = current.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const margin = Math.round(below + element.scrollTop);
      setScroller((before) =>
        before?.element === element && before.margin === margin ? before : { element, margin },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const sibling of current.parentElement?.children ?? []) {
      if (sibling !== current) observer.observe(sibling);
    }
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [list]);
  return scroller;
}

function scrollParentOf(element: HTMLElement): HTMLElement {
  for (let up = element.parentElement; up; up = up.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(up).overflowY)) return up;
  }
  return document.documentElement;
}
