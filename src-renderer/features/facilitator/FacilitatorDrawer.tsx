// With one display, what is the facilitator's alone opens as a drawer beside the room's page, and
// says that everyone can see it.

import type { Session } from '@core/session/session';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import type { RecordOutline } from '../record/outline';
import { Facilitator } from './Facilitator';
import styles from './FacilitatorDrawer.module.css';

export default function FacilitatorDrawer({
  session,
  view,
}: {
  session: Session;
  view: RecordOutline;
}) {
  const { showDrawer } = useStore.getState();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => drawer.current?.focus(), []);
  return (
    <aside ref={drawer} className={styles.drawer} aria-label="Facilitator" tabIndex={-1}>
      <div className={styles.top}>
        <b>Facilitator</b>
        <Button look="icon" aria-label="Close the drawer" onClick={() => showDrawer(false)}>
          <X size={18} aria-hidden="true" />
        </Button>
        <p role="note">Everyone who sees this screen sees this drawer.</p>
      </div>
      <Facilitator session={session} view={view} />
    </aside>
  );
}
