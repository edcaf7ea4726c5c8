// Whole minutes. What is being typed is the field's own until it is done: with Enter, by leaving
// the field, or at once with the arrows. What is not allowed is never handed on, and said.

import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { FieldFrame } from './fields';
import styles from './fields.module.css';
import { isCommandKey } from './modifier-keys';
import { useUnmount } from './use-unmount';

interface Props {
  label: string;
  hint?: string;
  value: number;
  min: number;
  max: number;
  onCommit: (minutes: number) => void;
}

export function MinutesField({ label, hint, value, min, max, onCommit }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const pending = useRef<string | null>(null);
  const shown = draft ?? String(value);

  const type = (text: string | null) => {
    pending.current = text;
    setDraft(text);
  };
  /** The minutes a draft stands for; what is set already is always allowed. */
  const read = (text: string): number | null => {
    const minutes = text.trim() === '' ? Number.NaN : Number(text);
    if (minutes === value) return minutes;
    return Number.isInteger(minutes) && minutes >= min && minutes <= max ? minutes : null;
  };
  const commit = () => {
    if (pending.current === null) return;
    const minutes = read(pending.current);
    setTried(minutes === null);
    if (minutes === null) return;
    type(null);
    if (minutes !== value) onCommit(minutes);
  };
  useUnmount(commit);

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    type(event.target.value);
    // Typing says how it changed the text; a step with the arrows does not, and is done at once.
    const { nativeEvent } = event;
    if (!(nativeEvent instanceof InputEvent && nativeEvent.inputType)) commit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' || isCommandKey(event)) commit();
  };

  // "4" on the way to "40" is too little and no mistake yet; too much does not become less.
  const isWrong = read(shown) === null && (tried || Number(shown) > max);
  return (
    <FieldFrame id={id} label={label} hint={hint}>
      <input
        id={id}
        className={styles.input}
        type="number"
        min={min}
        max={max}
        value={shown}
        aria-invalid={isWrong}
        aria-describedby={`${id}-allowed`}
        onChange={onChange}
        onKeyDown={onKeyDown}
        onBlur={commit}
      />
      <p id={`${id}-allowed`} className={styles.problem} role="status">
        {isWrong ? `${min} to ${max} whole minutes.` : ''}
      </p>
    </FieldFrame>
  );
}
