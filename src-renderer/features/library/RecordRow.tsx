// One near miss in the list: what it was, its ladder in small, the decision, the day.

import { isoDay, shortDate } from '@core/dates';
import type { RecordSummary } from '@core/library/listing';
import { memo } from 'react';
import { useStore } from '../../store/store';
import { Rungs } from '../ladder/Rungs';
import { DecisionBand } from './DecisionBand';
import styles from './RecordRow.module.css';
import { hasReadingPane } from './reading-pane';
import { dateOf } from './selectors';

interface Props {
  record: RecordSummary;
  selected: boolean;
  tabStop: boolean;
}

export const RecordRow = memo(function RecordRow({ record, selected, tabStop }: Props) {
  const { fields } = record;
  const said = fields.reporter ? `reported by ${fields.reporter}` : 'in confidence';
  const parts = [fields.services.join(', '), fields.themes.join(', '), said].filter(Boolean);
  const { select, go } = useStore.getState();
  const open = () => go({ name: 'record', key: record.key });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles its keys.
    <div
      role="option"
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      data-key={record.key}
      className={styles.row}
      onClick={() => {
        select(record.key);
        if (!hasReadingPane()) open();
      }}
      onFocus={() => select(record.key)}
      onDoubleClick={open}
    >
      <div className={styles.what}>
        <div className={styles.title}>{fields.title || 'Without a title'}</div>
        <div className={styles.meta}>{parts.join(' · ')}</div>
      </div>
      <Rungs barriers={fields.barriers} />
      <span>
        <DecisionBand fields={fields} />
      </span>
      <span className={styles.date}>{shortDate(dateOf(fields), isoDay(new Date()))}</span>
    </div>
  );
});
