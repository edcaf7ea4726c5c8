// The line above the facilitator's window: who sees it, where the room's window is, and what has
// been saved.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import type { RecordOutline } from '../record/outline';
import { SaveState } from '../record/SaveState';
import { RoomControl } from '../room/RoomControl';
import { SaveTrouble } from '../trouble/SaveTrouble';
import styles from './ConsoleTop.module.css';

export default function ConsoleTop({ view }: { view: RecordOutline }) {
  const isAlone = useStore(({ room }) => room.on !== room.facilitatorOn);
  const leaveSession = useStore((state) => state.leaveSession);
  return (
    <header className={styles.top}>
      <div className={styles.line}>
        <b>Facilitator</b>
        <span className={styles.title} title={view.content.fields.title}>
          {view.content.fields.title}
        </span>
        <span role="note" className={isAlone ? styles.safe : styles.seen}>
          {isAlone ? 'Only you can see this window' : 'The room window is on this display too'}
        </span>
        <RoomControl />
        <SaveState recordKey={view.key} />
        <Button look="quiet" onClick={() => void leaveSession()}>
          Leave for now
        </Button>
      </div>
      <SaveTrouble recordKey={view.key} />
    </header>
  );
}
