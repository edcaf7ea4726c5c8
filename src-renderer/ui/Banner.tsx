// Something to know about the page below, and what can be done about it. It is announced when it
// appears and when its words change.

import type { ReactNode } from 'react';
import styles from './Banner.module.css';

interface Props {
  /** For screen readers. */
  name: string;
  words: ReactNode;
  /** Announced at once; for what has just gone wrong. */
  urgent?: boolean;
  /** What can be done. */
  children?: ReactNode;
}

export function Banner({ name, words, urgent = false, children }: Props) {
  return (
    <section className={styles.banner} aria-label={name}>
      <p className={styles.words} role={urgent ? 'alert' : undefined}>
        {words}
      </p>
      {children && <div className={styles.buttons}>{children}</div>}
    </section>
  );
}
