// What a facilitator puts into the record from beside the room: two accounts where the room did
// not agree, and what does not belong here into the parking lot.

import { emptySections, SECTION_HEADINGS, SECTION_KEYS, type SectionKey } from '@core/record/model';
import { DISSENT_HEADING, dissentsIn, withDissent } from '@core/session/dissent';
import { PARKING_LOT, parkedIn, withParked } from '@core/session/parking-lot';
import { type FormEvent, useId } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { listed } from '../../ui/words';
import { type RecordOutline, useSections } from '../record/outline';
import styles from './RoomTools.module.css';

interface Props {
  view: RecordOutline;
  /** The section of the step; null where there is none. */
  section: SectionKey | null;
  /** What is being written for the parking lot. */
  item: string;
  onItem(item: string): void;
}

export function RoomTools({ view, section, item, onItem }: Props) {
  const { writeSection } = useStore.getState();
  const sections = useSections(view.key) ?? emptySections();
  const { lineEnd } = view.content;
  const id = useId();
  const parked = parkedIn(sections.notes).length;
  const split = SECTION_KEYS.filter((key) => dissentsIn(sections[key]).length > 0);
  const park = (event: FormEvent) => {
    event.preventDefault();
    const notes = withParked(sections.notes, item, lineEnd);
    writeSection(view.key, 'notes', notes, 'parking lot changed');
    if (notes !== null) onItem('');
  };
  return (
    <section className={styles.tools} aria-label="Into the record">
      <form onSubmit={park} data-own-undo>
        <label htmlFor={id}>
          {PARKING_LOT} <small>{parked > 0 ? `${parked} in Notes` : 'goes into Notes'}</small>
        </label>
        <div className={styles.row}>
          <input id={id} value={item} onChange={(event) => onItem(event.target.value)} />
          <Button type="submit">Park it</Button>
        </div>
      </form>
      {section && (
        <Button
          onClick={() => {
            const text = withDissent(sections[section], lineEnd);
            writeSection(view.key, section, text, `two accounts in “${SECTION_HEADINGS[section]}”`);
          }}
        >
          {DISSENT_HEADING}
        </Button>
      )}
      {split.length > 0 && (
        <p className={styles.split}>
          Two accounts stand in {listed(split.map((key) => `“${SECTION_HEADINGS[key]}”`))}.
        </p>
      )}
    </section>
  );
}
