// "Saving…", "Saved · 14:02", "Not saved: reason". Always what main says, never a hope.

import { timeOfDay } from '@core/dates';
import type { SaveState as Save } from '@core/ipc/contract';
import styles from './SaveState.module.css';

export function SaveState({ save, onRetry }: { save: Save; onRetry: () => void }) {
  if (save.kind === 'saving') return <span className={styles.state}>Saving…</span>;
  if (save.kind === 'saved') {
    return (
      <span className={styles.state}>{save.at ? `Saved · ${timeOfDay(save.at)}` : 'Saved'}</span>
    );
  }
  return (
    <span className={styles.failed} role="alert">
      Not saved: {[save.reason, save.kept].filter(Boolean).join('. ')}{' '}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </span>
  );
}
