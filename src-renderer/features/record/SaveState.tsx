// "Saving…", "Saved · 14:02", "Not saved". Always what main says, never a hope. Why, and what can be
// done, is said above the page.

import { timeOfDay } from '@core/dates';
import type { SaveState as Save } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { useStore } from '../../store/store';
import styles from './SaveState.module.css';

/** Nothing of a record that is not open. It is drawn anew for other words only. */
export function SaveState({ recordKey }: { recordKey: RecordKey }) {
  const words = useStore((state) => saveWords(state.open[recordKey]?.save));
  const failed = useStore((state) => state.open[recordKey]?.save.kind === 'not-saved');
  return words && <span className={failed ? styles.failed : styles.state}>{words}</span>;
}

function saveWords(save: Save | undefined): string | null {
  if (!save) return null;
  if (save.kind === 'saving') return 'Saving…';
  if (save.kind === 'not-saved') return 'Not saved';
  return save.at ? `Saved · ${timeOfDay(save.at)}` : 'Saved';
}
