// The list: a listbox moved through with the arrows, opened with Enter. Long libraries are drawn
// as far as one has scrolled, so that the first paint does not depend on their length.

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from '../../store/store';
import styles from './RecordList.module.css';
import { RecordRow } from './RecordRow';
import { shownGroups } from './selectors';

const PAGE = 60;

export function RecordList() {
  const records = useStore((state) => state.listing.records);
  const hits = useStore((state) => state.hits);
  const query = useStore((state) => state.query);
  const onlyToTriage = useStore((state) => state.onlyToTriage);
  const selected = useStore((state) => state.selected);
  const groups = useMemo(
    () => shownGroups(records, hits, onlyToTriage),
    [records, hits, onlyToTriage],
  );
  const order = useMemo(() => groups.flatMap((group) => group.records), [groups]);
  // What was picked out is drawn, however far down: the focus comes back to it.
  const [limit, setLimit] = useState(
    () => order.findIndex((record) => record.key === selected) + 1 + PAGE,
  );
  const list = useRef<HTMLDivElement>(null);
  const end = useGrowth(() => setLimit((n) => n + PAGE), limit < order.length);

  if (order.length === 0) {
    return (
      <p className={styles.nothing} role="status">
        {hits
          ? `Nothing found for “${query}”. Fewer words find more.`
          : 'Nothing waits for triage. Captured near misses appear here.'}
      </p>
    );
  }

  const move = (event: KeyboardEvent) => {
    const at = order.findIndex((record) => record.key === selected);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    if (event.key === 'Enter' && order[at]) {
      useStore.getState().go({ name: 'record', key: order[at].key });
      return;
    }
    const next = to === undefined ? undefined : order[Math.min(Math.max(to, 0), order.length - 1)];
    if (!next || to === undefined) return;
    event.preventDefault();
    if (to >= limit) setLimit(to + PAGE);
    useStore.getState().select(next.key);
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
    });
  };

  const tabStop = order.some((record) => record.key === selected) ? selected : order[0]?.key;
  let left = limit;
  return (
    <div ref={list} role="listbox" aria-label="Near misses" tabIndex={-1} onKeyDown={move}>
      {groups.map((group) => {
        const shown = group.records.slice(0, Math.max(left, 0));
        left -= group.records.length;
        if (shown.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, as ARIA has it.
          <div key={group.name} role="group" aria-label={group.name}>
            <div className={styles.group} aria-hidden="true">
              {group.name} <span>{group.records.length}</span>
            </div>
            {shown.map((record) => (
              <RecordRow
                key={record.key}
                record={record}
                selected={record.key === selected}
                tabStop={record.key === tabStop}
              />
            ))}
          </div>
        );
      })}
      <div ref={end} />
    </div>
  );
}

/** Calls `grow` when the element comes into sight. */
function useGrowth(grow: () => void, more: boolean) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const target = end.current;
    if (!target || !more) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && grow(),
      { rootMargin: '1200px' },
    );
    observer.observe(target);
    return () => observer.disconnect();
  });
  return end;
}
