// One step: the question, the room's words, what the step collects, and the ladder beside it.

import type { Session } from '@core/session/session';
import type { Step } from '@core/session/steps';
import { useState } from 'react';
import { usePageFocus } from '../../shell/use-page-focus';
import { useStore } from '../../store/store';
import { Ladder } from '../ladder/Ladder';
import type { RecordOutline } from '../record/outline';
import { Section } from '../record/Section';
import { RoomFields } from './RoomFields';
import { SaverButton } from './SaverButton';
import { SessionFrame } from './SessionFrame';
import { StepFields } from './StepFields';
import { StepFoot } from './StepFoot';
import styles from './StepStage.module.css';

interface Props {
  step: Step;
  session: Session;
  view: RecordOutline;
}

export function StepStage({ step, session, view }: Props) {
  const { sessionEvent, lastCaret } = useStore.getState();
  const ownPrompt = useStore((state) => state.library?.config.prompts[step.key]);
  const leads = useStore((state) => state.role === 'main');
  const { fields } = view.content;
  // The step's editor takes the focus itself.
  usePageFocus(step.section ? null : step.key);
  const [caret] = useState(() => lastCaret(step.key));
  // What is left is counted once the room has come to it.
  const shows = step.key !== 'story' && step.key !== 'saved';
  return (
    <SessionFrame
      session={session}
      view={view}
      foot={<StepFoot stage={step.key} />}
      ladder={
        <Ladder
          {...fields}
          size="room"
          counting={shows}
          saverRemoved={session.saverRemoved && step.key === 'could'}
        >
          {step.key === 'could' && (
            <SaverButton removed={session.saverRemoved} barriers={fields.barriers} />
          )}
        </Ladder>
      }
    >
      <h1 className={styles.question}>{step.question}</h1>
      <p className={styles.prompt}>{ownPrompt ?? step.prompt}</p>
      {step.section && (
        <Section
          recordKey={view.key}
          section={step.section}
          size="room"
          autoFocus
          toolbar={leads ? 'always' : 'none'}
          caret={caret}
          onCaret={(place) => {
            // Of two windows, the one that is typed in says where the caret is.
            if (document.hasFocus()) sessionEvent({ type: 'caret', place });
          }}
        />
      )}
      {leads ? (
        <StepFields step={step.key} view={view} />
      ) : (
        <RoomFields step={step.key} view={view} />
      )}
    </SessionFrame>
  );
}
