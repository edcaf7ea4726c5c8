// Thanks, and out of the way by itself a moment later, unless someone wants to go on.

import { useEffect } from 'react';
import { Button } from '../../ui/Button';
import styles from './QuickCapture.module.css';
import { useQuick } from './quick-store';

const AWAY_AFTER = 2500;

export function QuickThanks() {
  const thanks = useQuick((state) => state.thanks);
  const library = useQuick((state) => state.state?.library?.name ?? '');
  const waits = useQuick((state) => state.waiting.length > 0 || state.form.almost !== '');
  const { again, close } = useQuick.getState();
  useEffect(() => {
    const timer = window.setTimeout(close, AWAY_AFTER);
    return () => window.clearTimeout(timer);
  }, [close]);
  return (
    <div className={styles.thanks}>
      <div role="status">
        <p className={styles.big}>{thanks}</p>
        <p>It is in {library}, to triage.</p>
      </div>
      <Button autoFocus onClick={again}>
        {waits ? 'Go on with the next' : 'Capture another'}
      </Button>
    </div>
  );
}
