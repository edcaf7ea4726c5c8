// What a change of triage changes: the decision follows the suggestion until someone decides
// otherwise, and a near miss that was only captured is triaged, or logged.

import type { RecordFields, Status, Triage } from '../record/model';
import { type Bands, DEFAULT_BANDS, suggestedDecision } from './triage';

export type TriageFields = Pick<RecordFields, 'triage' | 'status'>;

/**
 * The fields after a change of some words of triage. When severity or recurrence change, a
 * decision that was the suggested one, or none, becomes what is suggested now; another decision
 * stays. Taking the decision back (null) returns to the suggestion; without one the near miss waits
 * for triage again. Deciding not to act brings its day to look again along, if none is said.
 * @param reviewOn that day, as an ISO date
 */
export function withTriage(
  fields: TriageFields,
  change: Partial<Triage>,
  bands: Bands = DEFAULT_BANDS,
  reviewOn = '',
): TriageFields {
  const before = fields.triage;
  const triage = { ...before, ...change };
  const judges = 'severity' in change || 'recurrence' in change;
  const followed = before.decision === null || before.decision === suggestedDecision(before, bands);
  if ('decision' in change ? change.decision === null : judges && followed) {
    triage.decision = suggestedDecision(triage, bands);
  }
  if (triage.decision !== before.decision) {
    if (triage.decision === 'log') triage.review ||= reviewOn;
    else if (triage.review === reviewOn) triage.review = '';
  }
  const isUndecided = before.decision !== null && triage.decision === null;
  const status = isUndecided ? statusBeforeTriage(fields.status) : fields.status;
  return { triage, status: statusAfterTriage(status, triage) };
}

function statusBeforeTriage(status: Status | null): Status | null {
  return status === 'triaged' || status === 'logged' ? 'captured' : status;
}

/**
 * The status that follows from triage alone: logged when the decision is not to act, else triaged.
 * What was logged and is looked at again follows too; a status that a session gave stays.
 */
export function statusAfterTriage(status: Status | null, { decision }: Triage): Status | null {
  if (decision === null || status === 'investigating' || status === 'learned') return status;
  return decision === 'log' ? 'logged' : 'triaged';
}
