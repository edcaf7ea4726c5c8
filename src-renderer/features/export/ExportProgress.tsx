// A long export shows how far it is and can be stopped; what was written stays.

import { useEffect, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './ExportProgress.module.css';

/** A short export needs no progress. */
const SHOW_AFTER_MS = 500;

export function ExportProgress() {
  const exporting = useStore((state) => state.exporting);
  const cancel = useStore((state) => state.cancelExport);
  const [shown, setShown] = useState(false);
  const running = exporting !== null && exporting.done > 0;
  useEffect(() => {
    if (!running) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [running]);
  if (!exporting || !shown) return null;
  const { done, total } = exporting;
  return (
    <section className={styles.progress} aria-label="Export">
      <p role="status">
        {done} of {total} pages
      </p>
      <progress value={done} max={total} aria-label="Pages exported" />
      <Button onClick={cancel}>Stop</Button>
    </section>
  );
}
