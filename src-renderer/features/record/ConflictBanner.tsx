// The same place was changed here and outside. Both are kept until someone chooses.

import type { RecordKey } from '@core/library/listing';
import { SECTION_HEADINGS } from '@core/record/model';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './ConflictBanner.module.css';

export function ConflictBanner({ recordKey }: { recordKey: RecordKey }) {
  const conflict = useStore((state) => state.conflicts[recordKey]);
  const { keepMine, takeTheirs } = useStore.getState();
  if (!conflict) return null;
  const { edit } = conflict;
  const place =
    edit.kind === 'section' ? `“${SECTION_HEADINGS[edit.section]}”` : 'A field of this record';
  return (
    <section className={styles.banner} role="alert">
      <p>
        <b>{place} was changed outside the app too.</b> Nothing is overwritten: the file holds the
        other version, the journal holds yours.
      </p>
      <Button onClick={() => void takeTheirs(recordKey)}>Take theirs</Button>
      <Button look="primary" onClick={() => void keepMine(recordKey)}>
        Keep mine
      </Button>
    </section>
  );
}
