// "Saving…", "Saved · 14:02", "Not saved". Always what main says, never a hope. Why, and what can be
// done, is said above the page.

import type { RecordKey } from '@core/library/listing';
import styles from './SaveState.module.css';
import { NOT_SAVED, useSaveWords } from './save-words';

/** Nothing of a record that is not open. */
export function SaveState({ recordKey }: { recordKey: RecordKey }) {
  const words = useSaveWords(recordKey);
  return (
    words && <span className={words === NOT_SAVED ? styles.failed : styles.state}>{words}</span>
  );
}
