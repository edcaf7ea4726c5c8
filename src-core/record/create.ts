// A new record's text, as the format prescribes it: front matter in its order, the title, and a
// heading for every section, so that a person opening the file sees what belongs where.

import { FIELD_KEYS, isAbsent, writableField } from './fields';
import { scanHeadings } from './headings';
import { titleAsHeading } from './layout';
import {
  emptyFields,
  FORMAT_VERSION,
  type RecordFields,
  SECTION_HEADINGS,
  SECTION_KEYS,
  type Sections,
} from './model';
import { writePair } from './yaml-write';

/** A whole record file from the given fields and sections; LF, with a final newline. */
export function createRecordText(
  fields: Partial<RecordFields> & Pick<RecordFields, 'id' | 'title'>,
  sections: Partial<Sections>,
): string {
  const all: RecordFields = { ...emptyFields(), ...fields };
  const lines = [`close-call: ${FORMAT_VERSION}`];
  for (const key of Object.keys(FIELD_KEYS) as (keyof RecordFields)[]) {
    const value = writableField(key, all);
    if (!isAbsent(value)) lines.push(writePair(FIELD_KEYS[key], value));
  }
  const body = SECTION_KEYS.filter((key) => key !== 'notes' || sections.notes).map((key) => {
    const text = contained(sections[key] ?? '');
    return text ? `## ${SECTION_HEADINGS[key]}\n\n${text}\n` : `## ${SECTION_HEADINGS[key]}\n`;
  });
  const title = `# ${titleAsHeading(all.title)}`.trimEnd();
  return `---\n${lines.join('\n')}\n---\n\n${title}\n\n${body.join('\n')}`;
}

/**
 * A section's text that stays one section: without blank lines around it, its level-2 headings
 * one level down, and its last code block closed.
 */
function contained(markdown: string): string {
  const text = markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const { headings, closer } = scanHeadings(text, 0);
  const demoted = headings
    .filter(({ level }) => level === 2)
    .reduceRight((all, { start }) => `${all.slice(0, start)}#${all.slice(start)}`, text);
  return closer === null ? demoted : `${demoted}\n${closer}`;
}
