// The decision and the actions as they are read out: in words, with the arithmetic.

import { longDate } from '@core/dates';
import { rankActions } from '@core/record/actions';
import type { RecordFields } from '@core/record/model';
import { reviewOf, triageArithmetic } from '@core/triage/triage';
import { sentenceCase } from '../../ui/words';
import { DecisionBand } from '../library/DecisionBand';
import styles from './ReadOut.module.css';

export function ReadDecision({ fields }: { fields: RecordFields }) {
  const review = reviewOf(fields.triage);
  return (
    <>
      <p className={styles.decision}>
        <DecisionBand fields={fields} /> {sentenceCase(triageArithmetic(fields.triage))}
      </p>
      {fields.triage.reason && <p>{fields.triage.reason}</p>}
      {review && <p>Looked at again on {longDate(review)}.</p>}
    </>
  );
}

/** `none` is said when there is no action. */
export function ReadActions({ fields, none }: { fields: RecordFields; none: string }) {
  const actions = rankActions([fields]);
  if (actions.length === 0) return <p>{none}</p>;
  return (
    <ol className={styles.actions}>
      {actions.map(({ action }) => (
        <li key={action.id}>
          {action.what || 'An action without words yet'}
          <small>
            {[action.owner, action.due && `by ${longDate(action.due)}`].filter(Boolean).join(', ')}
          </small>
        </li>
      ))}
    </ol>
  );
}
