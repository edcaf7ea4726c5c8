// "Saving…", "Saved · 14:02", "Not saved". Always what main says, never a hope. Why, and what can be
// done, is said above the page. Written past React, which for these words would go through the page
// with the first letter after each pause.

import type { RecordKey } from '@core/library/listing';
import { useLayoutEffect, useRef } from 'react';
import { useStore } from '../../store/store';
import styles from './SaveState.module.css';
import { NOT_SAVED, saveWords } from './save-words';

/** Of one record, or of all that are open; nothing of one that is not. */
export function SaveState({ recordKey }: { recordKey?: RecordKey }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    let shown: string | null | undefined;
    const show = () => {
      const words = saveWords(useStore.getState(), recordKey);
      if (words === shown || !place.current) return;
      shown = words;
      place.current.textContent = words;
      place.current.dataset.failed = String(words === NOT_SAVED);
    };
    show();
    return useStore.subscribe(show);
  }, [recordKey]);
  return (
    <span className={styles.state}>
      <span ref={place} className={styles.words} />
    </span>
  );
}
