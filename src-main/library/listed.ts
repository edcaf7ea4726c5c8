// What the library keeps in mind of each file: enough to list it, and no text. The whole is read
// again when the record is opened.

import type { RecordSummary } from '@core/library/listing';
import type { Reading, TwoVersions } from './read-file';

/** All of a row that does not depend on where the file stands. */
type RowFacts = Omit<RecordSummary, 'key' | 'path'>;

export type Listed =
  | { kind: 'record'; hash: string; id: string; title: string; row: string }
  | { kind: 'attention'; hash: string; reason: string; line: number; versions?: TwoVersions }
  | { kind: 'other'; hash: string };

/** `row` is JSON in ASCII: it is kept, cached and sent as it is, a byte for a letter. */
export function listedOf(reading: Reading): Listed {
  if (reading.kind !== 'record') return reading;
  const { hash, readOnly, content } = reading;
  const { fields, problems } = content;
  const facts: RowFacts = { fields, readOnly, problems: problems.length };
  return { kind: 'record', hash, id: fields.id, title: fields.title, row: asciiJson(facts) };
}

/** A row as the window is told of it. */
export function rowText(key: string, path: string, row: string): string {
  return `{"key":${asciiJson(key)},"path":${asciiJson(path)},${row.slice(1)}`;
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
