// Where the session stands, as the room sees it: one question in large type, the room's words, the
// ladder, the time. Opening and read-out stand at its ends. The frame stays while they change in it:
// whoever types beside the question, in notes of their own, types on.

import type { Status } from '@core/record/model';
import { statusAfterSession } from '@core/session/finish';
import type { Session } from '@core/session/session';
import { STEPS } from '@core/session/steps';
import { useState } from 'react';
import { Ladder } from '../ladder/Ladder';
import type { RecordOutline } from '../record/outline';
import { EarlierActions } from './EarlierActions';
import { Opening } from './Opening';
import { ReadOut } from './ReadOut';
import { ReadOutFoot } from './ReadOutFoot';
import { SessionFrame } from './SessionFrame';
import { StepFoot } from './StepFoot';
import { StepLadder } from './StepLadder';
import { StepStage } from './StepStage';

export function SessionStage({ session, view }: { session: Session; view: RecordOutline }) {
  const [chosen, setChosen] = useState<Status | null>(null);
  const shared = { session, view };
  const { stage } = session;
  const { fields } = view.content;
  if (stage === 'opening') {
    return (
      <SessionFrame {...shared} ladder={<EarlierActions view={view} />}>
        <Opening {...shared} />
      </SessionFrame>
    );
  }
  if (stage === 'read-out') {
    const status = chosen ?? statusAfterSession(fields);
    return (
      <SessionFrame
        {...shared}
        ladder={<Ladder {...fields} size="room" />}
        foot={<ReadOutFoot view={view} status={status} />}
      >
        <ReadOut view={view} status={status} onStatus={setChosen} />
      </SessionFrame>
    );
  }
  const step = STEPS.find(({ key }) => key === stage);
  if (!step) return null;
  return (
    <SessionFrame
      {...shared}
      ladder={<StepLadder {...shared} step={step.key} />}
      foot={<StepFoot stage={step.key} />}
    >
      <StepStage step={step} view={view} />
    </SessionFrame>
  );
}
