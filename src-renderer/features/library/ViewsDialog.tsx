// The views that were kept, to rename and to remove.

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields';
import styles from './ViewsDialog.module.css';

export function ViewsDialog({ onClose }: { onClose: () => void }) {
  const saved = useStore((state) => state.savedViews);
  const { removeView } = useStore.getState();
  return (
    <Dialog
      open
      onClose={onClose}
      title="Your views"
      lead="They are yours, on this machine; the library holds nothing of them."
      width="narrow"
    >
      {saved.length === 0 && <p className={styles.none}>None are left.</p>}
      <ul className={styles.views}>
        {saved.map(({ name }) => (
          <li key={name}>
            <ViewName name={name} />
            <Button look="icon" aria-label={`Remove “${name}”`} onClick={() => removeView(name)}>
              <Trash2 size={17} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button onClick={onClose}>Done</Button>
      </div>
    </Dialog>
  );
}

/** Takes its new name when it is left or Enter is pressed; a name it cannot have, it does not take. */
function ViewName({ name }: { name: string }) {
  const [text, setText] = useState(name);
  const commit = () => {
    const to = text.trim();
    const isTaken = useStore.getState().savedViews.some((other) => other.name === to);
    if (to === '' || isTaken) setText(name);
    else useStore.getState().renameView(name, to);
  };
  return (
    <TextField
      label={`Name of “${name}”`}
      hideLabel
      value={text}
      maxLength={100}
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
