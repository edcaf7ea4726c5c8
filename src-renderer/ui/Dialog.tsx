// A dialog over the page: named, closed with Escape, the focus goes back where it came from.

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import styles from './Dialog.module.css';

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  lead?: string | undefined;
  children: ReactNode;
  width?: 'narrow' | 'wide' | 'full';
}

export function Dialog({ open, onClose, title, lead, children, width = 'wide' }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={`${styles.popup} ${styles[width]}`}>
          <Base.Title className={styles.title}>{title}</Base.Title>
          {lead && <Base.Description className={styles.lead}>{lead}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
