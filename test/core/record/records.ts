// What the tests of editing share: reading a record that must be one, and editing its YAML.

import { setFields } from '@core/record/edit';
import type { Barrier, RecordContent, RecordFields } from '@core/record/model';
import { parseRecord } from '@core/record/parse';
import { expect } from 'vitest';

/** The record a text must be. */
export function record(text: string): RecordContent {
  const parsed = parseRecord(text);
  if (parsed.kind !== 'record') throw new Error(`${JSON.stringify(parsed)} in ${text}`);
  return parsed.record;
}

export function fieldsOf(text: string): RecordFields {
  return record(text).fields;
}

/** A record with this YAML and nothing else. */
export function withYaml(yaml: string): string {
  return `---\nclose-call: 1\n${yaml}\n---\n`;
}

/** The YAML of a record after an edit of a record with this YAML. */
export function edited(yaml: string, fields: Partial<RecordFields>): string {
  const text = withYaml(yaml);
  const result = setFields(text, fields);
  expect(fieldsOf(result)).toEqual({ ...fieldsOf(text), ...fields });
  return result.slice('---\nclose-call: 1\n'.length, -'\n---\n'.length);
}

export const barrier = (name: string, more: Partial<Barrier> = {}): Barrier => ({
  name,
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
  ...more,
});
