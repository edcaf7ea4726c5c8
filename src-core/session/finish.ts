// What finishing a session writes into the record: its facts, and the status that follows from
// the decision and the actions.

import type { RecordFields, Status } from '../record/model';
import { minutesSpent, type Session } from './session';

/** Logged when the decision is to log; learned when nothing is left to do; else investigating. */
export function statusAfterSession(fields: Pick<RecordFields, 'triage' | 'actions'>): Status {
  if (fields.triage.decision === 'log') return 'logged';
  const open = fields.actions.some((action) => action.done === '');
  return fields.actions.length > 0 && !open ? 'learned' : 'investigating';
}

/** The fields that "Finish session" sets. */
export function finishedFields(
  session: Session,
  status: Status,
): Pick<RecordFields, 'status' | 'session'> {
  const people = session.people.filter((name) => name.trim() !== '').length;
  return {
    status,
    session: {
      held: session.held,
      minutes: minutesSpent(session),
      facilitator: session.facilitator.trim(),
      people: people > 0 ? people : null,
    },
  };
}
