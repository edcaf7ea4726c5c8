// Building the ladder: the trigger, each thing that stood in the way and what it did, the harm.

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
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import list from '../../ui/editable-list.module.css';
import { Choice, Select, TextField } from '../../ui/fields';
import styles from './BarrierEditor.module.css';

interface Props {
  barriers: readonly Barrier[];
  onChange: (barriers: Barrier[]) => void;
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
  const say = useStore((state) => state.say);

  const change = (index: number, part: Partial<Barrier>) =>
    onChange(barriers.map((barrier, i) => (i === index ? { ...barrier, ...part } : barrier)));
  const move = (index: number, by: 1 | -1) => {
    const next = [...barriers];
    const [moved] = next.splice(index, 1);
    if (!moved) return;
    next.splice(index + by, 0, moved);
    onChange(next);
  };
  const remove = (index: number) => {
    const removed = barriers[index];
    const before = [...barriers];
    onChange(barriers.filter((_, i) => i !== index));
    say(`“${removed?.name || 'The barrier'}” is off the ladder.`, {
      name: 'Undo',
      run: () => onChange(before),
    });
  };
  const add = () => {
    onChange([...barriers, NEW_BARRIER]);
    requestAnimationFrame(() => {
      const names = items.current?.querySelectorAll<HTMLInputElement>('input[data-name]');
      names?.item(names.length - 1)?.focus();
    });
  };

  return (
    <section className={list.editor} aria-label="Barriers">
      <ol ref={items}>
        {barriers.map((barrier, index) => (
          <BarrierFields
            key={index}
            barrier={barrier}
            position={index + 1}
            last={index === barriers.length - 1}
            onChange={(part) => change(index, part)}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <Button onClick={add}>
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
          aria-label={`Move ${called} up`}
          disabled={position === 1}
          onClick={() => onMove(-1)}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </Button>
        <Button
          look="icon"
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
