// A button that names what happens, with its key beside the name when it has one.

import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { Kbd } from './Kbd';

interface Props extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'quiet' | 'icon';
  /** The key that does the same, shown beside the name. */
  shortcut?: string;
}

export function Button({ look = 'plain', shortcut, className, children, ...rest }: Props) {
  const classes = [styles.button, styles[look], className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} {...rest}>
      {children}
      {shortcut && <Kbd inherit={look === 'primary'}>{shortcut}</Kbd>}
    </button>
  );
}
