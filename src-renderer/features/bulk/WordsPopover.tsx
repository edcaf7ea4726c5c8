// Themes or services of all that are selected: words to add to each, and words to take away.

import { Popover } from '@base-ui/react/popover';
import { rowsByKey } from '@core/library/list-view';
import type { RecordFields } from '@core/record/model';
import { type FormEvent, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { TokenField } from '../../ui/TokenField';
import { useWords } from '../library/use-words';
import styles from './BulkBar.module.css';
import type { FieldsChange } from './bulk-slice';

type Field = 'themes' | 'services';

const NAMES = { themes: 'Themes', services: 'Services' };

export function WordsPopover({ field, disabled }: { field: Field; disabled: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={<Button look="quiet" />} disabled={disabled}>
        {NAMES[field]}…
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" className={styles.positioner}>
          <Popover.Popup className={styles.popup}>
            <Popover.Title className={styles.title}>{NAMES[field]}</Popover.Title>
            <WordsForm field={field} onDone={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function WordsForm({ field, onDone }: { field: Field; onDone: () => void }) {
  const inUse = useWords()[field];
  const count = useStore((state) => state.chosen.size);
  const [there] = useState(() => wordsThere(field));
  const [added, setAdded] = useState<string[]>([]);
  const [removed, setRemoved] = useState<string[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
    void useStore.getState().editChosen(`${NAMES[field]} changed`, changeOf(field, added, removed));
  };
  const toggle = (word: string) =>
    setRemoved(
      removed.includes(word) ? removed.filter((other) => other !== word) : [...removed, word],
    );
  return (
    <form className={styles.form} onSubmit={submit}>
      <TokenField
        label={`Add ${field}`}
        values={added}
        onChange={setAdded}
        suggestions={inUse}
        placeholder={field === 'themes' ? 'connection-pool' : 'orders-db'}
      />
      {there.length > 0 && (
        <fieldset className={styles.there}>
          <legend>Take away</legend>
          {there.map(([word, times]) => (
            <label key={word} className={styles.word}>
              <input
                type="checkbox"
                checked={removed.includes(word)}
                onChange={() => toggle(word)}
              />
              {word}
              {times < count && <small>on {times}</small>}
            </label>
          ))}
        </fieldset>
      )}
      {/* Never disabled: a word that is typed is added when the focus comes here. */}
      <Button look="primary" type="submit">
        {count === 1 ? 'Change one near miss' : `Change ${count} near misses`}
      </Button>
    </form>
  );
}

/** The words on any that are selected, with on how many, most first. */
function wordsThere(field: Field): [string, number][] {
  const { chosen, listing } = useStore.getState();
  const rows = rowsByKey(listing.records);
  const counts = new Map<string, number>();
  for (const key of chosen) {
    for (const word of new Set(rows.get(key)?.fields[field])) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function changeOf(field: Field, added: string[], removed: string[]): FieldsChange {
  return (fields: RecordFields) => {
    const before = fields[field];
    const kept = before.filter((word) => !removed.includes(word));
    const after = [...kept, ...added.filter((word) => !kept.includes(word))];
    return after.length === before.length && after.every((word, index) => word === before[index])
      ? null
      : { [field]: after };
  };
}
