// A key on the keyboard, to see. Screen readers hear aria-keyshortcuts of the control instead.

import styles from './Kbd.module.css';

export function Kbd({ children, inherit = false }: { children: string; inherit?: boolean }) {
  return (
    <span aria-hidden="true" className={inherit ? `${styles.kbd} ${styles.inherit}` : styles.kbd}>
      {children}
    </span>
  );
}
