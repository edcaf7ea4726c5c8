// The time at a glance: what is left of the step, or how far over; the step's box and all of it.
// It says when it is time to move on, and moves nobody.

import {
  clockFace,
  type Session,
  STAGES,
  stepTimeWords,
  timeLeft,
  totalTimeWords,
} from '@core/session/session';
import { STEPS } from '@core/session/steps';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import styles from './SessionClock.module.css';

export function SessionClock({ session }: { session: Session }) {
  const { sessionEvent } = useStore.getState();
  const { stage, paused } = session;
  const left = timeLeft(session);
  const isOver = left <= 0;
  const next = STAGES[STAGES.indexOf(stage) + 1];
  const question = STEPS.find(({ key }) => key === next)?.question ?? 'The read-out.';
  return (
    <section aria-label="Time">
      {stage === 'read-out' ? (
        <p className={styles.words}>{totalTimeWords(session)}</p>
      ) : (
        <>
          <p className={isOver ? `${styles.clock} ${styles.over}` : styles.clock}>
            {isOver && <span className={styles.sign}>+</span>}
            {clockFace(Math.abs(isOver ? Math.ceil(left / 1000) * 1000 : left))}
          </p>
          <p className={styles.words}>
            {isOver && <b>Time to move on. </b>}
            {stepTimeWords(session)} · {totalTimeWords(session)}
            {paused && ' · paused'}
          </p>
          <div className={styles.buttons}>
            <Button onClick={() => sessionEvent({ type: 'add-minute' })}>+1 min</Button>
            <Button onClick={() => sessionEvent({ type: paused ? 'continue' : 'pause' })}>
              {paused ? 'Go on' : 'Pause'}
            </Button>
            <Button look="primary" onClick={() => sessionEvent({ type: 'next' })}>
              Next →
            </Button>
          </div>
          <p className={styles.next}>Next: {question}</p>
        </>
      )}
    </section>
  );
}
