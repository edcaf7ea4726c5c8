// What the answers come to, in words and with the arithmetic, and the decision. Another one than
// suggested, and deciding not to act, ask why and when to look again; the asking blocks nobody.

import { whatIsLeftSentence } from '@core/record/ladder';
import { type Barrier, DECISIONS, type Decision, type Triage } from '@core/record/model';
import { type Bands, triageArithmetic, whySuggested } from '@core/triage/triage';
import { Button } from '../../ui/Button';
import { sentenceCase } from '../../ui/words';
import { ReasonForm } from './ReasonForm';
import styles from './Verdict.module.css';

interface Props {
  triage: Triage;
  barriers: readonly Barrier[];
  bands: Bands;
  suggested: Decision | null;
  /** The decision whose reason is asked for. */
  asking: Decision | null;
  onDecide: (decision: Decision) => void;
  onDraft: (part: Partial<Triage>) => void;
  onAccept: (decision: Decision) => void;
  onCancel: () => void;
}

const VERBS: Record<Decision, string> = {
  'act now': 'Act now',
  investigate: 'Investigate',
  log: 'Log it',
};

export function Verdict(props: Props) {
  const { triage, barriers, bands, suggested, asking, onDecide } = props;
  return (
    <section className={styles.verdict} aria-label="Decision">
      <div className={styles.words} aria-live="polite">
        {suggested ? (
          <>
            <p className={styles.sum}>
              {sentenceCase(triageArithmetic(triage))} <span aria-hidden="true">→</span>
              <span className="visually-hidden">, suggested: </span> {suggested}
            </p>
            <p className={styles.why}>
              {[whatIsLeftSentence(barriers), whySuggested(triage, bands)]
                .filter(Boolean)
                .join(' ')}
            </p>
          </>
        ) : (
          <p className={styles.why}>{whatIsMissing(triage)}</p>
        )}
      </div>
      {suggested && !asking && (
        <div className={styles.buttons}>
          {DECISIONS.filter((decision) => decision !== suggested)
            .toReversed()
            .map((decision) => (
              <Button
                key={decision}
                shortcut={decision.charAt(0).toUpperCase()}
                aria-keyshortcuts={decision.charAt(0).toUpperCase()}
                onClick={() => onDecide(decision)}
              >
                {VERBS[decision]} with a reason
              </Button>
            ))}
          <Button
            look="primary"
            shortcut="↵"
            aria-keyshortcuts="Enter"
            onClick={() => onDecide(suggested)}
          >
            {VERBS[suggested]}
          </Button>
        </div>
      )}
      {suggested && asking && (
        <ReasonForm
          key={asking}
          triage={triage}
          decision={asking}
          suggested={suggested}
          verb={VERBS[asking]}
          onDraft={props.onDraft}
          onAccept={() => props.onAccept(asking)}
          onCancel={props.onCancel}
        />
      )}
    </section>
  );
}

function whatIsMissing({ severity, recurrence }: Triage): string {
  if (severity) return `${sentenceCase(severity)}. How likely is it to recur?`;
  if (recurrence) return `${sentenceCase(recurrence)}. How bad would it have been?`;
  return 'How bad would it have been, and how likely is it to recur? The words are beside and below.';
}
