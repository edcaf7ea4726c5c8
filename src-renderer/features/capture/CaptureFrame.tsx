// A form around the fields of a capture: a message in the template fills it, Ctrl+Enter saves it
// from any field, and why it could not be saved is said where what was typed still stands.

import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import styles from './Capture.module.css';
import { CaptureNote } from './CaptureNote';
import { useCapture } from './capture-host';

export function CaptureFrame({ children }: { children: ReactNode }) {
  const error = useCapture((state) => state.captureError);
  const pasteTemplate = useCapture((state) => state.pasteTemplate);
  const save = useCapture((state) => state.saveCapture);

  const onPaste = (event: ClipboardEvent) => {
    if (pasteTemplate(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <form
      className={styles.form}
      onPaste={onPaste}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CaptureNote />
      {children}
      {error && (
        <p className={styles.error} role="alert">
          {error} What you typed is still here.
        </p>
      )}
    </form>
  );
}
