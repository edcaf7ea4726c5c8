// Several short words, typed with completion: Enter or a comma adds one, Backspace takes the last.

import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './fields.module.css';

interface Props {
  label: string;
  hint?: string;
  hideLabel?: boolean;
  values: readonly string[];
  onChange: (values: string[]) => void;
  suggestions: readonly string[];
  placeholder?: string;
  /** Words become slugs: lower case, hyphens. Off for people's names. */
  asSlug?: boolean;
}

export function TokenField({
  label,
  hint,
  hideLabel = false,
  values,
  onChange,
  suggestions,
  placeholder,
  asSlug = true,
}: Props) {
  const id = useId();
  const [text, setText] = useState('');

  const add = (typed: string) => {
    const words = typed
      .split(',')
      .map((word) => (asSlug ? word.trim().toLowerCase().replace(/\s+/g, '-') : word.trim()))
      .filter((word, index, all) => word && !values.includes(word) && all.indexOf(word) === index);
    if (words.length > 0) onChange([...values, ...words]);
    setText('');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === ',') {
      if (text.trim() || event.key === ',') {
        event.preventDefault();
        add(text);
      }
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };

  const onType = (typed: string) => {
    // A word chosen from the completion list arrives whole.
    if (typed.includes(',') || (suggestions.includes(typed) && typed.length > text.length + 1)) {
      add(typed);
    } else setText(typed);
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
        {hint && <small className={styles.hint}>{hint}</small>}
      </label>
      <div className={styles.tokens}>
        {values.map((value) => (
          <span key={value} className={styles.token}>
            {value}
            <button
              type="button"
              aria-label={`Remove ${value}`}
              onClick={() => onChange(values.filter((other) => other !== value))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={id}
          list={`${id}-list`}
          value={text}
          placeholder={values.length === 0 ? placeholder : undefined}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => add(text)}
        />
        <datalist id={`${id}-list`}>
          {suggestions
            .filter((word) => !values.includes(word))
            .map((word) => (
              <option key={word} value={word} />
            ))}
        </datalist>
      </div>
    </div>
  );
}
