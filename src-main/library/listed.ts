// What the library keeps in mind of each file: enough to list it, and no text. The whole is read
// again when the record is opened.

import type { RecordSummary } from '@core/library/listing';
import { readToList } from '@core/record/parse';
import { sha256 } from '../storage/files';
import { decodeUtf8, type Reading, readingOf, type TwoVersions } from './read-file';

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
  return recordOf(hash, { fields, readOnly, problems: problems.length });
}

/** The same from a file's bytes, read no further than a list needs it. */
export function listedFrom(path: string, bytes: Uint8Array): Listed {
  const text = decodeUtf8(bytes);
  const record = text === null ? null : readToList(text);
  if (!record) return listedOf(readingOf(path, bytes));
  const { fields, readOnly } = record;
  return recordOf(sha256(bytes), { fields, readOnly, problems: 0 });
}

function recordOf(hash: string, facts: RowFacts): Listed {
  const { id, title } = facts.fields;
  return { kind: 'record', hash, id: owned(id), title: owned(title), row: asciiJson(facts) };
}

/** The same text, which keeps nothing in memory of the one it was cut from. */
function owned(text: string): string {
  return JSON.parse(JSON.stringify(text));
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
