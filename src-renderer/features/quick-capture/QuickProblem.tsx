// In the place of the form while it is not known what was kept: nothing is typed over it.

import { Button } from '../../ui/Button';
import styles from './QuickCapture.module.css';
import { useQuick } from './quick-store';

export function QuickProblem({ problem }: { problem: string }) {
  const { refresh, close } = useQuick.getState();
  return (
    <main className={styles.thanks}>
      <p role="alert">{problem}</p>
      <div>
        <Button onClick={() => void refresh()}>Try again</Button>
        <Button look="quiet" onClick={close}>
          Close
        </Button>
      </div>
    </main>
  );
}
