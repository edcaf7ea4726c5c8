// A list without a row says what it looked for, and what would show more.

import { filterName } from '@core/library/facets';
import { parseQuery } from '@core/library/query';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { listed } from '../../ui/words';
import { focusSearch } from './focus-search';
import styles from './NothingShown.module.css';
import { filtersOf } from './shown';

/** Its buttons go with their press: the focus goes to the field. */
export function NothingShown() {
  const query = useStore((state) => state.query);
  const filters = useStore((state) => state.filters);
  const { clearFilters, search } = useStore.getState();
  const { words, filters: typed } = parseQuery(query);
  const set = filtersOf({ query, filters });
  const names = set.map((filter) => `“${filterName(filter)}”`);
  const sought = [words && `for “${words}”`, names.length > 0 && `with ${listed(names)}`];
  return (
    <div className={styles.nothing}>
      <p role="status">
        Nothing found {sought.filter(Boolean).join(' ')}.
        {set.length === 0 && ' Fewer words find more.'}
      </p>
      <div className={styles.buttons}>
        {filters.length > 0 && (
          <Button
            onClick={() => {
              focusSearch();
              clearFilters();
            }}
          >
            {filters.length === 1 ? 'Clear the filter' : 'Clear the filters'}
          </Button>
        )}
        {(words !== '' || typed.length > 0) && (
          <Button
            onClick={() => {
              focusSearch();
              void search('');
            }}
          >
            Clear the search
          </Button>
        )}
      </div>
    </div>
  );
}
