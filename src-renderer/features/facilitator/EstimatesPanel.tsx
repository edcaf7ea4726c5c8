// Blind estimates of one question: entered as they are called out or shown by hand, hidden until
// they are revealed, with what the spread says.

import {
  ESTIMATE_QUESTIONS,
  ESTIMATE_SCALES,
  type EstimateKind,
  type Estimates,
  NO_ESTIMATES,
  spreadFinding,
  spreadSentence,
  withEstimate,
} from '@core/session/estimates';
import { useId, useRef } from 'react';
import { Button } from '../../ui/Button';
import styles from './EstimatesPanel.module.css';
import { SpreadPicture } from './SpreadPicture';

interface Props {
  kind: EstimateKind;
  estimates: Estimates;
  onChange: (estimates: Estimates) => void;
  onPutInNotes: () => void;
}

export function EstimatesPanel({ kind, estimates, onChange, onPutInNotes }: Props) {
  const id = useId();
  const { values, revealed } = estimates;
  const hasSome = values.length > 0;
  const add = useRef<HTMLFieldSetElement>(null);
  const takeBack = (left: Estimates) => {
    // The buttons below go with the last estimate.
    if (left.values.length === 0) add.current?.querySelector('button')?.focus();
    onChange(left);
  };
  return (
    <section aria-labelledby={id} className={styles.estimates}>
      <h2 id={id}>Blind estimates: {lowerCase(ESTIMATE_QUESTIONS[kind])}</h2>
      <div className={styles.card}>
        <fieldset ref={add} className={styles.add}>
          <legend>Add estimate</legend>
          {ESTIMATE_SCALES[kind].map((name, index) => (
            <Button
              key={name}
              title={name}
              aria-label={`${index + 1}, ${name}`}
              onClick={() => onChange(withEstimate(estimates, index + 1))}
            >
              {index + 1}
            </Button>
          ))}
        </fieldset>
        <div aria-live="polite">
          {revealed && hasSome ? (
            <>
              <SpreadPicture kind={kind} values={values} />
              <p className={styles.words}>
                {spreadSentence(kind, values)} <b>{spreadFinding(values)}</b>
              </p>
            </>
          ) : (
            <p>{hasSome ? `${values.length} in, hidden until you reveal.` : 'None yet.'}</p>
          )}
        </div>
        {hasSome && (
          <div className={styles.buttons}>
            <Button onClick={() => onChange({ values, revealed: !revealed })}>
              {revealed ? 'Hide again' : 'Reveal spread'}
            </Button>
            {revealed && <Button onClick={onPutInNotes}>Put in notes</Button>}
            <Button
              look="quiet"
              onClick={() => takeBack({ values: values.slice(0, -1), revealed })}
            >
              Take back the last
            </Button>
            <Button look="quiet" onClick={() => takeBack(NO_ESTIMATES)}>
              Start over
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function lowerCase(question: string): string {
  return question.charAt(0).toLowerCase() + question.slice(1);
}
