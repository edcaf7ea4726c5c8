// Building the ladder: each thing that stood in the way and what it did. The focus stays with what
// was moved, and goes to what an undo brings back.

import {
  BARRIER_KINDS,
  BARRIER_STATES,
  type Barrier,
  type BarrierState,
  KNOWLEDGE,
  YES_NO,
} from '@core/record/model';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/Button';
import list from '../../ui/editable-list.module.css';
import { Choice, Select, TextField } from '../../ui/fields';
import { useAfterRender } from '../../ui/use-after-render';
import { useItemKeys } from '../../ui/use-item-keys';
import { useUndoFocus } from '../undo/use-undo-focus';
import styles from './BarrierEditor.module.css';

interface Props {
  barriers: readonly Barrier[];
  /** `said` is what to tell of the change. */
  onChange: (barriers: Barrier[], said?: string) => void;
}

const STATE_NAMES: Record<BarrierState, string> = {
  failed: 'Failed',
  stopped: 'Stopped it',
  untested: 'Untested',
  absent: 'Absent',
};

const NEW_BARRIER: Barrier = {
  name: '',
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
};

export function BarrierEditor({ barriers, onChange }: Props) {
  const items = useRef<HTMLOListElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const afterRender = useAfterRender();
  const keys = useItemKeys(barriers, ({ name }) => name);

  const find = (index: number, what: string) =>
    items.current?.children[index]?.querySelector<HTMLElement>(what);
  const focusName = (index: number) =>
    afterRender(() => (find(index, '[data-name]') ?? addButton.current)?.focus());

  useUndoFocus('barriers', (index) => focusName(Math.min(index, barriers.length - 1)));

  const change = (index: number, part: Partial<Barrier>) =>
    onChange(barriers.map((barrier, i) => (i === index ? { ...barrier, ...part } : barrier)));
  const move = (index: number, by: 1 | -1) => {
    const next = [...barriers];
    const [moved] = next.splice(index, 1);
    if (!moved) return;
    next.splice(index + by, 0, moved);
    onChange(next);
    // At an end of the list the button that was pressed is disabled: the other one, then.
    const pressed = `[data-move="${by < 0 ? 'up' : 'down'}"]:enabled`;
    afterRender(() =>
      (find(index + by, pressed) ?? find(index + by, '[data-move]:enabled'))?.focus(),
    );
  };
  const removeAt = (index: number) => {
    const name = barriers[index]?.name;
    onChange(
      barriers.filter((_, i) => i !== index),
      `${name ? `“${name}”` : 'The barrier'} is off the ladder.`,
    );
    focusName(Math.min(index, barriers.length - 2));
  };
  const add = () => {
    onChange([...barriers, { ...NEW_BARRIER }]);
    focusName(barriers.length);
  };

  return (
    <section className={list.editor} aria-label="Barriers">
      <ol ref={items}>
        {barriers.map((barrier, index) => (
          <BarrierFields
            key={keys[index]}
            barrier={barrier}
            position={index + 1}
            last={index === barriers.length - 1}
            onChange={(part) => change(index, part)}
            onMove={(by) => move(index, by)}
            onRemove={() => removeAt(index)}
          />
        ))}
      </ol>
      <Button ref={addButton} onClick={add}>
        <Plus size={16} aria-hidden="true" /> Add barrier
      </Button>
    </section>
  );
}

interface FieldsProps {
  barrier: Barrier;
  position: number;
  last: boolean;
  onChange: (part: Partial<Barrier>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function BarrierFields({ barrier, position, last, onChange, onMove, onRemove }: FieldsProps) {
  const called = barrier.name || `barrier ${position}`;
  return (
    <li className={list.card} aria-label={called}>
      <div className={list.first}>
        <TextField
          label={`Barrier ${position}`}
          hideLabel
          placeholder="What stood in the way"
          data-name
          value={barrier.name}
          onChange={(name) => onChange({ name })}
        />
        <Button
          look="icon"
          data-move="up"
          aria-label={`Move ${called} up`}
          disabled={position === 1}
          onClick={() => onMove(-1)}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </Button>
        <Button
          look="icon"
          data-move="down"
          aria-label={`Move ${called} down`}
          disabled={last}
          onClick={() => onMove(1)}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </Button>
        <Button look="icon" aria-label={`Remove ${called}`} onClick={onRemove}>
          <Trash2 size={16} aria-hidden="true" />
        </Button>
      </div>
      <Choice
        label={`What ${called} did`}
        hideLabel
        size="small"
        words={BARRIER_STATES}
        name={(state) => STATE_NAMES[state]}
        value={barrier.state}
        onChange={(state) => onChange({ state })}
      />
      <div className={styles.more}>
        <Select
          label={`Kind of ${called}`}
          hideLabel
          empty="What kind"
          words={BARRIER_KINDS}
          value={barrier.kind}
          onChange={(kind) => onChange({ kind })}
        />
        {barrier.state === 'untested' ? (
          <Choice
            label="Known to be there?"
            size="small"
            words={KNOWLEDGE}
            value={barrier.known}
            onChange={(known) => onChange({ known })}
          />
        ) : (
          <Choice
            label="Built for this?"
            size="small"
            words={YES_NO}
            value={barrier.byDesign}
            onChange={(byDesign) => onChange({ byDesign })}
          />
        )}
        <TextField
          label={`Note on ${called}`}
          hideLabel
          placeholder="Note"
          value={barrier.note}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </li>
  );
}
