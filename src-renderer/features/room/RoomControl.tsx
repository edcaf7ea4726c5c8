// Where the room's window is, and what can be done about it: opened, moved to another display,
// closed.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { keyLabel, keyShortcut } from '../../ui/key-names';
import styles from './RoomControl.module.css';
import { OPEN_ROOM_KEY } from './room-keys';
import { whereIsRoom } from './room-slice';

export function RoomControl() {
  const room = useStore((state) => state.room);
  const { openRoom, closeRoom } = useStore.getState();
  if (room.on === null) {
    return (
      <Button
        look="quiet"
        title={`Open the room window (${keyLabel(OPEN_ROOM_KEY)})`}
        aria-keyshortcuts={keyShortcut(OPEN_ROOM_KEY)}
        onClick={() => void openRoom(null)}
      >
        Open the room window
      </Button>
    );
  }
  return (
    <span className={styles.control}>
      <span role="status">Room window: {whereIsRoom(room)}</span>
      {room.displays
        .filter(({ id }) => id !== room.on)
        .map(({ id, name }) => (
          <Button key={id} look="quiet" onClick={() => void openRoom(id)}>
            Move to {name.toLowerCase()}
          </Button>
        ))}
      <Button look="quiet" onClick={() => void closeRoom()}>
        Close the room window
      </Button>
    </span>
  );
}
