// The ladder in small: one mark a barrier, with the same in words.

import { ladderSummary } from '@core/record/ladder';
import type { Barrier } from '@core/record/model';
import styles from './Rungs.module.css';

export function Rungs({ barriers }: { barriers: readonly Barrier[] }) {
  const summary = ladderSummary(barriers);
  return (
    <span className={styles.rungs} role="img" aria-label={summary} title={summary}>
      {barriers.slice(0, 6).map((barrier, index) => (
        <i key={index} className={barrier.state ? styles[barrier.state] : undefined} />
      ))}
    </span>
  );
}
