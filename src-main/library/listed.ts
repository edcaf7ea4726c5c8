// What the library keeps in mind of each file: enough to list it, and no text. The whole is read
// again when the record is opened.

import type { RowHead } from '@core/library/listed-rows';
import { factsIn } from '@core/library/row-facts';
import type { RecordFields } from '@core/record/model';
import { readToList } from '@core/record/parse';
import { sha256 } from '../storage/files';
import { decodeUtf8, type Reading, readingOf, type TwoVersions } from './read-file';

export interface ListedRecord {
  readonly kind: 'record';
  readonly hash: string;
  readonly id: string;
  readonly title: string;
  readonly head: string;
  readonly row: string;
}

export type Listed =
  | ListedRecord
  | { kind: 'attention'; hash: string; reason: string; line: number; versions?: TwoVersions }
  | { kind: 'other'; hash: string };

/**
 * `head` (a RowHead) and `row` (all fields) are JSON in ASCII: kept, cached and sent as they are, a
 * byte for a letter.
 */
export function listedOf(reading: Reading): Listed {
  if (reading.kind !== 'record') return reading;
  const { hash, readOnly, content } = reading;
  const { fields, problems } = content;
  return recordOf(hash, fields, readOnly, problems.length);
}

/** The same from a file's bytes, read no further than a list needs it. */
export function listedFrom(path: string, bytes: Uint8Array): Listed {
  const text = decodeUtf8(bytes);
  const record = text === null ? null : readToList(text);
  if (!record) return listedOf(readingOf(path, bytes));
  const { fields, readOnly } = record;
  return recordOf(sha256(bytes), fields, readOnly, 0);
}

type Row = Pick<ListedRecord, 'head' | 'row'>;

export function isSameRow(a: Row, b: Row): boolean {
  return a.head === b.head && a.row === b.row;
}

function recordOf(hash: string, fields: RecordFields, readOnly: boolean, problems: number): Listed {
  const { id, title } = fields;
  const head: RowHead = { ...factsIn(fields), readOnly, problems };
  const texts = { head: asciiJson(head), row: asciiJson(fields) };
  return { kind: 'record', hash, id: owned(id), title: owned(title), ...texts };
}

/** The same text, which keeps nothing in memory of the one it was cut from. */
function owned(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
