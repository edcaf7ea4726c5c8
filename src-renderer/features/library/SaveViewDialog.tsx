// A name for what the list shows.

import { filterName } from '@core/library/facets';
import { SORT_NAMES } from '@core/library/sorts';
import { type FormEvent, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields';
import styles from './ViewsDialog.module.css';
import { currentView } from './view-slice';

export function SaveViewDialog({ onClose }: { onClose: () => void }) {
  const saved = useStore((state) => state.savedViews);
  const [view] = useState(() => currentView(useStore.getState()));
  const { words, filters, sort } = view;
  const parts = [
    ...(words ? [`“${words}”`] : []),
    ...filters.map(filterName),
    ...(sort ? [`sorted by ${SORT_NAMES[sort].toLowerCase()}`] : []),
  ];
  const [name, setName] = useState(filters[0] ? filterName(filters[0]) : words);
  const replaces = saved.some((other) => other.name === name.trim());
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    useStore.getState().saveView(name.trim());
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title="Save this view" lead={parts.join(' · ')} width="narrow">
      <form onSubmit={save}>
        <TextField
          label="Name"
          value={name}
          maxLength={100}
          onChange={setName}
          hint={replaces ? 'takes the place of the view of that name' : undefined}
        />
        <div className={styles.foot}>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={name.trim() === ''}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
