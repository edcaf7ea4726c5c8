// The end of a sitting: thanks, what was decided, and what was left out.

import { longDate } from '@core/dates';
import type { RecordKey } from '@core/library/listing';
import { DECISIONS } from '@core/record/model';
import type { Sitting } from '@core/triage/sitting';
import { reviewOf, triageArithmetic } from '@core/triage/triage';
import { useEffect, useRef } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { listed, sentenceCase } from '../../ui/words';
import { DecisionBand } from '../library/DecisionBand';
import { useRows } from '../library/use-rows';
import { DECISION_NAMES } from './decision-names';
import styles from './TriagePage.module.css';
import { useSittingKeys } from './triage-keys';

export function SittingEnd({ sitting, left }: { sitting: Sitting; left: RecordKey[] }) {
  useSittingKeys();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const rows = useRows();
  const { go, triageLeftOver } = useStore.getState();
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const decided = sitting.decided.flatMap(({ key }) => byKey.get(key) ?? []);
  const names = [...new Set(decided.map(({ fields }) => fields.reporter).filter(Boolean))];
  return (
    <div className={styles.end}>
      <h2 ref={heading} tabIndex={-1}>
        {decided.length > 0 ? 'Thank you' : 'Nothing was decided'}
      </h2>
      {decided.length > 0 && (
        <>
          <p>
            {count(decided.length)} decided in this sitting: {tally(decided)}.
            {names.length > 0 &&
              ` Thanks to ${listed(names)} for raising ${decided.length === 1 ? 'it' : 'them'}.`}
          </p>
          <ul className={styles.decided}>
            {decided.map(({ key, fields }) => (
              <li key={key}>
                <DecisionBand fields={fields} />
                <div>
                  <button type="button" onClick={() => go({ name: 'record', key })}>
                    {fields.title || 'Without a title'}
                  </button>
                  <small>
                    {sentenceCase(triageArithmetic(fields.triage))}
                    {reviewOf(fields.triage) &&
                      `. Looked at again on ${longDate(reviewOf(fields.triage))}`}
                  </small>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {left.length > 0 && <p>{count(left.length)} not decided.</p>}
      <div className={styles.endButtons}>
        {left.length > 0 && (
          <Button look="primary" onClick={triageLeftOver}>
            {left.length === 1 ? 'Go back to it' : `Go through those ${left.length}`}
          </Button>
        )}
        <Button shortcut="Esc" aria-keyshortcuts="Escape" onClick={() => go({ name: 'home' })}>
          Back to near misses
        </Button>
        <Button onClick={() => go({ name: 'actions' })}>See the actions</Button>
      </div>
    </div>
  );
}

function count(n: number): string {
  return n === 1 ? 'One near miss is' : `${n} near misses are`;
}

/** "1 act now, 2 investigate". */
function tally(decided: readonly { fields: Parameters<typeof DecisionBand>[0]['fields'] }[]) {
  return DECISIONS.map((decision) => ({
    decision,
    n: decided.filter(({ fields }) => fields.triage.decision === decision).length,
  }))
    .filter(({ n }) => n > 0)
    .map(({ decision, n }) => `${n} ${DECISION_NAMES[decision].toLowerCase()}`)
    .join(', ');
}
