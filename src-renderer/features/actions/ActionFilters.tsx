// Whose actions, of which kind, overdue, open or done.

import { type ActionFilter, type LibraryAction, ownersOf } from '@core/actions/library-actions';
import { ACTION_KINDS } from '@core/record/model';
import { useMemo } from 'react';
import { useStore } from '../../store/store';
import { Choice, Select } from '../../ui/fields';
import styles from './ActionsPage.module.css';

const STATES: readonly ActionFilter['state'][] = ['open', 'done', 'all'];
/** Owners as words of a list in which an empty one means everybody. */
const NOBODY = '=';

export function ActionFilters({ actions }: { actions: readonly LibraryAction[] }) {
  const filter = useStore((state) => state.actionFilter);
  const { filterActions } = useStore.getState();
  const owners = useMemo(() => {
    const inUse = ownersOf(actions);
    // Whoever is filtered for is named, also when nothing is theirs any more.
    const all =
      filter.owner === null || inUse.includes(filter.owner) ? inUse : [...inUse, filter.owner];
    return all.map((owner) => `=${owner}`);
  }, [actions, filter.owner]);
  return (
    <div className={styles.filters}>
      <Choice
        label="Show"
        hideLabel
        words={STATES}
        value={filter.state}
        onChange={(state) => state && filterActions({ state })}
      />
      <Select
        label="Owner"
        empty="Everybody"
        words={owners}
        name={(word) => (word === NOBODY ? 'Nobody yet' : word.slice(1))}
        value={filter.owner === null ? null : `=${filter.owner}`}
        onChange={(word) => filterActions({ owner: word === null ? null : word.slice(1) })}
      />
      <Select
        label="Kind"
        empty="Every kind"
        words={ACTION_KINDS}
        value={filter.kind}
        onChange={(kind) => filterActions({ kind })}
      />
      <label className={styles.overdueOnly}>
        <input
          type="checkbox"
          checked={filter.overdue}
          onChange={(event) => filterActions({ overdue: event.target.checked })}
        />
        Overdue only
      </label>
    </div>
  );
}
