// All actions of the library, most worth doing first, each with its arithmetic; before them the
// decisions not to act whose day to look again has come.

import {
  isOverdue,
  isShown,
  type LibraryAction,
  libraryActions,
} from '@core/actions/library-actions';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from '../../store/store';
import page from '../../ui/page.module.css';
import { useToday } from '../../ui/today';
import { useRows } from '../library/use-rows';
import { ActionFilters } from './ActionFilters';
import { ActionList } from './ActionList';
import styles from './ActionsPage.module.css';
import { actionKey } from './action-key';
import { DueReviews } from './DueReviews';

export default function ActionsPage() {
  const rows = useRows();
  const filter = useStore((state) => state.actionFilter);
  const today = useToday();
  const all = useMemo(() => libraryActions(rows), [rows]);
  // What is ticked off stays in sight until something else is asked for.
  const [ticked, setTicked] = useState({ filter, keys: new Set<string>() });
  const kept = ticked.filter === filter ? ticked.keys : null;
  const keep = useCallback(
    (one: LibraryAction) =>
      setTicked((before) => {
        const keys = before.filter === filter ? before.keys : [];
        return { filter, keys: new Set([...keys, actionKey(one)]) };
      }),
    [filter],
  );
  const shown = useMemo(
    () => all.filter((one) => isShown(one.action, filter, today) || kept?.has(actionKey(one))),
    [all, filter, today, kept],
  );
  const overdue = shown.filter(({ action }) => isOverdue(action, today)).length;
  return (
    <main className={page.page}>
      <h1>Actions</h1>
      <p className={page.lead}>
        By what could have happened: the severity and recurrence of the near miss, then what was
        left, then effort, then age.
      </p>
      <DueReviews rows={rows} today={today} />
      {all.length === 0 ? (
        <p className={styles.nothing}>
          No near miss has an action yet. They are added in a session, or on the page of a near
          miss.
        </p>
      ) : (
        <section className={styles.section} aria-label="All actions">
          <ActionFilters actions={all} />
          <p className={styles.count} role="status">
            {counted(shown.length)}
            {overdue > 0 && `, ${overdue} overdue`}
          </p>
          <ActionList actions={shown} today={today} onTick={keep} />
        </section>
      )}
    </main>
  );
}

function counted(count: number): string {
  if (count === 0) return 'Nothing to show here';
  return count === 1 ? 'One action' : `${count} actions`;
}
