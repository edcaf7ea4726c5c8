// Where the session stands, as the room sees it: one question in large type, the room's words, the
// ladder, the time. Opening and read-out stand at its ends.

import type { Session } from '@core/session/session';
import { STEPS } from '@core/session/steps';
import type { RecordOutline } from '../record/outline';
import { Opening } from './Opening';
import { ReadOut } from './ReadOut';
import { StepStage } from './StepStage';

export function SessionStage({ session, view }: { session: Session; view: RecordOutline }) {
  if (session.stage === 'opening') return <Opening session={session} view={view} />;
  if (session.stage === 'read-out') return <ReadOut session={session} view={view} />;
  const step = STEPS.find((candidate) => candidate.key === session.stage);
  return step ? <StepStage key={step.key} step={step} session={session} view={view} /> : null;
}
