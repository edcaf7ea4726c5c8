// What each status is called where people see it.

import type { Status } from '../record/model';

export const STATUS_NAMES: Record<Status, string> = {
  captured: 'To triage',
  triaged: 'Triaged',
  investigating: 'Investigating',
  logged: 'Logged',
  learned: 'Learned',
};
