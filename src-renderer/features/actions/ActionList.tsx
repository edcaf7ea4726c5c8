// The actions in their order. A long list is drawn only where it is in sight, so that thousands
// cost no more than a screenful; each item says its place and how many there are.

import { Tooltip } from '@base-ui/react/tooltip';
import type { LibraryAction } from '@core/actions/library-actions';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { ActionItem } from './ActionItem';
import styles from './ActionsPage.module.css';
import { actionKey } from './action-key';

interface Props {
  actions: readonly LibraryAction[];
  today: string;
  onTick: (action: LibraryAction) => void;
}

/** From so many on a list is long. */
const LONG = 200;
/** Of an action in pixels, until it has been measured. */
const USUAL_HEIGHT = 88;

export function ActionList(props: Props) {
  return (
    <Tooltip.Provider delay={300}>
      {props.actions.length > LONG ? <LongList {...props} /> : <ShortList {...props} />}
    </Tooltip.Provider>
  );
}

function ShortList({ actions, today, onTick }: Props) {
  return (
    <ol className={styles.actions}>
      {actions.map((one) => (
        <li key={actionKey(one)}>
          <ActionItem shown={one} today={today} onTick={onTick} />
        </li>
      ))}
    </ol>
  );
}

function LongList({ actions, today, onTick }: Props) {
  const list = useRef<HTMLOListElement>(null);
  // How far below the top of what scrolls the list begins.
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const virtual = useVirtualizer({
    count: actions.length,
    getScrollElement: () => list.current?.closest('main') ?? null,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => {
      const one = actions[index];
      return one ? actionKey(one) : index;
    },
    scrollMargin: top,
    overscan: 8,
  });
  return (
    <ol ref={list} className={styles.actions} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const one = actions[index];
        return (
          one && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={actions.length}
              aria-posinset={index + 1}
              className={styles.placed}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <ActionItem shown={one} today={today} onTick={onTick} />
            </li>
          )
        );
      })}
    </ol>
  );
}
