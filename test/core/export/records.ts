// Records and a library for the tests of exports: the one of the mock, and any near miss a text
// can describe.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfig, type LibraryConfig } from '@core/library/config';
import {
  type Barrier,
  emptyFields,
  emptySections,
  type RecordContent,
  type RecordFields,
  type Sections,
} from '@core/record/model';
import { parseRecord } from '@core/record/parse';

export const CONFIG: LibraryConfig = defaultConfig('Payments near misses');

const SAMPLE = join(import.meta.dirname, '../../../resources/sample-library');

/** A record of the sample library, by its path in it. */
export function sample(path: string): RecordContent {
  const parsed = parseRecord(readFileSync(join(SAMPLE, path), 'utf8'));
  if (parsed.kind !== 'record') throw new Error(`${path} is not a record`);
  return parsed.record;
}

export function record(
  fields: Partial<RecordFields>,
  sections: Partial<Sections> = {},
  extras: RecordContent['extras'] = [],
): RecordContent {
  return {
    version: 1,
    fields: { ...emptyFields(), status: null, ...fields },
    sections: { ...emptySections(), ...sections },
    extras,
    unknownKeys: [],
    lineEnd: '\n',
    problems: [],
  };
}

export function barrier(fields: Partial<Barrier>): Barrier {
  return { name: '', state: null, kind: null, byDesign: null, known: null, note: '', ...fields };
}

/** The sample's orders-disk record with the triage and the actions it has in the mock. */
export function ordersDisk(): RecordContent {
  const content = sample('2026/2026-11-20-orders-disk-94-percent.md');
  return {
    ...content,
    fields: {
      ...content.fields,
      triage: {
        severity: 'severe',
        recurrence: 'likely',
        decision: 'act now',
        reason: '',
        review: '',
      },
      actions: [
        action('a1', 'Exercise the read-only fallback', 'learn', 'Lee', '2027-01-16', 'medium'),
        action('a2', 'Page at 80 %', 'detect', 'Ana', '2026-12-05', 'small'),
      ],
      session: { held: '2026-11-21', minutes: 24, facilitator: 'Ana', people: 5 },
    },
  };
}

type Action = RecordFields['actions'][number];

export function action(
  id: string,
  what: string,
  kind: Action['kind'],
  owner: string,
  due: string,
  effort: Action['effort'] = null,
): Action {
  return { id, what, kind, owner, due, effort, done: '' };
}
