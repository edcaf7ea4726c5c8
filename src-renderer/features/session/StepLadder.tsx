// The ladder beside a step: what is left is counted once the room has come to it, and in the last
// step the saver can be taken out.

import type { Session } from '@core/session/session';
import type { StepKey } from '@core/session/steps';
import { Ladder } from '../ladder/Ladder';
import type { RecordOutline } from '../record/outline';
import { SaverButton } from './SaverButton';

interface Props {
  session: Session;
  view: RecordOutline;
  step: StepKey;
}

export function StepLadder({ session, view, step }: Props) {
  const { fields } = view.content;
  const isLast = step === 'could';
  return (
    <Ladder
      {...fields}
      size="room"
      counting={step !== 'story' && step !== 'saved'}
      saverRemoved={session.saverRemoved && isLast}
    >
      {isLast && <SaverButton removed={session.saverRemoved} barriers={fields.barriers} />}
    </Ladder>
  );
}
