// Why, and for a decision not to act when to look again. Enter accepts; without a reason it asks
// once more and then takes the silence for an answer: nothing is mandatory.

import type { Decision, Triage } from '@core/record/model';
import { isoDate } from '@core/record/names';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { questionFor } from './reason-question';
import styles from './Verdict.module.css';

interface Props {
  triage: Triage;
  decision: Decision;
  suggested: Decision;
  verb: string;
  onDraft: (part: Partial<Triage>) => void;
  onAccept: () => void;
  onCancel: () => void;
}

export function ReasonForm(props: Props) {
  const { triage, decision, suggested, verb, onDraft, onAccept, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const problem = useId();
  const [asked, setAsked] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [needsDay, setNeedsDay] = useState(false);
  const isWithout = triage.reason.trim() === '';
  const hasDay = decision !== 'log' || isoDate(triage.review) !== null;
  return (
    <form
      ref={form}
      className={styles.form}
      data-own-undo
      onSubmit={(event) => {
        event.preventDefault();
        if (isWithout && !asked) setAsked(true);
        else if (hasDay) onAccept();
        else setNeedsDay(true);
      }}
    >
      <TextField
        label="Reason"
        hint={questionFor({ decision }, suggested)}
        value={triage.reason}
        aria-describedby={problem}
        onChange={(reason) => onDraft({ reason })}
      />
      {decision === 'log' && (
        <TextField
          label="Look at it again on"
          type="date"
          value={triage.review}
          onChange={(review) => onDraft({ review })}
        />
      )}
      <p id={problem} className={styles.asked} role="status">
        {asked && isWithout && 'Whoever reads this later will ask why. Enter again leaves it open.'}
        {needsDay && !hasDay && ' Choose a day to look at it again.'}
      </p>
      <div className={styles.buttons}>
        <Button shortcut="Esc" aria-keyshortcuts="Escape" onClick={onCancel}>
          Back
        </Button>
        <Button look="primary" type="submit" shortcut="↵" aria-keyshortcuts="Enter">
          {verb}
        </Button>
      </div>
    </form>
  );
}
