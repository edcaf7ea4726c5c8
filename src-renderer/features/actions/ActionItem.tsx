// One action: what, whose, by when, from which near miss, why it stands where it stands, and
// whether it is done, with the day.

import { isOverdue, type LibraryAction } from '@core/actions/library-actions';
import { longDate } from '@core/dates';
import { isoDate } from '@core/record/names';
import { memo, useId, useState } from 'react';
import { useStore } from '../../store/store';
import { TextField } from '../../ui/fields';
import { today as dayNow } from '../../ui/today';
import { sentenceCase } from '../../ui/words';
import styles from './ActionsPage.module.css';
import { Rank } from './Rank';

interface Props {
  shown: LibraryAction;
  today: string;
  onTick: (shown: LibraryAction) => void;
}

export const ActionItem = memo(function ActionItem({ shown, today, onTick }: Props) {
  const { action, row, arithmetic, product } = shown;
  const { changeAction, go } = useStore.getState();
  const what = useId();
  const called = action.what || 'Not said yet';
  const isDone = action.done !== '';
  // Ticked at once: its record may have to be opened first.
  const [ticked, setTicked] = useState<boolean | null>(null);
  const tick = async (done: boolean) => {
    setTicked(done);
    onTick(shown);
    const said = `“${called}” is ${done ? 'done' : 'open again'}.`;
    await changeAction(shown, { done: done ? dayNow() : '' }, said);
    setTicked(null);
  };
  return (
    <div className={isDone ? `${styles.action} ${styles.isDone}` : styles.action}>
      <input
        type="checkbox"
        aria-label={`Done: ${called}`}
        checked={ticked ?? isDone}
        disabled={row.readOnly}
        onChange={(event) => void tick(event.target.checked)}
      />
      <div className={styles.body}>
        <b id={what}>{called}</b>
        <p className={styles.facts}>
          {[action.kind && sentenceCase(action.kind), action.owner || 'nobody yet']
            .filter(Boolean)
            .join(' · ')}
          {action.due && ' · '}
          {isOverdue(action, today) ? (
            <span className={styles.overdue}>overdue since {longDate(action.due)}</span>
          ) : (
            action.due && `due ${longDate(action.due)}`
          )}
          {action.effort && ` · ${action.effort} effort`}
        </p>
        <button
          type="button"
          className={styles.from}
          onClick={() => go({ name: 'record', key: row.key })}
        >
          {row.fields.title || 'A near miss without a title'}
        </button>
      </div>
      {isDone && (
        <div className={styles.doneOn}>
          {isoDate(action.done) ? (
            <>
              <span aria-hidden="true">Done on</span>
              <TextField
                label={`Done on: ${called}`}
                hideLabel
                type="date"
                value={isoDate(action.done) ?? ''}
                disabled={row.readOnly}
                onChange={(done) => {
                  if (done) void changeAction(shown, { done });
                }}
              />
            </>
          ) : (
            `Done: ${action.done}`
          )}
        </div>
      )}
      <Rank product={product} arithmetic={sentenceCase(arithmetic)} about={what} />
    </div>
  );
});
