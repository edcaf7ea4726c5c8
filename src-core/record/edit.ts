// Edits of a record's text: one field or one section at a time, by splicing. The text outside
// the edit keeps its bytes.

import { AppError } from '../errors';
import { FIELD_KEYS, writableField } from './fields';
import { layOut, type SectionSlice, trimmedRange } from './layout';
import { type RecordFields, SECTION_HEADINGS, SECTION_KEYS, type SectionKey } from './model';
import { parseRecord, titleRange } from './parse';
import { CannotSplice, spliceKey } from './splice';

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

/** The text with the edit applied. Raises AppError `unreadable` or `read-only`. */
export function applyEdit(text: string, edit: RecordEdit): string {
  return edit.kind === 'section'
    ? setSection(text, edit.section, edit.text)
    : setFields(text, edit.fields);
}

/** The text with some fields set; a new title goes into the page's heading too if that held the old one. */
export function setFields(text: string, fields: Partial<RecordFields>): string {
  const parsed = parseRecord(text);
  if (parsed.kind !== 'record') {
    throw new AppError('unreadable', 'This file can no longer be read as a record.');
  }
  if (parsed.readOnly) {
    throw new AppError('read-only', 'This record was written by a newer version of Close Call.');
  }
  const old = parsed.record.fields;
  let result = text;
  for (const key of Object.keys(FIELD_KEYS) as (keyof RecordFields)[]) {
    if (!(key in fields) || fields[key] === undefined) continue;
    const next: RecordFields = { ...old, ...fields };
    const before = writableField(key, old);
    const after = writableField(key, next);
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    result = setYamlKey(result, FIELD_KEYS[key], before, after);
  }
  const title = fields.title;
  return title === undefined || title === old.title ? result : setHeading(result, old.title, title);
}

function setYamlKey(
  text: string,
  key: string,
  before: ReturnType<typeof writableField>,
  after: ReturnType<typeof writableField>,
): string {
  const layout = layOut(text);
  if (!layout.yaml) throw new AppError('unreadable', 'This record has no front matter any more.');
  const { start, end } = layout.yaml;
  try {
    const yaml = spliceKey(text.slice(start, end), key, before, after, KEY_ORDER, layout.eol);
    return text.slice(0, start) + yaml + text.slice(end);
  } catch (error) {
    if (!(error instanceof CannotSplice)) throw error;
    throw new AppError('not-saved', `${error.message}. The file was left as it is.`, { key });
  }
}

function setHeading(text: string, before: string, after: string): string {
  const range = titleRange(text, layOut(text));
  if (!range || text.slice(range.start, range.end).trim() !== before.trim()) return text;
  return text.slice(0, range.start) + oneLine(after) + text.slice(range.end);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text with one section's Markdown replaced; a missing section is added in its place. */
export function setSection(text: string, key: SectionKey, markdown: string): string {
  const layout = layOut(text);
  const { eol } = layout;
  const slice = layout.sections.find((section) => section.key === key);
  if (slice) return replaceBody(text, slice, markdown, eol);
  if (markdown === '') return text;
  const at = placeForSection(layout.sections, key) ?? text.length;
  const before = text.slice(0, at).replace(/(?:\r\n|\n|\r)$/, '');
  const lead = at === 0 || /(?:\r\n|\n|\r)$/.test(before) || before === '' ? '' : eol;
  const newline = /(?:\r\n|\n|\r)$/.test(text.slice(0, at)) || at === 0 ? '' : eol;
  const section = `## ${SECTION_HEADINGS[key]}${eol}${eol}${markdown}${eol}`;
  const trail = at < text.length ? eol : '';
  return text.slice(0, at) + newline + lead + section + trail + text.slice(at);
}

function replaceBody(text: string, slice: SectionSlice, markdown: string, eol: string): string {
  const body = trimmedRange(text, slice.contentRange);
  if (text.slice(body.start, body.end) === markdown) return text;
  if (body.start !== body.end) {
    return text.slice(0, body.start) + markdown + text.slice(body.end);
  }
  // An empty section: the text goes below a blank line, and one is left before what follows.
  const { end } = slice.contentRange;
  const heading = text.slice(0, slice.headingRange.end);
  const headingEol = /(?:\r\n|\n|\r)$/.test(heading) ? '' : eol;
  const trail = end < text.length ? eol + eol : eol;
  return `${heading}${headingEol}${eol}${markdown}${trail}${text.slice(end)}`;
}

/** Before the first present section that comes later in the format; null for the end. */
function placeForSection(sections: readonly SectionSlice[], key: SectionKey): number | null {
  const position = SECTION_KEYS.indexOf(key);
  const later = sections.find(
    (section) => section.key !== null && SECTION_KEYS.indexOf(section.key) > position,
  );
  return later?.headingRange.start ?? null;
}
