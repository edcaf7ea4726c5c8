// Capture in two minutes: one line is enough, a pasted message fills the rest.

import { useStore } from '../../store/store';
import { Dialog } from '../../ui/Dialog';
import { CaptureForm } from './CaptureForm';

export default function CaptureDialog() {
  const capturing = useStore((state) => state.capturing);
  const close = useStore((state) => state.closeCapture);
  return (
    <Dialog
      open={capturing}
      onClose={close}
      title="Capture a near miss"
      lead="One line is enough. You can paste a message from a channel, too. Closing keeps the text."
    >
      <CaptureForm />
    </Dialog>
  );
}
