// What can be done with any form of a capture: empty it, save it.

import { canSave, isEmpty } from '@core/capture/form';
import { Button } from '../../ui/Button';
import { isMac } from '../../ui/modifier-keys';
import styles from './Capture.module.css';
import { focusFirst } from './CaptureNote';
import { useCapture } from './capture-host';

/** Can it be saved now? */
export function useCanSave(): boolean {
  return useCapture((state) => canSave(state.form) && !state.savingCapture);
}

/** Only there when there is something to empty. */
export function EmptyButton() {
  const empty = useCapture((state) => isEmpty(state.form));
  const emptyCapture = useCapture((state) => state.emptyCapture);
  if (empty) return null;
  return (
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
  );
}

export function SaveButton() {
  return (
    <Button
      look="primary"
      type="submit"
      shortcut={`${isMac() ? '⌘' : 'Ctrl'} ↵`}
      disabled={!useCanSave()}
    >
      Save near miss
    </Button>
  );
}
