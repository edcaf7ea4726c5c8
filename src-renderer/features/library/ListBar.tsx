// Above the list: which filters it goes by, as words that can be taken away, and how to add one, to
// order the list, and to keep all that under a name.

import { type Filter, filterName } from '@core/library/facets';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from '../../store/store';
import { later } from '../../ui/later';
import { useAfterRender } from '../../ui/use-after-render';
import styles from './ListBar.module.css';

// The first paint does not wait for what opens.
const FilterMenu = later(
  () => import('./FilterMenu'),
  () => <Waiting name="Filter" />,
);
const SortMenu = later(
  () => import('./SortMenu'),
  () => <Waiting name="Sort" />,
);
const ViewsMenu = later(() => import('./ViewsMenu'));

export function ListBar() {
  return (
    <div className={styles.bar}>
      <FilterMenu />
      <Chips />
      <div className={styles.end}>
        <SortMenu />
        <ViewsMenu />
      </div>
    </div>
  );
}

function Waiting({ name }: { name: string }) {
  return (
    <button type="button" className={styles.trigger} disabled>
      {name}
    </button>
  );
}

function Chips() {
  const filters = useStore((state) => state.filters);
  const { removeFilter, clearFilters } = useStore.getState();
  const list = useRef<HTMLUListElement>(null);
  const afterRender = useAfterRender();
  const remove = (filter: Filter, index: number) => {
    removeFilter(filter);
    // The button goes with its word: the focus goes to the next, else to where one adds another.
    afterRender(() => {
      const buttons = list.current?.querySelectorAll('button');
      const next = buttons?.[Math.min(index, filters.length - 2)];
      (next ?? document.querySelector<HTMLElement>('[data-filter-trigger]'))?.focus();
    });
  };
  if (filters.length === 0) return null;
  return (
    <>
      <ul ref={list} className={styles.chips} aria-label="Filters">
        {filters.map((filter, index) => {
          const name = filterName(filter);
          return (
            <li key={`${filter.facet}:${filter.value}`} className={styles.chip}>
              {name}
              <button
                type="button"
                aria-label={`Remove the filter “${name}”`}
                onClick={() => remove(filter, index)}
              >
                <X size={13} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      {filters.length > 1 && (
        <button
          type="button"
          className={styles.clear}
          onClick={() => {
            clearFilters();
            document.querySelector<HTMLElement>('[data-filter-trigger]')?.focus();
          }}
        >
          Clear all
        </button>
      )}
    </>
  );
}
