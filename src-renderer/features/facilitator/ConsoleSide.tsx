// Beside the record, in a window of its own: everything that is needed to lead.

import type { Session } from '@core/session/session';
import type { RecordOutline } from '../record/outline';
import styles from './ConsoleSide.module.css';
import { Facilitator } from './Facilitator';

export default function ConsoleSide({ session, view }: { session: Session; view: RecordOutline }) {
  return (
    <aside className={styles.side} aria-label="Facilitator">
      <Facilitator session={session} view={view} />
    </aside>
  );
}
