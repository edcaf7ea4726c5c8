// "Saving…", "Saved · 14:02", "Not saved". Always what main says, never a hope. Why, and what can be
// done, is said above the page.

import { timeOfDay } from '@core/dates';
import type { SaveState as Save } from '@core/ipc/contract';
import styles from './SaveState.module.css';

export function SaveState({ save }: { save: Save }) {
  if (save.kind === 'saving') return <span className={styles.state}>Saving…</span>;
  if (save.kind === 'not-saved') return <span className={styles.failed}>Not saved</span>;
  return (
    <span className={styles.state}>{save.at ? `Saved · ${timeOfDay(save.at)}` : 'Saved'}</span>
  );
}
