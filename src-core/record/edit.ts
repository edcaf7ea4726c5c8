// Edits of a record's text: some fields or one section at a time, by splicing. The text outside
// the edit keeps its bytes, and says what it said: an edit that cannot keep to its place is
// refused.

import { AppError } from '../errors';
import { FIELD_KEYS, writableField } from './fields';
import { headingAsTitle, layOut, titleAsHeading } from './layout';
import type { RecordFields, SectionKey } from './model';
import { type ParsedRecord, parseRecord } from './parse';
import { writeSection } from './section-edit';
import { spliceKey } from './splice';
import { sameWritable } from './yaml-merge';

/** A change of some fields; each is set whole. */
export interface FieldsEdit {
  kind: 'fields';
  fields: Partial<RecordFields>;
}

/** A change of one section's Markdown, without the blank lines around it. */
export interface SectionEdit {
  kind: 'section';
  section: SectionKey;
  text: string;
}

export type RecordEdit = FieldsEdit | SectionEdit;

const KEY_ORDER = ['close-call', ...Object.values(FIELD_KEYS)];

/** The text with the edit applied. Raises AppError `unreadable`, `read-only` or `not-saved`. */
export function applyEdit(text: string, edit: RecordEdit): string {
  return edit.kind === 'section'
    ? setSection(text, edit.section, edit.text)
    : setFields(text, edit.fields);
}

/** The text with some fields set; a new title goes into the page's heading too if that held the old one. */
export function setFields(text: string, fields: Partial<RecordFields>): string {
  const { record, yaml } = editable(text);
  const old = record.fields;
  let source = text.slice(yaml.start, yaml.end);
  for (const key of Object.keys(FIELD_KEYS) as (keyof RecordFields)[]) {
    if (fields[key] === undefined) continue;
    const next: RecordFields = { ...old, ...fields };
    const before = writableField(key, old);
    const after = writableField(key, next);
    if (sameWritable(before, after)) continue;
    source = spliceKey(source, FIELD_KEYS[key], before, after, KEY_ORDER, record.lineEnd);
  }
  const result = text.slice(0, yaml.start) + source + text.slice(yaml.end);
  const { title } = fields;
  return title === undefined || title === old.title ? result : setHeading(result, old.title, title);
}

/** The text with one section's Markdown replaced; a missing section is added in its place. */
export function setSection(text: string, key: SectionKey, markdown: string): string {
  editable(text);
  return writeSection(text, key, markdown);
}

function editable(text: string): ParsedRecord {
  const parsed = parseRecord(text);
  if (parsed.kind !== 'record') {
    throw new AppError('unreadable', 'This file can no longer be read as a record.');
  }
  if (parsed.readOnly) {
    throw new AppError('read-only', 'This record was written by a newer version of Close Call.');
  }
  return parsed;
}

function setHeading(text: string, before: string, after: string): string {
  const { title } = layOut(text);
  if (!title || headingAsTitle(title.text) !== headingAsTitle(titleAsHeading(before))) return text;
  const head = text.slice(0, title.textStart);
  // An empty heading may be `#` alone.
  const gap = after.trim() === '' || /[ \t]$/.test(head) ? '' : ' ';
  return head + gap + titleAsHeading(after) + text.slice(title.textStart + title.text.length);
}
