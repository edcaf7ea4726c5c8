// Search over everything written, and filters for those who type them: a space or Enter makes a word
// below the field of a filter that is typed. Escape empties it; the arrow down goes to the values
// that are suggested, or to the list.

import { type Suggestion, suggestValues } from '@core/library/query';
import { type KeyboardEvent, useState } from 'react';
import { useStore } from '../../store/store';
import { Kbd } from '../../ui/Kbd';
import styles from './SearchField.module.css';
import { useWords } from './use-words';

const LIST = 'search-suggestions';

export function SearchField() {
  const query = useStore((state) => state.query);
  const words = useWords();
  const [typing, setTyping] = useState(false);
  const [at, setAt] = useState(-1);
  const { search, takeTyped, addFilter } = useStore.getState();
  const suggestions = typing ? suggestValues(query, words) : [];
  const active = suggestions[at];

  const type = (text: string, isAtEnd: boolean) => {
    void search(text);
    setTyping(isAtEnd);
    setAt(-1);
    // In the middle of the text, nothing is taken away from under the caret.
    if (isAtEnd) takeTyped(false);
  };
  const take = ({ filter, rest }: Suggestion) => {
    setTyping(false);
    void search(rest);
    addFilter(filter);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const last = suggestions.length - 1;
    const moves: Record<string, () => void> = {
      Escape: () => {
        if (suggestions.length > 0) setTyping(false);
        else {
          void search('');
          event.currentTarget.blur();
        }
      },
      Enter: () => (active ? take(active) : takeTyped(true)),
      ArrowUp: () => setAt(at <= 0 ? last : at - 1),
      ArrowDown: () => (suggestions.length > 0 ? setAt(at === last ? 0 : at + 1) : focusFirstRow()),
    };
    const move = moves[event.key];
    if (!move || (event.key === 'ArrowUp' && suggestions.length === 0)) return;
    event.preventDefault();
    move();
  };

  return (
    <div className={styles.field}>
      <div className={styles.search}>
        <input
          type="search"
          aria-label="Search near misses"
          aria-keyshortcuts="/"
          aria-autocomplete="list"
          aria-controls={suggestions.length > 0 ? LIST : undefined}
          aria-activedescendant={active ? `${LIST}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="Search what happened, what saved us, services, themes…"
          value={query}
          onChange={({ target, nativeEvent }) =>
            type(
              target.value,
              target.selectionStart === target.value.length &&
                !(nativeEvent instanceof InputEvent && nativeEvent.isComposing),
            )
          }
          onKeyDown={onKeyDown}
          onBlur={() => {
            setTyping(false);
            takeTyped(true);
          }}
        />
        {query === '' && <Kbd>/</Kbd>}
      </div>
      {suggestions.length > 0 && (
        <div id={LIST} role="listbox" aria-label="Suggestions" className={styles.suggestions}>
          {suggestions.map((suggestion, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles its keys.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
            <div
              key={suggestion.filter.value}
              id={`${LIST}-${index}`}
              role="option"
              aria-selected={index === at}
              className={styles.suggestion}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              {suggestion.name}
            </div>
          ))}
        </div>
      )}
      <p role="status" className="visually-hidden">
        {suggestions.length > 0 &&
          `${suggestions.length} ${suggestions.length === 1 ? 'value' : 'values'} suggested`}
      </p>
    </div>
  );
}

function focusFirstRow(): void {
  document.querySelector<HTMLElement>('[data-records] [role="option"]')?.focus();
}
