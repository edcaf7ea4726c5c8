// What can be done with the near misses that are selected. It is there while any are.

import { useStore } from '../../store/store';
import { later } from '../../ui/later';
import styles from './BulkBar.module.css';

// Nobody waits for it at the start.
const BulkTools = later(() => import('./BulkTools'));

export function BulkBar() {
  const count = useStore((state) => state.chosen.size);
  return (
    <>
      <p role="status" className="visually-hidden">
        {count > 0 && `${count} selected`}
      </p>
      {count > 0 && (
        <section className={styles.bar} aria-label="Selected near misses">
          <span className={styles.count} aria-hidden="true">
            {count} selected
          </span>
          <BulkTools />
        </section>
      )}
    </>
  );
}
