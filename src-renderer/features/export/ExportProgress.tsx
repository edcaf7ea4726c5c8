// A long export shows how far it is and can be stopped; what was written stays.

import { useEffect, useState } from 'react';
import { client } from '../../ipc/client';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './ExportProgress.module.css';

/** A short export needs no progress. */
const SHOW_AFTER_MS = 700;

export function ExportProgress() {
  const exporting = useStore((state) => state.exporting);
  const cancel = useStore((state) => state.cancelExport);
  const shown = useHasGoneOn(exporting !== null);
  if (!exporting || !shown) return null;
  const { done, total } = exporting;
  return (
    <section className={styles.progress} aria-label="Export">
      <p role="status">
        {done} of {total === 1 ? 'one page' : `${total} pages`}
      </p>
      <progress value={done} max={total} aria-label="Pages exported" />
      <Button onClick={cancel}>Stop</Button>
    </section>
  );
}

/**
 * Whether the export has been at work for a while. It begins with main's first word of it, before
 * the first page: until then the system's dialog asks where to.
 */
function useHasGoneOn(running: boolean): boolean {
  const [begun, setBegun] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => client.on('export:progress', () => setBegun(true)), []);
  useEffect(() => {
    if (running) return;
    setBegun(false);
    setShown(false);
  }, [running]);
  useEffect(() => {
    if (!running || !begun) return;
    const timer = setTimeout(() => setShown(true), SHOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [running, begun]);
  return running && shown;
}
