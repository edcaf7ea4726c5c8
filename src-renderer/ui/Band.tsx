// A word in a soft colour: the word says it, the colour only helps.

import styles from './Band.module.css';

export type BandTone = 'act' | 'look' | 'held';

export function Band({ tone, children }: { tone: BandTone; children: string }) {
  return <span className={`${styles.band} ${styles[tone]}`}>{children}</span>;
}
