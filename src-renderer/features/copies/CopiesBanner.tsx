// Says above the list that some near misses have another version.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from '../library/HomeBanner.module.css';

export function CopiesBanner() {
  const copies = useStore((state) => state.listing.copies);
  if (copies.length === 0) return null;
  const count = new Set(copies.map(({ key, of }) => of ?? key)).size;
  return (
    <section className={styles.banner} aria-label="Other versions">
      <p>
        <b>
          {count === 1
            ? '1 near miss has another version.'
            : `${count} near misses have another version.`}
        </b>{' '}
        Nothing is merged or removed before you say so.
      </p>
      <Button onClick={() => useStore.getState().go({ name: 'attention' })}>
        {count === 1 ? 'Look at it' : 'Look at them'}
      </Button>
    </section>
  );
}
