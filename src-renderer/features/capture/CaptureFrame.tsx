// A form around the fields of a capture: a message in the template fills it, Ctrl+Enter saves it
// from any field, and why it could not be saved is said where what was typed still stands.

import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import styles from './Capture.module.css';
import { CaptureNote } from './CaptureNote';
import { useCapture, useImportText } from './capture-host';
import { offerFor, type PasteOffer } from './paste-offer';

export function CaptureFrame({ children }: { children: ReactNode }) {
  const error = useCapture((state) => state.captureError);
  const pasteTemplate = useCapture((state) => state.pasteTemplate);
  const save = useCapture((state) => state.saveCapture);

  const importText = useImportText();
  const [offer, setOffer] = useState<PasteOffer | null>(null);

  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const offered = offerFor(text, importText !== undefined);
    setOffer(offered);
    if (offered || pasteTemplate(text)) event.preventDefault();
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
      <CaptureNote offer={offer} onAnswered={() => setOffer(null)} />
      {children}
      {error && (
        <p className={styles.error} role="alert">
          {error} What you typed is still here.
        </p>
      )}
    </form>
  );
}
