// The line above every step: the near miss, the thanks, the time. The timer is calm: it counts,
// says when it is time to move on, and never moves anyone. What could not be saved is said below
// it, whole.

import { type Session, timeLeft, timeWords } from '@core/session/session';
import { STEP_KEYS, STEPS } from '@core/session/steps';
import { thanksTo } from '@core/session/thanks';
import { Pause, Play, Plus } from 'lucide-react';
import { useStore } from '../../store/store';
import { Button } from '../../ui/Button';
import { altLabel, altShortcut } from '../../ui/modifier-keys';
import type { RecordOutline } from '../record/outline';
import { SaveState } from '../record/SaveState';
import { RoomControl } from '../room/RoomControl';
import { SaveTrouble } from '../trouble/SaveTrouble';
import styles from './SessionTop.module.css';

interface Props {
  session: Session;
  view: RecordOutline;
}

export function SessionTop({ session, view }: Props) {
  // What only leads is not in the room's way; its keys work there all the same.
  const leads = useStore((state) => state.role === 'main');
  const drawerOpen = useStore((state) => state.drawerOpen);
  const { leaveSession, showDrawer } = useStore.getState();
  const { title, reporter } = view.content.fields;
  const step = STEP_KEYS.indexOf(session.stage as (typeof STEP_KEYS)[number]);
  const place = step === -1 ? '' : ` · step ${step + 1} of ${STEPS.length}`;
  const isTimed = session.stage !== 'read-out';
  return (
    <header className={styles.top}>
      <div className={styles.line}>
        <b title={title}>{title}</b>
        {step !== -1 && (
          <span className={styles.thanks}>{thanksTo(reporter).replace(/\.$/, '')}</span>
        )}
        {isTimed && (
          <>
            <span
              role="timer"
              aria-live="off"
              className={`${styles.time} ${timeLeft(session) <= 0 ? styles.over : ''}`}
            >
              {session.paused ? 'paused · ' : ''}
              {timeWords(session)}
              {place}
            </span>
            {leads && <TimerControls session={session} />}
          </>
        )}
        {leads && (
          <>
            <span className={styles.save}>
              <SaveState recordKey={view.key} />
            </span>
            <span className={styles.leads}>
              <RoomControl />
              <Button
                look="quiet"
                aria-expanded={drawerOpen}
                onClick={() => showDrawer(!drawerOpen)}
              >
                Facilitator
              </Button>
              <Button look="quiet" onClick={() => void leaveSession()}>
                Leave for now
              </Button>
            </span>
          </>
        )}
      </div>
      <SaveTrouble recordKey={view.key} />
    </header>
  );
}

function TimerControls({ session }: { session: Session }) {
  const { sessionEvent } = useStore.getState();
  return (
    <span className={styles.controls}>
      <Button
        look="icon"
        aria-label="Add a minute"
        aria-keyshortcuts={altShortcut('=')}
        title={`Add a minute (${altLabel('=')})`}
        onClick={() => sessionEvent({ type: 'add-minute' })}
      >
        <Plus size={18} aria-hidden="true" />
      </Button>
      <Button
        look="icon"
        aria-label={session.paused ? 'Go on with the timer' : 'Pause the timer'}
        title={session.paused ? 'Go on with the timer' : 'Pause the timer'}
        onClick={() => sessionEvent({ type: session.paused ? 'continue' : 'pause' })}
      >
        {session.paused ? (
          <Play size={18} aria-hidden="true" />
        ) : (
          <Pause size={18} aria-hidden="true" />
        )}
      </Button>
    </span>
  );
}
