// A Markdown or text file for what it is: a record, which keeps its bytes; reports in the template;
// or some other page, which becomes a near miss with its text kept.
//
// The text of another page goes under "What almost happened": that is what the list, the reading
// pane and the triage show, and where a pasted text without labels goes too. Its title is its
// first heading, else the title in its front matter, else the file's name; front matter that is
// not ours stays as a block in the notes.

import { readDate } from '../capture/dates';
import { type CapturedFields, titleFrom } from '../capture/paste';
import { readReports } from '../capture/reports';
import { headingAsTitle, layOut } from '../record/layout';
import { parseRecord } from '../record/parse';
import { parseYamlSource } from '../record/yaml-source';
import type { SourceContent } from './source';

/** What a file's text is to the library. `name` is the file's name, for a page without a title. */
export function readPage(name: string, text: string): SourceContent {
  const parsed = parseRecord(text);
  if (parsed.kind === 'record') {
    const { id, title, occurred } = parsed.record.fields;
    return { kind: 'record', text, id, title: title || baseOf(name), occurred };
  }
  if (parsed.kind === 'attention') {
    const line = parsed.line > 0 ? ` (line ${parsed.line})` : '';
    return { kind: 'refused', reason: `${lowerFirst(parsed.reason)}${line}` };
  }
  const { yaml, bodyStart, title: heading } = layOut(text);
  const body = text.slice(bodyStart).replace(/^\uFEFF/, '');
  if (body.trim() === '') return { kind: 'refused', reason: 'it is empty' };
  const front = yaml ? text.slice(yaml.start, yaml.end) : '';
  const [first, ...others] = readReports(body);
  if (first) return { kind: 'reports', reports: [withFront(first, front), ...others] };
  const above = heading ? headingAsTitle(heading.text) : '';
  const rest = heading ? text.slice(bodyStart, heading.start) + text.slice(heading.end) : body;
  const page: CapturedFields = {
    ...(above ? { title: above } : {}),
    sections: rest.trim() ? { almost: rest.trim() } : {},
  };
  const whole = withFront(page, front);
  return { kind: 'reports', reports: [{ ...whole, title: whole.title || baseOf(name) }] };
}

/** With the title and the date that front matter states, and the whole of it kept in the notes. */
function withFront(fields: CapturedFields, front: string): CapturedFields {
  if (front.trim() === '') return fields;
  const stated = frontOf(front);
  const occurred = fields.occurred ?? readDate(stated.date);
  const title = fields.title ?? stated.title;
  const block = `\`\`\`\`yaml\n${front.replace(/\r\n?/g, '\n').trimEnd()}\n\`\`\`\``;
  const { notes } = fields.sections;
  return {
    ...fields,
    ...(title ? { title } : {}),
    ...(occurred ? { occurred } : {}),
    sections: { ...fields.sections, notes: notes ? `${notes}\n\n${block}` : block },
  };
}

function frontOf(front: string): { title: string; date: string } {
  const { value } = parseYamlSource(front);
  const text = (key: string) => {
    const stated = typeof value === 'object' && !Array.isArray(value) ? value[key] : '';
    return typeof stated === 'string' ? stated : '';
  };
  return { title: titleFrom(text('title')), date: text('date') };
}

function baseOf(name: string): string {
  return name.replace(/\.[^.]*$/, '') || name;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
