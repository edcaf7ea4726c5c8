// What is asked when a decision needs a reason, in a few words.

import type { Decision, Triage } from '@core/record/model';
import { DECISION_NAMES } from './decision-names';

export function questionFor({ decision }: Pick<Triage, 'decision'>, suggested: Decision): string {
  if (decision === suggested) return 'what makes it enough to log it?';
  return `${DECISION_NAMES[suggested].toLowerCase()} is suggested: what makes this different?`;
}
