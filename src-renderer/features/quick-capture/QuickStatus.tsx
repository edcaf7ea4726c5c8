// What a person should know before they save: no library is open, another near miss waits, what is
// typed would not outlive a quit.

import { nameOf } from '@core/capture/form';
import { client } from '../../ipc/client';
import { Button } from '../../ui/Button';
import styles from './QuickCapture.module.css';
import { useQuick } from './quick-store';
import { focusFirstField } from './use-focus-in-form';

export function QuickStatus() {
  const library = useQuick((state) => state.state?.library ?? null);
  const waiting = useQuick((state) => state.waiting);
  const problem = useQuick((state) => state.keepProblem);
  const { turn, drop } = useQuick.getState();
  const next = waiting.at(-1);
  return (
    <div role="status" className={styles.status}>
      {!library && (
        <div className={styles.says}>
          <p>No library is open, so it cannot be saved yet. What you type is kept here.</p>
          <Button onClick={() => void client.call('app:show')}>Open Close Call</Button>
        </div>
      )}
      {next && (
        <div className={styles.says}>
          <p>
            {waiting.length === 1
              ? 'Another near miss waits'
              : `${waiting.length} near misses wait`}
            : “{nameOf(next) || 'without words'}”
          </p>
          <Button onClick={() => thenType(turn)}>Go to it</Button>
          <Button look="quiet" onClick={() => thenType(drop)}>
            Drop it
          </Button>
        </div>
      )}
      {problem && <p className={styles.problem}>Keep this window open: {problem}</p>}
    </div>
  );
}

/** The button goes with its press, or has another meaning: on to the first field. */
function thenType(press: () => void) {
  focusFirstField();
  press();
}
