// An open record as main would show it, with what a test says about it.

import type { RecordView } from '@core/ipc/contract';
import { emptyFields, emptySections, type RecordFields } from '@core/record/model';

export function recordView(key: string, fields: Partial<RecordFields> = {}): RecordView {
  return {
    key,
    path: '2026/a.md',
    revision: 1,
    readOnly: false,
    save: { kind: 'saved', at: 5 },
    suggestedPath: null,
    content: {
      version: 1,
      fields: { ...emptyFields(), title: 'A disk', ...fields },
      sections: emptySections(),
      extras: [],
      unknownKeys: [],
      lineEnd: '\n',
      problems: [],
    },
  };
}
