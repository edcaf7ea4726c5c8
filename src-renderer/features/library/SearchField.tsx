// Search over everything written. Escape empties it; the arrow down goes to the list.

import { useStore } from '../../store/store';
import { Kbd } from '../../ui/Kbd';
import styles from './SearchField.module.css';

export function SearchField() {
  const query = useStore((state) => state.query);
  const search = useStore((state) => state.search);
  return (
    <div className={styles.search}>
      <input
        type="search"
        aria-label="Search near misses"
        aria-keyshortcuts="/"
        placeholder="Search what happened, what saved us, services, themes…"
        value={query}
        onChange={(event) => void search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            void search('');
            event.currentTarget.blur();
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('[role="option"]')?.focus();
          }
        }}
      />
      {query === '' && <Kbd>/</Kbd>}
    </div>
  );
}
