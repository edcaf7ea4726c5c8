// The session in the main window, when it is the only one: as the room sees it. With one display,
// the facilitator's drawer opens beside it.

import { useEffect } from 'react';
import { useStore } from '../../store/store';
import { later } from '../../ui/later';
import styles from './SessionPage.module.css';
import { SessionStage } from './SessionStage';
import { useSessionKeys } from './session-keys';

const FacilitatorDrawer = later(() => import('../facilitator/FacilitatorDrawer'));

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
        <SessionStage session={session} view={known} />
      </div>
      {drawerOpen && <FacilitatorDrawer session={session} view={known} />}
    </div>
  );
}
