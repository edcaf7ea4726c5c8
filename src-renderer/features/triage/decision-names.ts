// What is decided, as it is called on bands and buttons.

import type { Decision } from '@core/record/model';

export const DECISION_NAMES: Record<Decision, string> = {
  'act now': 'Act now',
  investigate: 'Investigate',
  log: 'Log',
};
