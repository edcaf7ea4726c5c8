// What an open record needs of the library it lies in, and what can stand between it and its file.

import type { SaveState } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordFields } from '@core/record/model';
import type { VersionOrigin } from '@core/record/version';
import type { Journal } from '../storage/journal';
import type { OpenRecord } from './open-record';
import { isOtherId } from './other-id';
import type { Reading } from './read-file';
import type { JournalledEdit } from './record-journal';
import type { SaveTiming } from './save-clock';

export type RecordReading = Extract<Reading, { kind: 'record' }>;

export interface RecordHost {
  isWritable(): boolean;
  read(path: string): Promise<Reading | null>;
  /** Gives the SHA-256 of what was written. */
  write(path: string, text: string, basedOn: string | null): Promise<string>;
  journal(key: RecordKey): Journal<JournalledEdit>;
  setAside(entries: readonly JournalledEdit[]): Promise<string>;
  /** Where what is typed is kept while it cannot be saved, as a sentence. */
  readonly whereKept: string;
  /** Keeps a version in the record's history. Never fails: gives whether it is there now. */
  keepVersion(key: RecordKey, text: string, why: VersionOrigin): Promise<boolean>;
  /** The file holds this now. */
  saved(path: string, reading: RecordReading): void;
  changed(record: OpenRecord): void;
  /** Edited by this page: the other windows show it. */
  edited(record: OpenRecord, page: number | null): void;
  saveState(key: RecordKey, save: SaveState): void;
  suggestedPath(path: string, fields: RecordFields): string | null;
  timing: SaveTiming;
}

/** Why the file cannot take an edit of the record with this id, as a clause; null when it can. */
export function obstacleIn(reading: Reading | null, id: string): string | null {
  if (reading === null) return 'the file is gone from the library';
  if (reading.kind === 'record') {
    const isOther = isOtherId(id, reading.content.fields.id);
    return isOther ? 'another near miss has the name of its file now' : null;
  }
  const why = reading.kind === 'attention' ? reading.reason : 'it has no front matter any more';
  return `the file was changed outside and cannot be read as a record: ${why}`;
}
