// The same place was changed here and outside. Both are kept until someone chooses.

import type { RecordView } from '@core/ipc/contract';
import type { RecordEdit } from '@core/record/edit';
import { FIELD_KEYS } from '@core/record/fields';
import { SECTION_HEADINGS } from '@core/record/model';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './ConflictBanner.module.css';

export function ConflictBanner({ view }: { view: RecordView }) {
  const { keepMine, takeTheirs } = useStore.getState();
  const conflicts = view.save.kind === 'not-saved' ? (view.save.conflicts ?? []) : [];
  if (conflicts.length === 0) return null;
  const places = [...new Set(conflicts.map(({ mine }) => placeOf(mine)))].join(', ');
  return (
    <section className={styles.banner} role="alert">
      <p>
        <b>Changed outside the app too: {places}.</b> Nothing is overwritten: the file holds the
        other version, the journal holds yours.
      </p>
      <Button onClick={() => void takeTheirs(view.key)}>Take theirs</Button>
      <Button look="primary" onClick={() => void keepMine(view.key)}>
        Keep mine
      </Button>
    </section>
  );
}

function placeOf(edit: RecordEdit): string {
  if (edit.kind === 'section') return `“${SECTION_HEADINGS[edit.section]}”`;
  const keys = Object.keys(edit.fields) as (keyof typeof FIELD_KEYS)[];
  return keys.map((key) => FIELD_KEYS[key]).join(', ');
}
