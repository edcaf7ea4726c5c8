// Decisions not to act whose day to look again has come: look again, or keep the decision until
// another day.

import { howLongAgo, longDate } from '@core/dates';
import type { RecordSummary } from '@core/library/listing';
import { isoDate } from '@core/record/names';
import { dueReviews, reviewDay } from '@core/triage/queue';
import { triageArithmetic } from '@core/triage/triage';
import { useId, useMemo, useRef, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { useAfterRender } from '../../ui/use-after-render';
import { sentenceCase } from '../../ui/words';
import styles from './DueReviews.module.css';

export function DueReviews({ rows, today }: { rows: readonly RecordSummary[]; today: string }) {
  const due = useMemo(() => dueReviews(rows, today), [rows, today]);
  const heading = useId();
  if (due.length === 0) return null;
  return (
    <section className={styles.reviews} aria-labelledby={heading}>
      <h2 id={heading}>
        Reviews due <span>{due.length}</span>
      </h2>
      <p>It was decided not to act on these for now. Is that still right?</p>
      <ul>
        {due.map((row) => (
          <Review key={row.key} row={row} today={today} />
        ))}
      </ul>
    </section>
  );
}

function Review({ row, today }: { row: RecordSummary; today: string }) {
  const { triage, title } = row.fields;
  const [next, setNext] = useState<string | null>(null);
  const [needsDay, setNeedsDay] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const afterRender = useAfterRender();
  const name = useId();
  const { go, triageNow, keepDecision } = useStore.getState();
  const arithmetic = triageArithmetic(triage);
  return (
    <li aria-labelledby={name}>
      <div className={styles.what}>
        <button
          type="button"
          id={name}
          className={styles.title}
          onClick={() => go({ name: 'record', key: row.key })}
        >
          {title || 'A near miss without a title'}
        </button>
        {triage.reason && <p className={styles.reason}>{triage.reason}</p>}
        <p className={styles.facts}>
          {arithmetic ? `${sentenceCase(arithmetic)}. ` : ''}To be looked at on{' '}
          {longDate(triage.review)}, {howLongAgo(triage.review, today)}.
        </p>
      </div>
      {next === null ? (
        <div className={styles.buttons}>
          <Button
            look="primary"
            aria-describedby={name}
            disabled={row.readOnly}
            onClick={() => triageNow(row.key)}
          >
            Look again
          </Button>
          <Button
            ref={keep}
            aria-describedby={name}
            disabled={row.readOnly}
            onClick={() => setNext(reviewDay(today))}
          >
            Keep the decision
          </Button>
        </div>
      ) : (
        <form
          className={styles.buttons}
          onSubmit={(event) => {
            event.preventDefault();
            if (isoDate(next)) void keepDecision(row.key, next);
            else setNeedsDay(true);
          }}
        >
          <TextField
            label="Look at it again on"
            type="date"
            autoFocus
            min={today}
            value={next}
            onChange={setNext}
          />
          <Button
            onClick={() => {
              setNext(null);
              afterRender(() => keep.current?.focus());
            }}
          >
            Back
          </Button>
          <Button look="primary" type="submit">
            Keep until then
          </Button>
          <p role="status">{needsDay && !isoDate(next) && 'Choose a day to look at it again.'}</p>
        </form>
      )}
    </li>
  );
}
