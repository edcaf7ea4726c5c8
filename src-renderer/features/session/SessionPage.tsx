// The session in the main window, when it is the only one: as the room sees it. With one display,
// the facilitator's drawer opens beside it.

import { useEffect } from 'react';
import { useStore } from '../../store/store';
import { later } from '../../ui/later';
import { useOutline } from '../record/outline';
import styles from './SessionPage.module.css';
import { SessionStage } from './SessionStage';
import { useSessionKeys } from './session-keys';

const FacilitatorDrawer = later(() => import('../facilitator/FacilitatorDrawer'));

export default function SessionPage() {
  const session = useStore((state) => state.session);
  const view = useOutline(session?.recordKey);
  const drawerOpen = useStore((state) => state.drawerOpen);
  const go = useStore((state) => state.go);
  useSessionKeys();
  useEffect(() => {
    if (!session) go({ name: 'home' });
  }, [session, go]);
  if (!session || !view) return null;
  return (
    <div className={styles.page}>
      <div className={styles.stage}>
        <SessionStage session={session} view={view} />
      </div>
      {drawerOpen && <FacilitatorDrawer session={session} view={view} />}
    </div>
  );
}
