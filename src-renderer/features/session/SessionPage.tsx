// The session as the room sees it: one question in large type, the room's words, the ladder, the
// time. Opening and read-out stand at its ends.

import { STEPS } from '@core/session/steps';
import { useEffect } from 'react';
import { useStore } from '../../store/store';
import { Opening } from './Opening';
import { ReadOut } from './ReadOut';
import { StepStage } from './StepStage';
import { useSessionKeys } from './session-keys';

export default function SessionPage() {
  const session = useStore((state) => state.session);
  const known = useStore((state) => (session ? state.open[session.recordKey] : undefined));
  const go = useStore((state) => state.go);
  useSessionKeys();
  useEffect(() => {
    if (!session) go({ name: 'home' });
  }, [session, go]);
  if (!session || !known) return null;
  if (session.stage === 'opening') return <Opening session={session} view={known} />;
  if (session.stage === 'read-out') return <ReadOut session={session} view={known} />;
  const step = STEPS.find((candidate) => candidate.key === session.stage);
  return step ? <StepStage key={step.key} step={step} session={session} view={known} /> : null;
}
