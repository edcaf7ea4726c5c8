// Where the estimates lie: a column for each value with its name, a dot for each estimate.

import { ESTIMATE_SCALES, type EstimateKind, estimateCounts } from '@core/session/estimates';
import styles from './SpreadPicture.module.css';

/** Dots beyond this many are a number. */
const MOST_DOTS = 8;

export function SpreadPicture({ kind, values }: { kind: EstimateKind; values: readonly number[] }) {
  const names = ESTIMATE_SCALES[kind];
  const counts = estimateCounts(kind, values);
  const words = names.map((name, index) => `${name}: ${counts[index] ?? 0}`).join(', ');
  return (
    <div className={styles.picture} role="img" aria-label={words}>
      {names.map((name, index) => {
        const count = counts[index] ?? 0;
        return (
          <div key={name} className={styles.column}>
            <span className={styles.dots}>
              {count > MOST_DOTS
                ? `${count} ×`
                : Array.from({ length: count }, (_, dot) => (
                    <i key={`${name} ${dot + 1}`} className={styles.dot} />
                  ))}
            </span>
            <span className={styles.name}>{name}</span>
          </div>
        );
      })}
    </div>
  );
}
