// Things a person should know which nobody asked about, above the page until dismissed. The region
// is always there, so that what comes into it is announced.

import { X } from 'lucide-react';
import { useStore } from '../store/store';
import { Button } from '../ui/Button';
import styles from './Notices.module.css';

export function Notices() {
  const notices = useStore((state) => state.notices);
  const dismiss = useStore((state) => state.dismissNotice);
  return (
    <section aria-label="Notices">
      <div role="status" aria-atomic="false" className={styles.notices}>
        {notices.map((notice) => (
          <div key={notice.id} className={styles.notice}>
            <p>{notice.message}</p>
            <Button look="icon" aria-label="Dismiss this notice" onClick={() => dismiss(notice.id)}>
              <X size={16} aria-hidden="true" />
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}
