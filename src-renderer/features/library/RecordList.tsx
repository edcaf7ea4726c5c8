// The list: a listbox moved through with the arrows, opened with Enter, in which several can be
// selected. Only what is in sight is drawn, and a little around it, and always the row that the
// keyboard is at: however far one scrolls, the focus stays where it is.

import {
  defaultRangeExtractor,
  observeElementRect,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from '../../store/store';
import { whichUse } from '../../ui/key-names';
import { ListEntries } from './list-entries';
import { LIST_KEYS } from './list-keys';
import { NothingShown } from './NothingShown';
import styles from './RecordList.module.css';
import { RecordRow } from './RecordRow';
import { placeOf, type Shown, shownOf } from './shown';
import { useScroller } from './use-scroller';
import { useSnippets } from './use-snippets';

/** Pixels, until the row has been drawn. */
const ROW = 69;
const HEAD = 48;
/** Entries that are drawn before they come into sight; lists that are no longer are drawn whole. */
const AROUND = 6;
const SHORT = 60;

export function RecordList() {
  const shown = useStore(shownOf);
  const hits = useStore((state) => state.hits);
  // What was found is in the page: what the search is measured by.
  useLayoutEffect(() => markFound(hits), [hits]);
  return shown.order.length === 0 ? <NothingShown /> : <Rows shown={shown} />;
}

function Rows({ shown }: { shown: Shown }) {
  const { order } = shown;
  const current = useStore((state) =>
    state.selected === null ? 0 : Math.max(0, placeOf(state, state.selected)),
  );
  const chosen = useStore((state) => state.chosen);
  const terms = useStore((state) => state.terms);
  const marked = useMemo(() => new Set(terms), [terms]);
  const entries = useMemo(() => new ListEntries(shown.groups), [shown]);
  const currentIndex = entries.indexOf(current);
  const list = useRef<HTMLDivElement>(null);
  const scroller = useScroller(list);
  const margin = scroller?.margin ?? 0;

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: entries.count,
    getScrollElement: () => scroller?.element ?? null,
    getItemKey: useCallback((index: number) => entries.keyAt(index), [entries]),
    estimateSize: (index) => (entries.isHead(index) ? HEAD : ROW),
    scrollMargin: margin,
    overscan: entries.count <= SHORT ? SHORT : AROUND,
    observeElementRect: observeTall,
    rangeExtractor: useCallback(
      (range: Range) => withIndex(defaultRangeExtractor(range), currentIndex),
      [currentIndex],
    ),
  });
  const drawn = virtualizer.getVirtualItems().flatMap((item) => {
    const entry = entries.at(item.index);
    return entry ? [{ ...item, entry }] : [];
  });
  const snippets = useSnippets(
    drawn.flatMap(({ entry }) => (entry.kind === 'row' ? [entry.row.key] : [])),
    terms,
  );

  const takesFocus = useRef(false);
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    list.current
      ?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')
      ?.focus({ preventScroll: true });
  });
  const moveTo = (place: number, choosing = false) => {
    const to = Math.min(Math.max(place, 0), order.length - 1);
    const row = order[to];
    if (!row) return;
    const { select, chooseTo } = useStore.getState();
    if (choosing) chooseTo(row.key);
    takesFocus.current = true;
    select(row.key);
    // The first row of a group comes into sight with its heading.
    const index = entries.indexOf(to);
    const head = entries.at(index - 1)?.kind === 'head';
    virtualizer.scrollToIndex(head && to < current ? index - 1 : index, { align: 'auto' });
  };
  const page = Math.max(1, Math.floor((scroller?.element.clientHeight ?? 0) / ROW) - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const use = whichUse(LIST_KEYS, event.nativeEvent);
    if (!use) return;
    const { go, toggleChosen, chooseAll, chooseNone } = useStore.getState();
    const key = order[current]?.key;
    const moves: Partial<Record<typeof use, () => void>> = {
      next: () => moveTo(current + 1),
      previous: () => moveTo(current - 1),
      'page-down': () => moveTo(current + page),
      'page-up': () => moveTo(current - page),
      first: () => moveTo(0),
      last: () => moveTo(order.length - 1),
      open: () => key !== undefined && go({ name: 'record', key }),
      choose: () => key !== undefined && toggleChosen(key),
      'choose-next': () => moveTo(current + 1, true),
      'choose-previous': () => moveTo(current - 1, true),
      'choose-all': chooseAll,
      'choose-none': chooseNone,
    };
    event.preventDefault();
    moves[use]?.();
  };

  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Near misses"
      aria-multiselectable="true"
      tabIndex={-1}
      data-records
      className={styles.list}
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {shown.groups.map((group) => {
        const inGroup = drawn.filter(({ entry }) => entry.group === group);
        const head = entries.headOf(group);
        const top = virtualizer.measurementsCache[head]?.start ?? 0;
        const end = virtualizer.measurementsCache[head + group.rows.length]?.end ?? top;
        if (inGroup.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, as ARIA has it.
          <div
            key={group.name}
            role="group"
            aria-label={group.name}
            className={styles.rows}
            style={{ height: end - top, transform: `translateY(${top - margin}px)` }}
          >
            {inGroup.map(({ entry, key, index, start }) =>
              entry.kind === 'head' ? (
                <div
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className={styles.group}
                  style={{ transform: `translateY(${start - top}px)` }}
                  aria-hidden="true"
                >
                  {group.name} <span>{group.rows.length}</span>
                </div>
              ) : (
                <RecordRow
                  key={key}
                  record={entry.row}
                  selected={chosen.size > 0 ? chosen.has(entry.row.key) : entry.place === current}
                  tabStop={entry.place === current}
                  choosing={chosen.size > 0}
                  terms={marked}
                  snippet={snippets.get(entry.row.key)}
                  place={entry.place}
                  count={order.length}
                  index={index}
                  start={start - top}
                  measure={virtualizer.measureElement}
                />
              ),
            )}
          </div>
        );
      })}
    </div>
  );
}

function markFound(hits: unknown): void {
  performance.clearMarks('found');
  if (hits !== null) performance.mark('found');
}

/** Until it has been laid out, what scrolls is taken to be as tall as the window. */
function observeTall(
  instance: Virtualizer<HTMLElement, HTMLElement>,
  tell: (rect: { width: number; height: number }) => void,
) {
  return observeElementRect(instance, (rect) =>
    tell(rect.height > 0 ? rect : { ...rect, height: window.innerHeight }),
  );
}

function withIndex(indexes: number[], index: number): number[] {
  if (index < 0 || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((a, b) => a - b);
}
