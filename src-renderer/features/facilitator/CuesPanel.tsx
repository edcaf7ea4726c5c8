// What to say, what to listen for, what to ask when the room goes quiet, when to go on.

import { cueFor } from '@core/session/cue-words';
import type { OwnCues } from '@core/session/cues';
import type { Stage } from '@core/session/session';
import { useId } from 'react';
import type { RecordOutline } from '../record/outline';
import styles from './CuesPanel.module.css';

interface Props {
  stage: Stage;
  view: RecordOutline;
  own: OwnCues;
}

export function CuesPanel({ stage, view, own }: Props) {
  const cue = cueFor(stage, own, view.content.fields);
  const id = useId();
  const cards = [
    ['Listen for', cue.listen],
    ['If the room goes quiet', cue.quiet],
    ['Before you go on', cue.leave],
  ] as const;
  return (
    <div className={styles.cues}>
      <section aria-labelledby={id}>
        <h2 id={id}>Say</h2>
        {cue.say.map((sentence) => (
          <p key={sentence} className={styles.say}>
            “{sentence}”
          </p>
        ))}
      </section>
      {cards.map(([name, words]) => (
        <section key={name} className={styles.card} aria-label={name}>
          <h2>{name}</h2>
          <p>{words}</p>
        </section>
      ))}
    </div>
  );
}
