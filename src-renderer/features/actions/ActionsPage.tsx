// All open actions of the library, most worth doing first, each with its arithmetic.

import { longDate } from '@core/dates';
import { rankActions } from '@core/record/actions';
import { useMemo } from 'react';
import { useStore } from '../../store/store';
import page from '../../ui/page.module.css';
import { sentenceCase } from '../../ui/words';
import styles from './ActionsPage.module.css';

export default function ActionsPage() {
  const records = useStore((state) => state.listing.records);
  const go = useStore((state) => state.go);
  const ranked = useMemo(
    () =>
      rankActions(records.map((record) => ({ ...record.fields, key: record.key }))).filter(
        ({ action }) => action.done === '',
      ),
    [records],
  );
  return (
    <main className={page.page}>
      <h1>Actions</h1>
      <p className={page.lead}>
        By what could have happened: the severity and recurrence of the near miss, then what was
        left, then effort, then age.
      </p>
      {ranked.length === 0 ? (
        <p role="status">Nothing is open.</p>
      ) : (
        <ol className={styles.actions}>
          {ranked.map(({ action, record, arithmetic }) => (
            <li key={`${record.key} ${action.id}`}>
              <b>{action.what || 'Not said yet'}</b>
              <p className={styles.facts}>
                {[
                  action.kind && sentenceCase(action.kind),
                  action.owner,
                  action.due && `due ${longDate(action.due)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p className={styles.arithmetic}>{sentenceCase(arithmetic)}</p>
              <button type="button" onClick={() => go({ name: 'record', key: record.key })}>
                {record.title}
              </button>
            </li>
          ))}
        </ol>
      )}
    </main>
  );
}
