// What is still to be done from earlier near misses about the same themes; nothing when there is
// none. It is a reminder, not an agenda: the most important few, and how many more.

import { isOverdue, stillOpenAbout } from '@core/actions/library-actions';
import { longDate } from '@core/dates';
import { useId, useMemo } from 'react';
import { useToday } from '../../ui/today';
import { listed } from '../../ui/words';
import { useRows } from '../library/use-rows';
import type { RecordOutline } from '../record/outline';
import styles from './EarlierActions.module.css';

const SHOWN = 3;

export function EarlierActions({ view }: { view: RecordOutline }) {
  const rows = useRows();
  const today = useToday();
  const heading = useId();
  const { key, content } = view;
  const { themes, actions } = useMemo(
    () => stillOpenAbout(rows, { key, fields: content.fields }),
    [rows, key, content.fields],
  );
  if (actions.length === 0) return null;
  const more = actions.length - SHOWN;
  return (
    <section className={styles.earlier} aria-labelledby={heading}>
      <h2 id={heading}>Still open from earlier near misses about {listed(themes)}</h2>
      <ul>
        {actions.slice(0, SHOWN).map(({ action, row, index }) => (
          <li key={`${row.key} ${index}`}>
            <b>{action.what || 'Not said yet'}</b>
            <span>
              {[
                action.owner || 'nobody yet',
                action.due &&
                  `${isOverdue(action, today) ? 'overdue since' : 'due'} ${longDate(action.due)}`,
                row.fields.title && `from “${row.fields.title}”`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{more === 1 ? 'And one more.' : `And ${more} more.`}</p>}
    </section>
  );
}
