// One step: the question, the room's words, what the step collects, and the ladder beside it.

import type { RecordView } from '@core/ipc/contract';
import type { Session } from '@core/session/session';
import type { Step } from '@core/session/steps';
import { useStore } from '../../store/store';
import { Ladder } from '../ladder/Ladder';
import { Section } from '../record/Section';
import { SaverButton } from './SaverButton';
import { SessionTop } from './SessionTop';
import { StepFields } from './StepFields';
import { StepFoot } from './StepFoot';
import styles from './StepStage.module.css';

interface Props {
  step: Step;
  session: Session;
  view: RecordView;
}

export function StepStage({ step, session, view }: Props) {
  const { sessionEvent } = useStore.getState();
  const { fields } = view.content;
  const caret = session.caret?.stage === step.key ? session.caret.place : undefined;
  const shows = step.key === 'close' || step.key === 'could' || step.key === 'latent';
  return (
    <div className={styles.session}>
      <SessionTop session={session} view={view} />
      <div className={styles.stage}>
        <main className={styles.question}>
          <h1>{step.question}</h1>
          <p>{step.prompt}</p>
          {step.section && (
            <Section
              recordKey={view.key}
              section={step.section}
              size="room"
              autoFocus
              caret={caret}
              onCaret={(place) => sessionEvent({ type: 'caret', place })}
            />
          )}
          <StepFields step={step.key} view={view} />
        </main>
        <aside className={styles.side}>
          <Ladder
            {...fields}
            size="room"
            counting={shows || step.key === 'actions'}
            saverRemoved={session.saverRemoved && step.key === 'could'}
          >
            {step.key === 'could' && (
              <SaverButton removed={session.saverRemoved} barriers={fields.barriers} />
            )}
          </Ladder>
        </aside>
      </div>
      <StepFoot stage={step.key} />
    </div>
  );
}
