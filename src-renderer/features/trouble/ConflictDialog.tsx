// Places of which there are two versions, one below the other: mine, what both came from,
// theirs, and a choice for each. Nothing is written before all choices are made and saved.

import type { SaveConflict } from '@core/ipc/contract';
import { keepBoth } from '@core/record/conflict';
import type { RecordEdit } from '@core/record/edit';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './ConflictDialog.module.css';
import { ConflictPlace, type Side } from './ConflictPlace';
import type { Choice } from './trouble-slice';

interface Props {
  title: string;
  lead: string;
  conflicts: readonly SaveConflict[];
  /** Resolves with whether the choices are made, and the dialog may close. */
  onSave: (choices: Choice[]) => Promise<boolean>;
  onClose: () => void;
}

export default function ConflictDialog({ title, lead, conflicts, onSave, onClose }: Props) {
  const [sides, setSides] = useState<Record<string, Side>>({});
  const [saving, setSaving] = useState(false);

  const choices = conflicts.flatMap((conflict) => {
    const side = sides[nameOfChoice(conflict)];
    const chosen = side && chosenEdit(conflict, side);
    return chosen ? [{ conflict, chosen }] : [];
  });
  const all = choices.length === conflicts.length;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!all || saving) return;
    setSaving(true);
    if (await onSave(choices)) onClose();
    setSaving(false);
  };
  return (
    <Dialog open onClose={onClose} title={title} lead={lead} width="full">
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <div className={styles.places}>
          {conflicts.map((conflict) => (
            <ConflictPlace
              key={conflict.place}
              conflict={conflict}
              side={sides[nameOfChoice(conflict)] ?? null}
              onChoose={(side) => setSides({ ...sides, [nameOfChoice(conflict)]: side })}
            />
          ))}
        </div>
        <div className={styles.foot}>
          <p role="status">
            {choices.length} of {conflicts.length} chosen
          </p>
          <Button onClick={onClose}>Choose later</Button>
          <Button look="primary" type="submit" shortcut="Enter" disabled={!all || saving}>
            Save these choices
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A choice holds for what was seen: when theirs changes again, it is made anew. */
function nameOfChoice({ place, mine, theirs }: SaveConflict): string {
  return JSON.stringify([place, mine, theirs]);
}

function chosenEdit({ mine, theirs }: SaveConflict, side: Side): RecordEdit | null {
  if (side === 'mine') return mine;
  if (side === 'theirs') return theirs;
  const both = keepBoth(mine, theirs);
  return typeof both === 'string' ? null : both;
}
