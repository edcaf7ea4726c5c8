// The list: a listbox moved through with the arrows, opened with Enter, in which several can be
// selected. Only what is in sight is drawn, and a little around it, and always the row that the
// keyboard is at: however far one scrolls, the focus stays where it is.

import { Fragment, type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from '../../store/store';
import { whichUse } from '../../ui/key-names';
import { useAtRest } from '../../ui/use-at-rest';
import { ListEntries, type ListEntry } from './list-entries';
import { LIST_KEYS } from './list-keys';
import { NothingShown } from './NothingShown';
import styles from './RecordList.module.css';
import { RecordRow } from './RecordRow';
import type { RowHeights } from './row-heights';
import { placeOf, type Shown, shownOf } from './shown';
import { useDrawn } from './use-drawn';
import { useScroller } from './use-scroller';
import { useSnippets } from './use-snippets';

/** Entries that are drawn before they come into sight, and while the list is becoming another one. */
const AROUND = 10;
const AT_FIRST = 1;

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
  const around = useAtRest(entries, true) === entries ? AROUND : AT_FIRST;
  const { from, to, heights, bringIntoSight } = useDrawn(list, entries, scroller, around);
  const pieces = piecesOf(entries, heights, indexesOf(from, to, currentIndex));
  const snippets = useSnippets(
    pieces.flatMap(({ entry }) => (entry.kind === 'row' ? [entry.row.key] : [])),
    terms,
  );

  const takesFocus = useRef(false);
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    // It has been brought into sight; where it turns out to be taller it is scrolled to its end.
    list.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
  });
  const moveTo = (place: number, choosing = false) => {
    const at = Math.min(Math.max(place, 0), order.length - 1);
    const row = order[at];
    if (!row) return;
    const { select, chooseTo } = useStore.getState();
    if (choosing) chooseTo(row.key);
    takesFocus.current = true;
    select(row.key);
    // The first row of a group comes into sight with its heading.
    const index = entries.indexOf(at);
    const head = entries.at(index - 1)?.kind === 'head';
    bringIntoSight(head && at < current ? index - 1 : index, index);
  };
  const page = () =>
    Math.max(1, Math.floor((scroller?.element.clientHeight ?? 0) / heights.usualRow) - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const use = whichUse(LIST_KEYS, event.nativeEvent);
    if (!use) return;
    const { go, toggleChosen, chooseAll, chooseNone } = useStore.getState();
    const key = order[current]?.key;
    const moves: Partial<Record<typeof use, () => void>> = {
      next: () => moveTo(current + 1),
      previous: () => moveTo(current - 1),
      'page-down': () => moveTo(current + page()),
      'page-up': () => moveTo(current - page()),
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
      onKeyDown={onKeyDown}
    >
      {shown.groups.map((group) => {
        const inGroup = pieces.filter(({ entry }) => entry.group === group);
        if (inGroup.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, as ARIA has it.
          <div key={group.name} role="group" aria-label={group.name}>
            {inGroup.map(({ entry, index, gap }) => (
              <Fragment key={entry.kind === 'head' ? 'head' : entry.row.key}>
                {gap > 0 && <Gap height={gap} />}
                {entry.kind === 'head' ? (
                  <div data-index={index} className={styles.group} aria-hidden="true">
                    {group.name} <span>{group.rows.length}</span>
                  </div>
                ) : (
                  <RecordRow
                    record={entry.row}
                    selected={chosen.size > 0 ? chosen.has(entry.row.key) : entry.place === current}
                    tabStop={entry.place === current}
                    choosing={chosen.size > 0}
                    terms={marked}
                    snippet={snippets.get(entry.row.key)}
                    place={entry.place}
                    count={order.length}
                    index={index}
                  />
                )}
              </Fragment>
            ))}
          </div>
        );
      })}
      <Gap height={heights.total - heights.topOf((pieces.at(-1)?.index ?? -1) + 1)} />
    </div>
  );
}

/** In the place of entries that are not drawn. */
function Gap({ height }: { height: number }) {
  return <div aria-hidden="true" style={{ height }} />;
}

interface Piece {
  index: number;
  entry: ListEntry;
  /** Pixels between the one before and this one. */
  gap: number;
}

function piecesOf(entries: ListEntries, heights: RowHeights, indexes: readonly number[]): Piece[] {
  let end = 0;
  return indexes.flatMap((index): Piece[] => {
    const entry = entries.at(index);
    if (!entry) return [];
    const gap = heights.topOf(index) - end;
    end = heights.topOf(index + 1);
    return [{ index, entry, gap }];
  });
}

/** Those from one to another, and one more wherever it is. */
function indexesOf(from: number, to: number, more: number): number[] {
  const indexes = Array.from({ length: to - from + 1 }, (_, n) => from + n);
  if (more < 0 || (more >= from && more <= to)) return indexes;
  return more < from ? [more, ...indexes] : [...indexes, more];
}

function markFound(hits: unknown): void {
  performance.clearMarks('found');
  if (hits !== null) performance.mark('found');
}
