// The session as the room sees it: one question in large type, the room's words, the ladder, the
// time. Opening and read-out stand at its ends. With one display, the facilitator's drawer opens
// beside it.

import type { RecordView } from '@core/ipc/contract';
import type { Session } from '@core/session/session';
import { STEPS } from '@core/session/steps';
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from '../../store/store';
import { Opening } from './Opening';
import { ReadOut } from './ReadOut';
import styles from './SessionPage.module.css';
import { StepStage } from './StepStage';
import { useSessionKeys } from './session-keys';

const FacilitatorDrawer = lazy(() => import('../facilitator/FacilitatorDrawer'));

export default function SessionPage() {
  const session = useStore((state) => state.session);
  const known = useStore((state) => (session ? state.open[session.recordKey] : undefined));
  const drawerOpen = useStore((state) => state.drawerOpen);
  const go = useStore((state) => state.go);
  useSessionKeys();
  useEffect(() => {
    if (!session) go({ name: 'home' });
  }, [session, go]);
  if (!session || !known) return null;
  return (
    <div className={styles.page}>
      <div className={styles.stage}>
        <RoomStage session={session} view={known} />
      </div>
      {drawerOpen && (
        <Suspense>
          <FacilitatorDrawer session={session} view={known} />
        </Suspense>
      )}
    </div>
  );
}

function RoomStage({ session, view }: { session: Session; view: RecordView }) {
  if (session.stage === 'opening') return <Opening session={session} view={view} />;
  if (session.stage === 'read-out') return <ReadOut session={session} view={view} />;
  const step = STEPS.find((candidate) => candidate.key === session.stage);
  return step ? <StepStage key={step.key} step={step} session={session} view={view} /> : null;
}
