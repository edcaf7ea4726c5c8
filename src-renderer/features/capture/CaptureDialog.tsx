// Capture in two minutes: one line is enough, a pasted message fills the rest.

import { peopleInUse } from '@core/library/words-in-use';
import { useMemo } from 'react';
import { useStore } from '../../store/store';
import { Dialog } from '../../ui/Dialog';
import { useWords } from '../library/use-words';
import { CaptureForm } from './CaptureForm';
import { CaptureHostProvider } from './capture-host';

export default function CaptureDialog() {
  const capturing = useStore((state) => state.capturing);
  const close = useStore((state) => state.closeCapture);
  const records = useStore((state) => state.listing.records);
  const isHeld = useStore((state) => state.session !== null);
  const { services, themes } = useWords();
  const host = useMemo(
    () => ({
      store: useStore,
      words: { services, themes, people: peopleInUse(records) },
      importText: importInstead,
      importWaits: isHeld,
    }),
    [services, themes, records, isHeld],
  );
  return (
    <Dialog
      open={capturing}
      onClose={close}
      title="Capture a near miss"
      lead="One line is enough. You can paste a message from a channel, too. Closing keeps the text."
    >
      <CaptureHostProvider value={host}>
        <CaptureForm />
      </CaptureHostProvider>
    </Dialog>
  );
}

/** The form keeps its text meanwhile. */
function importInstead(text: string): void {
  const { closeCapture, importText, session, say } = useStore.getState();
  closeCapture();
  void importText(text);
  if (session) say('What you pasted waits under Import. The session goes on.');
}
