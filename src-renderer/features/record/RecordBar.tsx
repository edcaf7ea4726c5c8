// The line above a record: back to the list, where its file is, whether it is saved, and what can
// be done with it.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { ExportMenu } from '../export/ExportMenu';
import type { RecordOutline } from './outline';
import styles from './RecordBar.module.css';
import { SaveState } from './SaveState';

export function RecordBar({ view }: { view: RecordOutline }) {
  const writable = useStore((state) => state.library?.writable ?? true);
  const { go, trash, beginSession } = useStore.getState();
  const { key, path } = view;
  return (
    <header className={styles.bar}>
      <Button look="quiet" onClick={() => go({ name: 'home' })}>
        ← Near misses
      </Button>
      <span className={styles.path} title={path}>
        {path}
      </span>
      <SaveState recordKey={key} />
      <Button look="quiet" onClick={() => go({ name: 'history', key })}>
        History
      </Button>
      <ExportMenu keys={[key]} />
      <Button look="quiet" disabled={!writable} onClick={() => void trash(key)}>
        Move to trash
      </Button>
      <Button
        look="primary"
        shortcut="S"
        aria-keyshortcuts="S"
        disabled={view.readOnly}
        onClick={() => void beginSession(key)}
      >
        Start a session
      </Button>
    </header>
  );
}
