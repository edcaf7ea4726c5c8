// The two questions as the sides of a grid: rows say how bad, columns how likely, and each cell
// what that would come to. The sides are radio buttons; the cells are a short cut for the mouse.

import type { LibraryConfig } from '@core/library/config';
import {
  type Decision,
  RECURRENCES,
  type Recurrence,
  SEVERITIES,
  type Severity,
  type Triage,
} from '@core/record/model';
import { recurrenceScore, severityScore, suggestedDecision } from '@core/triage/triage';
import { Kbd } from '../../ui/Kbd';
import { sentenceCase } from '../../ui/words';
import { DECISION_NAMES } from './decision-names';
import styles from './TriageGrid.module.css';

interface Props {
  triage: Pick<Triage, 'severity' | 'recurrence'>;
  config: LibraryConfig;
  onChoose: (part: Partial<Pick<Triage, 'severity' | 'recurrence'>>) => void;
}

const WORST_FIRST = SEVERITIES.toReversed();
const TONES: Record<Decision, string | undefined> = {
  'act now': styles.act,
  investigate: styles.look,
  log: undefined,
};

export function TriageGrid({ triage, config, onChoose }: Props) {
  return (
    <div className={styles.grid}>
      <div className={styles.rows} role="radiogroup" aria-label="How bad it would have been">
        {WORST_FIRST.map((word) => (
          <Side
            key={word}
            group="severity"
            word={word}
            means={config.severity[word]}
            shortcut={String(severityScore(word))}
            chosen={triage.severity === word}
            onChoose={() => onChoose({ severity: word })}
          />
        ))}
      </div>
      <div className={styles.cells}>
        {WORST_FIRST.flatMap((severity) =>
          RECURRENCES.map((recurrence) => (
            <Cell
              key={`${severity} ${recurrence}`}
              severity={severity}
              recurrence={recurrence}
              bands={config.bands}
              chosen={triage.severity === severity && triage.recurrence === recurrence}
              onChoose={onChoose}
            />
          )),
        )}
      </div>
      <div className={styles.columns} role="radiogroup" aria-label="How likely it is to recur">
        {RECURRENCES.map((word) => (
          <Side
            key={word}
            group="recurrence"
            word={word}
            means={config.recurrence[word]}
            shortcut={`Shift ${recurrenceScore(word)}`}
            chosen={triage.recurrence === word}
            onChoose={() => onChoose({ recurrence: word })}
          />
        ))}
      </div>
    </div>
  );
}

interface SideProps {
  group: string;
  word: Severity | Recurrence;
  means: string;
  shortcut: string;
  chosen: boolean;
  onChoose: () => void;
}

function Side({ group, word, means, shortcut, chosen, onChoose }: SideProps) {
  return (
    <label className={styles.side}>
      <input
        type="radio"
        name={`triage-${group}`}
        aria-label={`${shortcut.slice(-1)} ${sentenceCase(word)}, ${means}`}
        aria-keyshortcuts={shortcut.replace(' ', '+')}
        checked={chosen}
        onChange={onChoose}
      />
      <b>{sentenceCase(word)}</b>
      <span>{means}</span>
      <Kbd>{shortcut.replace('Shift ', '⇧ ')}</Kbd>
    </label>
  );
}

function Cell({
  severity,
  recurrence,
  bands,
  chosen,
  onChoose,
}: {
  severity: Severity;
  recurrence: Recurrence;
  bands: LibraryConfig['bands'];
  chosen: boolean;
  onChoose: Props['onChoose'];
}) {
  const decision = suggestedDecision({ severity, recurrence }, bands) ?? 'log';
  const classes = [styles.cell, TONES[decision], chosen && styles.chosen];
  return (
    <button
      type="button"
      // The radio buttons beside and below are the same for the keyboard and for screen readers.
      aria-hidden="true"
      tabIndex={-1}
      className={classes.filter(Boolean).join(' ')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose({ severity, recurrence })}
    >
      {DECISION_NAMES[decision]}
    </button>
  );
}
