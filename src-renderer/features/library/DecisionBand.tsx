// What was decided about a near miss, in a word.

import type { Decision, RecordFields } from '@core/record/model';
import { Band, type BandTone } from '../../ui/Band';
import { DECISION_NAMES } from '../triage/decision-names';

const TONES: Record<Decision, BandTone> = {
  'act now': 'act',
  investigate: 'look',
  log: 'held',
};

export function DecisionBand({ fields }: { fields: Pick<RecordFields, 'triage'> }) {
  const { decision } = fields.triage;
  if (!decision) return <Band tone="look">Not triaged</Band>;
  return <Band tone={TONES[decision]}>{DECISION_NAMES[decision]}</Band>;
}
