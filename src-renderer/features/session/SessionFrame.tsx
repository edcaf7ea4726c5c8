// The frame of every stage: the line above, the room's side, the ladder's side, the steps below.
// While the room has a window of its own, the facilitator's has the same in small, with everything
// that is needed to lead beside it. What is typed in stays in place when one becomes the other.

import type { Session } from '@core/session/session';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useStore } from '../../store/store';
import { later } from '../../ui/later';
import type { RecordOutline } from '../record/outline';
import styles from './SessionFrame.module.css';
import { SessionTop } from './SessionTop';

// Never loaded by the room's page.
const ConsoleTop = later(
  () => import('../facilitator/ConsoleTop'),
  () => <div />,
);
const ConsoleSide = later(() => import('../facilitator/ConsoleSide'));
const RoomGlance = later(() => import('../facilitator/RoomGlance'));

interface Props {
  session: Session;
  view: RecordOutline;
  ladder: ReactNode;
  foot?: ReactNode;
  /** What the room looks at. */
  children: ReactNode;
}

export function SessionFrame({ session, view, ladder, foot, children }: Props) {
  const isConsole = useStore(({ role, room }) => role === 'main' && room.on !== null);
  const shared = { session, view };
  const frame = useRef<HTMLDivElement>(null);
  // Where the whole of it scrolls, each stage begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each stage
  useLayoutEffect(() => {
    if (frame.current) frame.current.scrollTop = 0;
  }, [session.stage]);
  return (
    <div ref={frame} className={`${styles.frame} ${isConsole ? styles.console : ''}`}>
      {isConsole ? <ConsoleTop {...shared} /> : <SessionTop {...shared} />}
      <div className={styles.stage}>
        <div className={styles.place}>
          <div key={session.stage} className={styles.work}>
            <main className={styles.room}>{children}</main>
            <aside className={styles.side} aria-label="Beside the question">
              {ladder}
            </aside>
          </div>
        </div>
        {isConsole && (
          <>
            <RoomGlance {...shared} />
            <ConsoleSide {...shared} />
          </>
        )}
      </div>
      {foot}
    </div>
  );
}
