// Two questions, by what could have happened: how bad, how likely again. The arithmetic is shown,
// and deciding otherwise than suggested, or not to act, asks for a reason. Nothing is blocked.

import type { LibraryConfig } from '@core/library/config';
import { DECISIONS, RECURRENCES, SEVERITIES, type Triage } from '@core/record/model';
import { reviewDay } from '@core/triage/queue';
import {
  asksForReason,
  needsReason,
  recurrenceScore,
  severityScore,
  suggestedDecision,
  triageArithmetic,
  whySuggested,
} from '@core/triage/triage';
import { type TriageFields, withTriage } from '@core/triage/with-triage';
import { Choice, TextField } from '../../ui/fields';
import { today } from '../../ui/today';
import { sentenceCase } from '../../ui/words';
import { DECISION_NAMES } from './decision-names';
import { questionFor } from './reason-question';
import styles from './TriageEditor.module.css';

interface Props {
  fields: TriageFields;
  config: LibraryConfig;
  onChange: (fields: TriageFields) => void;
}

export function TriageEditor({ fields, config, onChange }: Props) {
  const { triage } = fields;
  const suggested = suggestedDecision(triage, config.bands);
  const change = (part: Partial<Triage>) =>
    onChange(withTriage(fields, part, config.bands, reviewDay(today())));
  return (
    <section className={styles.triage} aria-label="Triage">
      <Choice
        label="How bad it would have been"
        words={SEVERITIES}
        name={(word) => `${severityScore(word)} ${sentenceCase(word)}`}
        value={triage.severity}
        onChange={(severity) => change({ severity })}
      />
      {triage.severity && <p className={styles.means}>{config.severity[triage.severity]}</p>}
      <Choice
        label="How likely it is to recur"
        words={RECURRENCES}
        name={(word) => `${recurrenceScore(word)} ${sentenceCase(word)}`}
        value={triage.recurrence}
        onChange={(recurrence) => change({ recurrence })}
      />
      {triage.recurrence && <p className={styles.means}>{config.recurrence[triage.recurrence]}</p>}
      {suggested && (
        <div className={styles.decision}>
          <p aria-live="polite">
            <b>{sentenceCase(triageArithmetic(triage))}</b>
            <br />
            {whySuggested(triage, config.bands)}
          </p>
          <Choice
            label="Decision"
            words={DECISIONS}
            name={(word) => DECISION_NAMES[word]}
            value={triage.decision}
            onChange={(decision) => change({ decision })}
          />
          {(asksForReason(triage, config.bands) || triage.reason) && (
            <TextField
              label="Reason"
              hint={needsReason(triage, config.bands) ? questionFor(triage, suggested) : undefined}
              value={triage.reason}
              onChange={(reason) => change({ reason })}
            />
          )}
          {triage.decision === 'log' && (
            <TextField
              label="Look at it again on"
              type="date"
              value={triage.review}
              onChange={(review) => change({ review })}
            />
          )}
        </div>
      )}
    </section>
  );
}
