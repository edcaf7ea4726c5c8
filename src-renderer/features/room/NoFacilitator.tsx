// Says quietly that the facilitator's window is closed, and opens it again.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { keyLabel, keyShortcut } from '../../ui/key-names';
import styles from './NoFacilitator.module.css';
import { FACILITATOR_KEY } from './room-keys';

export function NoFacilitator() {
  const missing = useStore(({ app, room }) => app !== null && room.facilitatorOn === null);
  const showFacilitator = useStore((state) => state.showFacilitator);
  if (!missing) return null;
  return (
    <div className={styles.note} role="status">
      The facilitator window is closed.
      <Button
        look="quiet"
        shortcut={keyLabel(FACILITATOR_KEY)}
        aria-keyshortcuts={keyShortcut(FACILITATOR_KEY)}
        onClick={() => void showFacilitator()}
      >
        Open the facilitator window
      </Button>
    </div>
  );
}
