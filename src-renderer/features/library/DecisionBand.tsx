// What was decided about a near miss, in a word.

import type { Decision, RecordFields } from '@core/record/model';
import { Band, type BandTone } from '../../ui/Band';

const BANDS: Record<Decision, { tone: BandTone; name: string }> = {
  'act now': { tone: 'act', name: 'Act now' },
  investigate: { tone: 'look', name: 'Investigate' },
  log: { tone: 'held', name: 'Log' },
};

export function DecisionBand({ fields }: { fields: Pick<RecordFields, 'triage'> }) {
  const { decision } = fields.triage;
  if (!decision) return <Band tone="look">Not triaged</Band>;
  const { tone, name } = BANDS[decision];
  return <Band tone={tone}>{name}</Band>;
}
