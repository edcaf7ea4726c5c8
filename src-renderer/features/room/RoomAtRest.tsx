// What the room sees when no session is held: before it, and when it is over.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './RoomAtRest.module.css';

export function RoomAtRest() {
  const closeRoom = useStore((state) => state.closeRoom);
  const unfinished = useStore((state) => state.unfinished);
  return (
    <main className={styles.rest}>
      <h1>{unfinished ? 'A short pause' : 'Thank you'}</h1>
      <p>
        {unfinished
          ? 'The session goes on where it was, with everything that was said.'
          : 'For telling it as it was, and for what changes because of it.'}
      </p>
      <Button onClick={() => void closeRoom()} shortcut="Esc" aria-keyshortcuts="Escape">
        Close the room window
      </Button>
    </main>
  );
}
