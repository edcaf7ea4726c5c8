// One near miss of an import.

import { isoDay, shortDate } from '@core/dates';
import { memo, useId } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/fields';
import { EntryEditor } from './EntryEditor';
import styles from './ImportPage.module.css';
import type { ShownEntry } from './import-entries';

interface Props {
  shown: ShownEntry;
  isOpen: boolean;
  onToggle: () => void;
}

export const EntryRow = memo(Row, (one, other) => {
  const { entry, ticked, note } = other.shown;
  const isSame = one.shown.entry === entry || sameForm(one.shown.entry, entry);
  const before = one.shown;
  return isSame && before.ticked === ticked && before.note === note && one.isOpen === other.isOpen;
});

function Row({ shown, isOpen, onToggle }: Props) {
  const { entry, title, day, ticked, note } = shown;
  const { tickEntries } = useStore.getState();
  const id = useId();
  const name = title || 'A near miss without a title';
  const form = entry.kind === 'form' ? entry.form : null;
  const today = isoDay(new Date());
  const meta = [
    day ? shortDate(day, today) : 'Today',
    ...(form ? form.services : ['A record, copied as it is']),
    form?.inConfidence ? 'told in confidence' : form?.reporter,
  ].filter(Boolean);
  return (
    <li className={styles.entry}>
      <input
        type="checkbox"
        aria-labelledby={id}
        checked={ticked}
        onChange={({ target }) => tickEntries([entry.id], target.checked)}
      />
      <div className={styles.head}>
        <b id={id}>{name}</b>
        <small>{meta.join(' · ')}</small>
        {note && <small className={styles.note}>{note}</small>}
      </div>
      <small className={styles.from}>{entry.from}</small>
      <Button
        look="quiet"
        aria-expanded={isOpen}
        aria-label={`${form ? 'Change' : 'Read'} ${name}`}
        onClick={onToggle}
      >
        {isOpen ? 'Close' : form ? 'Change' : 'Read'}
      </Button>
      {isOpen && (
        <div className={styles.open}>
          {entry.kind === 'form' ? (
            <EntryEditor id={entry.id} form={entry.form} />
          ) : (
            <TextArea
              label={`Text of ${name}`}
              hideLabel
              readOnly
              value={entry.text}
              onChange={ignored}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** A record's text is there to be read. */
const ignored = () => {};

/** An entry is made anew with each change of another one; its form is not. */
function sameForm(one: ShownEntry['entry'], other: ShownEntry['entry']): boolean {
  if (one.kind !== 'form' || other.kind !== 'form') return false;
  return one.id === other.id && one.form === other.form;
}
