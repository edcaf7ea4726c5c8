// The places of a record an edit can touch, one field or one section each, and what stands there:
// as an edit, as a word to compare, and as a name for people.

import type { RecordEdit } from '@core/record/edit';
import { FIELD_KEYS, writableField } from '@core/record/fields';
import {
  type RecordContent,
  type RecordFields,
  SECTION_HEADINGS,
  SECTION_KEYS,
  type SectionKey,
} from '@core/record/model';

type FieldKey = keyof RecordFields;
export type Place = `field ${FieldKey}` | `section ${SectionKey}`;

export const PLACES: readonly Place[] = [
  ...(Object.keys(FIELD_KEYS) as FieldKey[]).map((key): Place => `field ${key}`),
  ...SECTION_KEYS.map((key): Place => `section ${key}`),
];

/** An edit cut into edits of one place each. */
export function byPlace(edit: RecordEdit): Map<Place, RecordEdit> {
  if (edit.kind === 'section') return new Map([[`section ${edit.section}` as const, edit]]);
  return new Map(
    Object.entries(edit.fields).map(([key, value]): [Place, RecordEdit] => [
      `field ${key as FieldKey}`,
      { kind: 'fields', fields: { [key]: value } },
    ]),
  );
}

/** What stands at a place, as the edit that would put it there. */
export function editAt(content: RecordContent, place: Place): RecordEdit {
  const [kind, key] = place.split(' ') as ['field', FieldKey] | ['section', SectionKey];
  return kind === 'section'
    ? { kind, section: key, text: content.sections[key] }
    : { kind: 'fields', fields: { [key]: content.fields[key] } };
}

/** Equal for edits that put the same at their place, whatever order their keys have. */
export function wordOf(edit: RecordEdit): string {
  // Blank lines around a section and its line ends are not part of what a person wrote.
  if (edit.kind === 'section') {
    const { text } = edit;
    // Most texts have none: looking for one is quicker than a text without them.
    return (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd();
  }
  const key = Object.keys(edit.fields)[0] as FieldKey;
  return JSON.stringify(writableField(key, edit.fields as RecordFields));
}

export function wordAt(content: RecordContent, place: Place): string {
  return wordOf(editAt(content, place));
}

/** For people: the section's heading, or the field as it stands in the file. */
export function nameOf(place: Place): string {
  const [kind, key] = place.split(' ') as ['field', FieldKey] | ['section', SectionKey];
  return kind === 'section' ? SECTION_HEADINGS[key] : FIELD_KEYS[key].replaceAll('-', ' ');
}

/** The content with an edit laid over it, as if it were already in the file. */
export function withEdit(content: RecordContent, edit: RecordEdit): RecordContent {
  return edit.kind === 'section'
    ? { ...content, sections: { ...content.sections, [edit.section]: edit.text } }
    : { ...content, fields: { ...content.fields, ...edit.fields } };
}
