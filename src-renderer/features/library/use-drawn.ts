// Which entries of a list are drawn: those in sight, and some around. They stand one below the other
// as they would if all were drawn; instead of others there is a gap as tall as they are. So a row has
// whatever height its words take: where that is not what was taken for it, the browser's own scroll
// anchoring keeps what is in sight where it is, and nothing is drawn again for it.

import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ListEntries } from './list-entries';
import { RowHeights } from './row-heights';
import type { Scroller } from './use-scroller';

/** Pixels, until any have been measured. */
const ROW = 69;
const HEAD = 48;
/** Lists that are no longer are drawn whole. */
const SHORT = 60;

/** How far what scrolls has been scrolled, and how much of it is in sight: pixels. */
interface Sight {
  top: number;
  height: number;
}

interface Drawn {
  /** The first entry that is drawn, and the last. */
  from: number;
  to: number;
  heights: RowHeights;
  /** Scrolls as far as it takes to have the entries from one to another in sight. */
  bringIntoSight(from: number, to: number): void;
}

/**
 * @param list what is drawn of it has the number of its entry in `data-index`
 * @param around how many entries are drawn before they come into sight
 */
export function useDrawn(
  list: RefObject<HTMLElement | null>,
  entries: ListEntries,
  scroller: Scroller | null,
  around: number,
): Drawn {
  const [sight, setSight] = useState<Sight>(() => ({ top: 0, height: window.innerHeight }));
  const usual = useRef(ROW);
  const heights = useMemo(
    () => new RowHeights(entries.count, entries.heads, { row: usual.current, head: HEAD }),
    [entries],
  );
  const { from, to } = rangeOf(heights, scroller, sight, around);
  const now = useRef({ heights, around, from, to });
  useLayoutEffect(() => {
    now.current = { heights, around, from, to };
  });

  const look = useCallback(() => {
    const drawn = now.current;
    if (!scroller) return;
    const { scrollTop: top, clientHeight } = scroller.element;
    // Until it has been laid out, what scrolls is taken to be as tall as the window.
    const seen = { top, height: clientHeight || window.innerHeight };
    const isDrawn = (around: number) => {
      const { from, to } = rangeOf(drawn.heights, scroller, seen, around);
      return from >= drawn.from && to <= drawn.to;
    };
    if (isDrawn(drawn.around >> 1)) return;
    // Several at a time, and beside everything else, for as long as all that is in sight is drawn.
    if (isDrawn(0)) startTransition(() => setSight(seen));
    else setSight(seen);
  }, [scroller]);
  useMeasured(list, heights, (known) => {
    usual.current = known.usualRow;
    look();
  });
  useEffect(() => {
    look();
    // A page's own scrolling is told to the document, an element's to itself.
    const options = { capture: true, passive: true };
    window.addEventListener('scroll', look, options);
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look, options);
      window.removeEventListener('resize', look);
    };
  }, [look]);

  const bringIntoSight = (first: number, last: number) => {
    if (!scroller) return;
    const { element, margin } = scroller;
    const top = margin + heights.topOf(first);
    const bottom = margin + heights.topOf(last + 1);
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) {
      element.scrollTop = bottom - element.clientHeight;
    }
    look();
  };
  return { from, to, heights, bringIntoSight };
}

function rangeOf(
  heights: RowHeights,
  scroller: Scroller | null,
  { top, height }: Sight,
  around: number,
): Pick<Drawn, 'from' | 'to'> {
  const last = heights.count - 1;
  if (heights.count <= SHORT) return { from: 0, to: last };
  const within = top - (scroller?.margin ?? 0);
  return {
    from: Math.max(0, heights.at(within) - around),
    to: Math.min(last, heights.at(within + height) + around),
  };
}

/** Notes the heights of what is drawn, as soon as the browser knows them. */
function useMeasured(
  list: RefObject<HTMLElement | null>,
  heights: RowHeights,
  onMeasured: (heights: RowHeights) => void,
): void {
  const now = useRef({ heights, onMeasured });
  const [sizes] = useState(() => new WeakMap<Element, number>());
  const [observer] = useState(
    () =>
      new ResizeObserver((seen) => {
        for (const { target, borderBoxSize } of seen) {
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (height > 0) {
            sizes.set(target, height);
            now.current.heights.measure(indexOf(target), height);
          } else {
            // It is drawn no longer, or nowhere.
            sizes.delete(target);
            observer.unobserve(target);
          }
        }
        now.current.onMeasured(now.current.heights);
      }),
  );
  useLayoutEffect(() => {
    const isNew = now.current.heights !== heights;
    now.current = { heights, onMeasured };
    for (const element of list.current?.querySelectorAll('[data-index]') ?? []) {
      const height = sizes.get(element);
      if (height === undefined) observer.observe(element);
      // What stays when the list becomes another one is not measured again.
      else if (isNew) heights.measure(indexOf(element), height);
    }
  });
  useEffect(() => () => observer.disconnect(), [observer]);
}

function indexOf(element: Element): number {
  return Number(element.getAttribute('data-index') ?? -1);
}
