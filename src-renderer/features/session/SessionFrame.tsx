// The frame of every stage with the ladder: the line above, the room's side, the ladder's side,
// the steps below.

import type { RecordView } from '@core/ipc/contract';
import type { Session } from '@core/session/session';
import type { ReactNode } from 'react';
import styles from './SessionFrame.module.css';
import { SessionTop } from './SessionTop';

interface Props {
  session: Session;
  view: RecordView;
  ladder: ReactNode;
  foot: ReactNode;
  /** What the room looks at. */
  children: ReactNode;
}

export function SessionFrame({ session, view, ladder, foot, children }: Props) {
  return (
    <div className={styles.frame}>
      <SessionTop session={session} view={view} />
      <div className={styles.stage}>
        <main className={styles.room}>{children}</main>
        <aside className={styles.side} aria-label="Beside the question">
          {ladder}
        </aside>
      </div>
      {foot}
    </div>
  );
}
