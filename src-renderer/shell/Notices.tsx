// Things a person should know which nobody asked about, above the page until dismissed.

import { X } from 'lucide-react';
import { useStore } from '../store/store';
import { Button } from '../ui/Button';
import styles from './Notices.module.css';

export function Notices() {
  const notices = useStore((state) => state.notices);
  const dismiss = useStore((state) => state.dismissNotice);
  if (notices.length === 0) return null;
  return (
    <section className={styles.notices} aria-label="Notices">
      {notices.map((notice) => (
        <div key={notice.id} className={styles.notice} role="status">
          <p>{notice.message}</p>
          <Button look="icon" aria-label="Dismiss this notice" onClick={() => dismiss(notice.id)}>
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
      ))}
    </section>
  );
}
