// What was decided last in this sitting, with the way back. It is announced.

import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { useRows } from '../library/use-rows';
import { DECISION_NAMES } from './decision-names';
import styles from './TriagePage.module.css';

export function LastDecision() {
  const last = useStore((state) => state.sitting?.decided.at(-1));
  const rows = useRows();
  const row = last && rows.find(({ key }) => key === last.key);
  const decision = row?.fields.triage.decision;
  return (
    <div className={styles.last}>
      <p role="status">
        {row && decision && (
          <>
            <b>{DECISION_NAMES[decision]}:</b> {row.fields.title || 'a near miss without a title'}
          </>
        )}
      </p>
      {row && (
        <Button
          look="quiet"
          shortcut="U"
          aria-keyshortcuts="U"
          onClick={() => void useStore.getState().takeBackTriage()}
        >
          Undo
        </Button>
      )}
    </div>
  );
}
