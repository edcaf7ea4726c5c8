// With one display, what is the facilitator's alone opens as a drawer beside the room's page, and
// says that everyone can see it.

import type { Session } from '@core/session/session';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { focusHeading } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { focusAgain } from '../../ui/focus-again';
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
  // The focus goes back to where it was, as after a dialog.
  useLayoutEffect(() => {
    const own = drawer.current;
    const before = document.activeElement;
    own?.focus();
    return () => {
      if (!own?.contains(document.activeElement)) return;
      if (!focusAgain(before)) focusHeading();
    };
  }, []);
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
