// The opening: what almost happened in one line, thanks, who is here, how long it takes.

import type { RecordView } from '@core/ipc/contract';
import type { Session } from '@core/session/session';
import { STEPS, totalMinutes } from '@core/session/steps';
import { useId, useMemo } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { TokenField } from '../../ui/TokenField';
import { peopleInUse } from '../library/selectors';
import styles from './Opening.module.css';
import { SessionTop } from './SessionTop';
import { thanksTo } from './thanks';

export function Opening({ session, view }: { session: Session; view: RecordView }) {
  const records = useStore((state) => state.listing.records);
  const people = useMemo(() => peopleInUse(records), [records]);
  const names = useId();
  const { sessionEvent } = useStore.getState();
  const { fields } = view.content;
  return (
    <div className={styles.opening}>
      <SessionTop session={session} view={view} />
      <main className={styles.stage}>
        <h1>{fields.title || 'A near miss without a title'}</h1>
        <p className={styles.frame}>
          This almost happened. We are here to find out what saved us, what would have happened
          without it, and what to change. {thanksTo(fields.reporter)}
        </p>
        <div className={styles.form}>
          <TokenField
            label="Who is here"
            hint="Enter after each name"
            asSlug={false}
            values={session.people}
            suggestions={people}
            onChange={(values) => sessionEvent({ type: 'set', people: values })}
          />
          <TextField
            label="Facilitator"
            list={names}
            value={session.facilitator}
            onChange={(facilitator) => sessionEvent({ type: 'set', facilitator })}
          />
          <datalist id={names}>
            {people.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextField
            label="Time box"
            hint="minutes in all"
            type="number"
            min={7}
            max={240}
            value={String(totalMinutes(session.boxes))}
            onChange={(text) => {
              const wanted = Number(text);
              if (wanted >= 7 && wanted <= 240) {
                sessionEvent({ type: 'set', boxes: scaled(session.boxes, wanted) });
              }
            }}
          />
        </div>
        <ol className={styles.steps}>
          {STEPS.map((step) => (
            <li key={step.key}>
              {step.question} <span>{session.boxes[step.key]} min</span>
            </li>
          ))}
        </ol>
        <div className={styles.foot}>
          <Button look="primary" autoFocus onClick={() => sessionEvent({ type: 'next' })}>
            Begin with the story
          </Button>
        </div>
      </main>
    </div>
  );
}

/** The boxes in the same proportions, adding up to about `minutes`; none below one minute. */
function scaled(boxes: Session['boxes'], minutes: number): Session['boxes'] {
  const factor = minutes / totalMinutes(boxes);
  const entries = Object.entries(boxes).map(([key, box]) => [
    key,
    Math.max(1, Math.round(box * factor)),
  ]);
  const result = Object.fromEntries(entries) as Session['boxes'];
  // Rounding may miss by a minute or two: the story takes the difference.
  result.story = Math.max(1, result.story + minutes - totalMinutes(result));
  return result;
}
