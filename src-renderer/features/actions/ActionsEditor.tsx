// The actions of one record: what, which kind, who, by when, how much work. Done ones keep their
// date. The focus goes to what an undo brings back.

import { isoDay } from '@core/dates';
import { peopleInUse } from '@core/library/words-in-use';
import { nextActionId } from '@core/record/actions';
import { ACTION_KINDS, type Action, EFFORTS } from '@core/record/model';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import list from '../../ui/editable-list.module.css';
import { Select, TextField } from '../../ui/fields';
import { useAfterRender } from '../../ui/use-after-render';
import { useItemKeys } from '../../ui/use-item-keys';
import { useUndoFocus } from '../undo/use-undo-focus';
import styles from './ActionsEditor.module.css';

interface Props {
  actions: readonly Action[];
  /** `said` is what to tell of the change. */
  onChange: (actions: Action[], said?: string) => void;
}

export function ActionsEditor({ actions, onChange }: Props) {
  const items = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const people = useId();
  const records = useStore((state) => state.listing.records);
  const here = useStore((state) => state.session?.people);
  const afterRender = useAfterRender();
  const keys = useItemKeys(actions, ({ id, what }) => id || what);

  const focusWhat = (index: number) =>
    afterRender(() => {
      const card = items.current?.children[index];
      (card?.querySelector<HTMLElement>('[data-what]') ?? addButton.current)?.focus();
    });
  useUndoFocus('actions', (index) => focusWhat(Math.min(index, actions.length - 1)));

  const change = (index: number, part: Partial<Action>) =>
    onChange(actions.map((action, i) => (i === index ? { ...action, ...part } : action)));
  const removeAt = (index: number) => {
    const what = actions[index]?.what;
    onChange(
      actions.filter((_, i) => i !== index),
      `${what ? `“${what}”` : 'The action'} is removed.`,
    );
    focusWhat(Math.min(index, actions.length - 2));
  };
  const add = () => {
    const blank: Action = {
      id: nextActionId(actions),
      what: '',
      kind: null,
      owner: '',
      due: '',
      effort: null,
      done: '',
    };
    onChange([...actions, blank]);
    focusWhat(actions.length);
  };

  return (
    <section className={list.editor} aria-label="Actions">
      <datalist id={people}>
        {[...new Set([...(here ?? []), ...peopleInUse(records)])].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ol ref={items}>
        {actions.map((action, index) => {
          const called = action.what || `action ${index + 1}`;
          return (
            <li key={keys[index]} className={`${list.card} ${styles.action}`} aria-label={called}>
              <div className={list.first}>
                <TextField
                  label={`Action ${index + 1}`}
                  hideLabel
                  data-what
                  placeholder="What will be different"
                  value={action.what}
                  onChange={(what) => change(index, { what })}
                />
                <Button look="icon" aria-label={`Remove ${called}`} onClick={() => removeAt(index)}>
                  <Trash2 size={16} aria-hidden="true" />
                </Button>
              </div>
              <div className={styles.more}>
                <Select
                  label="Kind"
                  empty="Not said"
                  words={ACTION_KINDS}
                  value={action.kind}
                  onChange={(kind) => change(index, { kind })}
                />
                <TextField
                  label="Owner"
                  list={people}
                  value={action.owner}
                  onChange={(owner) => change(index, { owner })}
                />
                <TextField
                  label="Due"
                  type="date"
                  value={action.due}
                  onChange={(due) => change(index, { due })}
                />
                <Select
                  label="Effort"
                  empty="Not said"
                  words={EFFORTS}
                  value={action.effort}
                  onChange={(effort) => change(index, { effort })}
                />
              </div>
              <label className={styles.done}>
                <input
                  type="checkbox"
                  checked={action.done !== ''}
                  onChange={(event) =>
                    change(index, { done: event.target.checked ? isoDay(new Date()) : '' })
                  }
                />
                {action.done ? `Done on ${action.done}` : 'Done'}
              </label>
            </li>
          );
        })}
      </ol>
      <Button ref={addButton} onClick={add}>
        <Plus size={16} aria-hidden="true" /> Add action
      </Button>
    </section>
  );
}
