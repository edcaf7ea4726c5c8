// The opening: what almost happened in one line, thanks, who is here, how long it takes.

import { peopleInUse } from '@core/library/words-in-use';
import type { Session } from '@core/session/session';
import { STEPS, scaleBoxes, totalMinutes } from '@core/session/steps';
import { framing, thanksTo } from '@core/session/thanks';
import { useId, useMemo, useState } from 'react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { MinutesField } from '../../ui/MinutesField';
import { altLabel, altShortcut } from '../../ui/modifier-keys';
import { TokenField } from '../../ui/TokenField';
import type { RecordOutline } from '../record/outline';
import styles from './Opening.module.css';

/** What a session may take when the library or the person has not set more. */
const LONGEST = 240;

export function Opening({ session, view }: { session: Session; view: RecordOutline }) {
  const records = useStore((state) => state.listing.records);
  const people = useMemo(() => peopleInUse(records), [records]);
  const names = useId();
  // Scaled from how they began: one change after the other would wear the proportions down.
  const [begun] = useState(session.boxes);
  const { sessionEvent } = useStore.getState();
  const { fields } = view.content;
  return (
    <div className={styles.stage}>
      <h1>{fields.title || 'A near miss without a title'}</h1>
      <p className={styles.frame}>
        {framing(fields.harm)} We are here to find out what saved us, what would have happened
        without it, and what to change. {thanksTo(fields.reporter)}
      </p>
      <div className={styles.form} data-own-undo>
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
        <MinutesField
          label="Time box"
          hint="minutes in all"
          min={Object.keys(begun).length}
          max={Math.max(LONGEST, totalMinutes(begun))}
          value={totalMinutes(session.boxes)}
          onCommit={(minutes) => sessionEvent({ type: 'set', boxes: scaleBoxes(begun, minutes) })}
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
        <Button
          look="primary"
          autoFocus
          shortcut={altLabel('→')}
          aria-keyshortcuts={altShortcut('ArrowRight')}
          onClick={() => sessionEvent({ type: 'next' })}
        >
          Begin with the story
        </Button>
      </div>
    </div>
  );
}
