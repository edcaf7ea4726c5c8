// Several short words, typed with completion: Enter or a comma adds one, Backspace takes the last.
// What is typed and not yet added is added when the field is left, by whatever way.

import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import styles from './fields.module.css';
import { isCommandKey } from './modifier-keys';
import { useUnmount } from './use-unmount';

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
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  // Beside the state: a key may add the word and take the field away before it is drawn again.
  const pending = useRef('');

  const type = (typed: string) => {
    pending.current = typed;
    setText(typed);
  };
  const add = (typed: string) => {
    const words = typed
      .split(',')
      .map((word) => (asSlug ? word.trim().toLowerCase().replace(/\s+/g, '-') : word.trim()))
      .filter((word, index, all) => word && !values.includes(word) && all.indexOf(word) === index);
    type('');
    if (words.length > 0) onChange([...values, ...words]);
  };
  const addPending = () => add(pending.current);
  useUnmount(addPending);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (isCommandKey(event)) addPending();
    else if (event.key === 'Enter' || event.key === ',') {
      // Enter adds here; it never submits the form around.
      event.preventDefault();
      addPending();
    } else if (event.key === 'Backspace' && !event.repeat && text === '' && values.length > 0) {
      // A key held to clear what is typed stops there.
      onChange(values.slice(0, -1));
    }
  };

  const onType = (typed: string) => {
    // A word chosen from the completion list arrives whole.
    if (typed.includes(',') || (suggestions.includes(typed) && typed.length > text.length + 1)) {
      add(typed);
    } else type(typed);
  };

  const remove = (value: string) => {
    onChange(values.filter((other) => other !== value));
    // The button goes with its word.
    input.current?.focus();
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
            <button type="button" aria-label={`Remove ${value}`} onClick={() => remove(value)}>
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <input
          id={id}
          ref={input}
          data-own-undo={text === '' ? undefined : true}
          list={`${id}-list`}
          value={text}
          placeholder={values.length === 0 ? placeholder : undefined}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={addPending}
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
