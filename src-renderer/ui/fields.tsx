// Labelled fields: text, longer text, one word of several. Every one has a visible name.

import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './fields.module.css';
import { sentenceCase } from './words';

interface Labelled {
  label: string;
  /** A few words beside the label. */
  hint?: string | undefined;
  /** The label is there for screen readers only. */
  hideLabel?: boolean;
}

/** A field with its name above it. */
export function FieldFrame({
  id,
  label,
  hint,
  hideLabel = false,
  children,
}: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
        {hint && <small className={styles.hint}>{hint}</small>}
      </label>
      {children}
    </div>
  );
}

type Changes<Base> = Omit<Base, 'onChange' | 'value' | 'id'> & {
  value: string;
  onChange: (value: string) => void;
};

export function TextField({
  label,
  hint,
  hideLabel,
  value,
  onChange,
  className,
  ...rest
}: Labelled & Changes<ComponentProps<'input'>>) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} hideLabel={hideLabel ?? false}>
      <input
        id={id}
        className={[styles.input, className].filter(Boolean).join(' ')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
    </FieldFrame>
  );
}

export function TextArea({
  label,
  hint,
  hideLabel,
  value,
  onChange,
  ...rest
}: Labelled & Changes<ComponentProps<'textarea'>>) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} hideLabel={hideLabel ?? false}>
      <textarea
        id={id}
        rows={1}
        className={`${styles.input} ${styles.area} ${styles.prose}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
    </FieldFrame>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string;
  hideLabel?: boolean;
  words: readonly T[];
  value: T | null;
  onChange: (value: T | null) => void;
  /** How a word is shown; the word itself otherwise, with a capital. */
  name?: (word: T) => string;
  size?: 'normal' | 'small';
}

/** One of a few words, all in sight. Choosing the chosen one again with a click clears it. */
export function Choice<T extends string>({
  label,
  hint,
  hideLabel = false,
  words,
  value,
  onChange,
  name = sentenceCase,
  size = 'normal',
}: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset className={`${styles.choices} ${styles[size] ?? ''}`}>
      <legend className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
        {hint && <small className={styles.hint}>{hint}</small>}
      </legend>
      {words.map((word) => (
        <label key={word} className={styles.choice}>
          <input
            type="radio"
            name={group}
            checked={value === word}
            onChange={() => onChange(word)}
            onClick={() => value === word && onChange(null)}
          />
          {name(word)}
        </label>
      ))}
    </fieldset>
  );
}

interface SelectProps<T extends string> extends Labelled {
  words: readonly T[];
  value: T | null;
  onChange: (value: T | null) => void;
  /** What stands there while nothing is chosen. */
  empty: string;
  name?: (word: T) => string;
}

/** One of many words. */
export function Select<T extends string>({
  label,
  hint,
  hideLabel,
  words,
  value,
  onChange,
  empty,
  name = sentenceCase,
}: SelectProps<T>) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} hideLabel={hideLabel ?? false}>
      <select
        id={id}
        className={styles.input}
        value={value ?? ''}
        onChange={(event) => onChange(words.find((word) => word === event.target.value) ?? null)}
      >
        <option value="">{empty}</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {name(word)}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
