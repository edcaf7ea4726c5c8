// The way to a new near miss, wherever a page is about there being some.

import { runCommand } from '../../shell/commands/run';
import { Button } from '../../ui/Button';

export function CaptureButton() {
  return (
    <Button look="primary" shortcut="N" aria-keyshortcuts="N" onClick={() => runCommand('capture')}>
      Capture a near miss
    </Button>
  );
}
