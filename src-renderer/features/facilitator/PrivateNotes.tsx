// Notes of whoever leads the room: kept on this machine, in no record and no export.

import { useId } from 'react';
import styles from './PrivateNotes.module.css';

interface Props {
  value: string;
  onChange: (notes: string) => void;
}

export function PrivateNotes({ value, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.notes} data-own-undo>
      <label htmlFor={id}>
        Your notes <small>in no record, in no export</small>
      </label>
      <textarea id={id} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
