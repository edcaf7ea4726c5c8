// To triage: one near miss at a time, two questions, by what could have happened. The keyboard
// alone is enough, and nothing is written before it is accepted.

import { inFront, leftOver } from '@core/triage/sitting';
import { useEffect } from 'react';
import { useStore } from '../../store/store';
import page from '../../ui/page.module.css';
import { useRows } from '../library/use-rows';
import { LastDecision } from './LastDecision';
import { NothingToTriage } from './NothingToTriage';
import { OneTriage } from './OneTriage';
import { SittingEnd } from './SittingEnd';
import styles from './TriagePage.module.css';

export default function TriagePage() {
  const sitting = useStore((state) => state.sitting);
  const rows = useRows();
  const { refreshSitting } = useStore.getState();
  useEffect(() => {
    if (rows) refreshSitting();
  }, [rows, refreshSitting]);

  const key = sitting && inFront(sitting);
  const isEmpty = !sitting || sitting.keys.length === 0;
  return (
    <main className={`${page.page} ${styles.page}`}>
      <header className={styles.header}>
        <h1>{sitting?.chosen ? 'Look again' : 'To triage'}</h1>
        {sitting && key && (
          <p>
            {sitting.at + 1} of {sitting.keys.length}. Two questions, by what could have happened,
            not by what did.
          </p>
        )}
        {!isEmpty && <LastDecision />}
      </header>
      {isEmpty && <NothingToTriage />}
      {key && <OneTriage key={key} recordKey={key} />}
      {!isEmpty && !key && <SittingEnd sitting={sitting} left={leftOver(sitting)} />}
    </main>
  );
}
