// What can be done with the form: empty it, close it, save it.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { isMac } from '../../ui/modifier-keys';
import styles from './CaptureDialog.module.css';
import { focusFirst } from './CaptureNote';
import { canSave, isEmpty } from './capture-form';

export function CaptureFoot() {
  const form = useStore((state) => state.form);
  const saving = useStore((state) => state.savingCapture);
  const inSession = useStore((state) => state.session !== null);
  const { emptyCapture, closeCapture, saveCapture } = useStore.getState();
  const cannot = !canSave(form) || saving;
  return (
    <div className={styles.foot}>
      {!isEmpty(form) && (
        <Button
          look="quiet"
          className={styles.empty}
          onClick={({ currentTarget }) => {
            focusFirst(currentTarget);
            emptyCapture();
          }}
        >
          Empty the form
        </Button>
      )}
      <Button look="quiet" onClick={closeCapture}>
        Close
      </Button>
      {!inSession && (
        <Button disabled={cannot} onClick={() => void saveCapture(true)}>
          Save and start a session
        </Button>
      )}
      <Button
        look="primary"
        type="submit"
        shortcut={`${isMac() ? '⌘' : 'Ctrl'} ↵`}
        disabled={cannot}
      >
        Save near miss
      </Button>
    </div>
  );
}
