// Two questions, by what could have happened: how bad, how likely again. The arithmetic is shown,
// and another decision than the suggested one asks for a reason.

import type { LibraryConfig } from '@core/library/config';
import {
  DECISIONS,
  type Decision,
  RECURRENCES,
  SEVERITIES,
  type Status,
  type Triage,
} from '@core/record/model';
import {
  needsReason,
  recurrenceScore,
  severityScore,
  suggestedDecision,
  triageArithmetic,
} from '@core/triage/triage';
import { Choice, sentenceCase, TextField } from '../../ui/fields';
import styles from './TriageEditor.module.css';

interface Props {
  triage: Triage;
  config: LibraryConfig;
  onChange: (triage: Triage) => void;
}

const DECISION_NAMES: Record<Decision, string> = {
  'act now': 'Act now',
  investigate: 'Investigate',
  log: 'Log',
};

export function TriageEditor({ triage, config, onChange }: Props) {
  const suggested = suggestedDecision(triage, config.bands);
  // The decision follows the suggestion until someone decides otherwise.
  const change = (part: Partial<Triage>) => {
    const next = { ...triage, ...part };
    const follows = triage.decision === null || triage.decision === suggested;
    const decision = follows ? suggestedDecision(next, config.bands) : next.decision;
    onChange({ ...next, decision });
  };
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
            {explain(suggested, triage, config)}
          </p>
          <Choice
            label="Decision"
            words={DECISIONS}
            name={(word) => DECISION_NAMES[word]}
            value={triage.decision}
            onChange={(decision) => onChange({ ...triage, decision: decision ?? suggested })}
          />
          {(triage.decision !== suggested || triage.reason) && (
            <TextField
              label="Reason"
              hint={
                needsReason(triage, config.bands)
                  ? `${DECISION_NAMES[suggested].toLowerCase()} is suggested: what makes this different?`
                  : undefined
              }
              value={triage.reason}
              onChange={(reason) => onChange({ ...triage, reason })}
            />
          )}
          {triage.decision === 'log' && (
            <TextField
              label="Look at it again on"
              type="date"
              value={triage.review}
              onChange={(review) => onChange({ ...triage, review })}
            />
          )}
        </div>
      )}
    </section>
  );
}

function explain(suggested: Decision, triage: Triage, { bands }: LibraryConfig): string {
  if (suggested === 'act now') return `Act now starts at ${bands.actNow}.`;
  if (suggested === 'investigate') {
    return triage.severity === 'catastrophic'
      ? 'Catastrophic is never less than investigate.'
      : `Investigate starts at ${bands.investigate}.`;
  }
  return `Below ${bands.investigate} it is logged.`;
}

/** The status that follows from triage alone; later ones stay. */
export function statusAfterTriage(status: Status | null, triage: Triage): Status | null {
  if (triage.decision === null) return status;
  return status === 'captured' || status === null ? 'triaged' : status;
}
