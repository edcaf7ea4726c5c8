// What each column of a table is to a near miss, with the first cell that says something.

import { type ColumnTarget, TARGETS } from '@core/import/columns';
import type { ImportSource } from '@core/import/entries';
import { useId } from 'react';
import { useStore } from '../../store/store';
import { Select } from '../../ui/fields';
import styles from './ImportPage.module.css';

const WORDS = (Object.keys(TARGETS) as ColumnTarget[]).filter((target) => target !== 'nowhere');

export function ColumnMatching({ source }: { source: ImportSource }) {
  const { matchColumn } = useStore.getState();
  const heading = useId();
  const { content, targets, id, name } = source;
  if (content.kind !== 'table') return null;
  const { columns, rows } = content.table;
  return (
    <section className={styles.matching} aria-labelledby={heading}>
      <h2 id={heading}>{name ? `Columns of ${name}` : 'Columns'}</h2>
      <ul>
        {withKeys(columns).map(({ key, column, i }) => (
          <li key={key}>
            <Select
              label={column || `Column ${i + 1}, without a name`}
              words={WORDS}
              value={targets[i] === 'nowhere' ? null : (targets[i] ?? null)}
              empty={TARGETS.nowhere}
              name={(target) => TARGETS[target]}
              onChange={(target) => void matchColumn(id, i, target ?? 'nowhere')}
            />
            <small>{rows.map(({ cells }) => cells[i]?.trim()).find(Boolean) ?? 'Empty'}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Columns may have one name; they stay in their order. */
function withKeys(columns: readonly string[]) {
  return columns.map((column, i) => ({ key: `${i} ${column}`, column, i }));
}
