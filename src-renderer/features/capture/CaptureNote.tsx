// What a paste, or emptying the form, did to it, with the way back; or what is offered for a paste
// that is more than one near miss.

import { Button } from '../../ui/Button';
import styles from './Capture.module.css';
import { useCapture, useChange, useImportText, useImportWaits } from './capture-host';
import type { PasteOffer } from './paste-offer';

interface Props {
  offer: PasteOffer | null;
  onAnswered: () => void;
}

export function CaptureNote({ offer, onAnswered }: Props) {
  const note = useCapture((state) => state.captureNote);
  const undo = useCapture((state) => state.undoCapture);
  return (
    <div className={note || offer ? styles.note : undefined}>
      <p role="status">{offer?.words ?? note?.text}</p>
      {offer && <Answers offer={offer} onAnswered={onAnswered} />}
      {!offer && note?.change && (
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

function Answers({ offer: { text }, onAnswered }: Props & { offer: PasteOffer }) {
  const almost = useCapture((state) => state.form.almost);
  const pasteTemplate = useCapture((state) => state.pasteTemplate);
  const importText = useImportText();
  const waits = useImportWaits();
  const change = useChange();
  if (text === null) return <Button onClick={onAnswered}>Close</Button>;
  return (
    <div className={styles.answers}>
      <Button
        onClick={({ currentTarget }) => {
          focusFirst(currentTarget);
          onAnswered();
          if (!pasteTemplate(text)) change({ almost: almost ? `${almost}\n\n${text}` : text });
        }}
      >
        Put it in this form
      </Button>
      <Button
        look="primary"
        onClick={({ currentTarget }) => {
          focusFirst(currentTarget);
          onAnswered();
          importText?.(text);
        }}
      >
        {waits ? 'Look at each later' : 'Look at each'}
      </Button>
    </div>
  );
}

/** To the first field, from a button that goes with its press. */
export function focusFirst(button: HTMLButtonElement): void {
  button.form?.querySelector('textarea')?.focus();
}
