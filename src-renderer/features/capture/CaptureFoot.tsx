// What can be done with the dialog's form: empty it, close it, save it, go on to a session.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './Capture.module.css';
import { EmptyButton, SaveButton, useCanSave } from './capture-buttons';

export function CaptureFoot() {
  const inSession = useStore((state) => state.session !== null);
  const { closeCapture, saveCapture } = useStore.getState();
  const may = useCanSave();
  return (
    <div className={styles.foot}>
      <EmptyButton />
      <Button look="quiet" onClick={closeCapture}>
        Close
      </Button>
      {!inSession && (
        <Button disabled={!may} onClick={() => void saveCapture(true)}>
          Save and start a session
        </Button>
      )}
      <SaveButton />
    </div>
  );
}
