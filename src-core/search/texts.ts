// The texts of a record that are searched, each with the name people know it by.

import { type RecordContent, SECTION_HEADINGS, SECTION_KEYS } from '../record/model';

export interface NamedText {
  where: string;
  text: string;
}

/** What is read when the words that were found are shown; empty ones are left out. */
export function textsOf({ fields, sections, extras }: RecordContent): NamedText[] {
  const named = (where: string, ...parts: readonly string[]): NamedText => ({
    where,
    text: parts.filter(Boolean).join(' · '),
  });
  const { triage, session } = fields;
  return [
    ...SECTION_KEYS.map((key) => named(SECTION_HEADINGS[key], sections[key])),
    ...extras.map(({ heading, text }) => named(heading || 'Before the first section', text)),
    named('Trigger', fields.trigger),
    named('Harm', fields.harm),
    ...fields.barriers.map(({ name, note, kind }) => named('Barrier', name, note, kind ?? '')),
    ...fields.actions.map(({ what, owner }) => named('Action', what, owner)),
    named('Triage', triage.reason),
    named('Services', ...fields.services),
    named('Themes', ...fields.themes),
    named('Incidents', ...fields.incidents),
    named('Kind', fields.kind ?? ''),
    named('Found in', fields.foundIn ?? ''),
    named('Status', fields.status ?? ''),
    named('Reported by', fields.reporter),
    named('Facilitator', session.facilitator),
  ].filter(({ text }) => text !== '');
}
