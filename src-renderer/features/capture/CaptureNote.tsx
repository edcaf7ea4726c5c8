// What a paste, or emptying the form, did to it; with the way back.

import { Button } from '../../ui/Button';
import styles from './Capture.module.css';
import { useCapture } from './capture-host';

export function CaptureNote() {
  const note = useCapture((state) => state.captureNote);
  const undo = useCapture((state) => state.undoCapture);
  return (
    <div className={note ? styles.note : undefined}>
      <p role="status">{note?.text}</p>
      {note?.change && (
        <Button
          onClick={({ currentTarget }) => {
            focusFirst(currentTarget);
            undo();
          }}
        >
          Undo
        </Button>
      )}
    </div>
  );
}

/** To the first field, from a button that goes with its press. */
export function focusFirst(button: HTMLButtonElement): void {
  button.form?.querySelector('textarea')?.focus();
}
