// Records as files that come, move and go: created or copied in without ever overwriting, renamed
// after their title, moved to the trash and back.

import { isoDay } from '@core/dates';
import { AppError, hasCode, messageOf } from '@core/errors';
import type { NewRecord, RecordView, TrashedMany } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { createRecordText } from '@core/record/create';
import { setFields } from '@core/record/edit';
import { parseRecord } from '@core/record/parse';
import { monotonicFactory } from 'ulid';
import type { WriteDurably } from '../storage/durable-writer';
import { moveDurably } from '../storage/move';
import { placeInside, resolveToMove } from '../storage/path-safety';
import type { Trash } from '../storage/trash';
import type { IndexedFile, LibraryIndex } from './library-index';
import { listedOf } from './listed';
import { readRecordFile } from './read-file';
import { newPath, suggestedPath } from './record-paths';
import type { RecordService } from './record-service';

const MAX_TRIES = 100;

/** In the order in which they are made, also within one millisecond. */
const newId = monotonicFactory();

export interface RecordFilesParts {
  root: string;
  index: LibraryIndex;
  records: RecordService;
  trash: Trash;
  write: WriteDurably;
  /** @param before where it stood, when it was moved */
  indexChanged(file: IndexedFile, before?: string): void;
  removed(path: string): void;
  trashChanged(): Promise<void>;
  assertWritable(): Promise<void>;
}

export class RecordFiles {
  readonly #parts: RecordFilesParts;

  constructor(parts: RecordFilesParts) {
    this.#parts = parts;
  }

  /** Occurred and reported today unless said otherwise. Raises `read-only` or `not-saved`. */
  async create(record: NewRecord, now = new Date()): Promise<RecordView> {
    return this.#parts.records.open(await this.add(record, now));
  }

  /** The same without opening it; gives its key. */
  async add({ fields, sections }: NewRecord, now = new Date()): Promise<RecordKey> {
    await this.#parts.assertWritable();
    const today = isoDay(now);
    const all = {
      ...fields,
      id: newId(now.getTime()),
      occurred: fields.occurred || today,
      reported: fields.reported || today,
    };
    const text = createRecordText(all, sections);
    const parsed = parseRecord(text);
    // Not written to be found unreadable.
    if (parsed.kind === 'attention') throw new AppError('not-saved', `${parsed.reason}.`);
    return this.#put(text, all, now);
  }

  /**
   * Takes the text of a record file in, byte for byte. Only where its id is in the library already
   * it gets another one. Raises `unreadable`, `read-only` or `not-saved`.
   */
  async copyIn(text: string, now = new Date()): Promise<RecordKey> {
    await this.#parts.assertWritable();
    const parsed = parseRecord(text);
    if (parsed.kind !== 'record') {
      throw new AppError('unreadable', 'This file cannot be read as a record.');
    }
    const { id, title, occurred, reported } = parsed.record.fields;
    const isTaken = id !== '' && this.#parts.index.hasId(id);
    if (isTaken && parsed.readOnly) {
      throw new AppError(
        'read-only',
        'Its id is in the library already, and it was written by a newer version of Close Call.',
      );
    }
    const own = isTaken ? setFields(text, { id: newId(now.getTime()) }) : text;
    return this.#put(own, { title, occurred: occurred || reported }, now);
  }

  /** Gives the file the name its title would give. Raises `not-allowed` for a link. */
  async renameFile(key: RecordKey): Promise<RecordView> {
    const { assertWritable, index, records, root, indexChanged } = this.#parts;
    await assertWritable();
    const record = await records.record(key);
    await record.ensureSaved();
    await record.between(async () => {
      const file = index.get(key);
      if (!file) throw new AppError('not-found', 'This record is not in the library any more.');
      const { fields } = record.view().content;
      const isThere = (taken: ReadonlySet<string>) => suggestedPath(file.path, fields, taken);
      if (isThere(index.taken()) === null) return;
      const from = await resolveToMove(root, file.path);
      const path = await this.#free(
        (taken) => isThere(taken) ?? file.path,
        (place) => moveDurably(from, place),
      );
      const before = file.path;
      index.move(file, path);
      record.path = path;
      indexChanged(file, before);
    });
    return record.view();
  }

  /** Saves what is pending, then moves the record to the library's trash. */
  async trash(key: RecordKey): Promise<{ trashId: string }> {
    await this.#parts.assertWritable();
    const trashId = await this.#toTrash(key);
    await this.#parts.trashChanged();
    return { trashId };
  }

  /** The same of many; what could not be moved stays, with the reason. */
  async trashAll(keys: readonly RecordKey[]): Promise<TrashedMany> {
    await this.#parts.assertWritable();
    const outcome: TrashedMany = { trashIds: [], failed: [] };
    for (const key of keys) {
      try {
        outcome.trashIds.push(await this.#toTrash(key));
      } catch (error) {
        outcome.failed.push({ key, reason: messageOf(error) });
      }
    }
    await this.#parts.trashChanged();
    return outcome;
  }

  async restore(trashId: string): Promise<{ key: RecordKey }> {
    await this.#parts.assertWritable();
    const key = await this.#fromTrash(trashId);
    await this.#parts.trashChanged();
    return { key };
  }

  /** The same of many, as far as they are in the trash. */
  async restoreAll(trashIds: readonly string[]): Promise<{ keys: RecordKey[] }> {
    await this.#parts.assertWritable();
    const keys: RecordKey[] = [];
    for (const trashId of trashIds) {
      const key = await this.#fromTrash(trashId).catch(() => null);
      if (key !== null) keys.push(key);
    }
    await this.#parts.trashChanged();
    return { keys };
  }

  async #toTrash(key: RecordKey): Promise<string> {
    const { index, records, trash, removed } = this.#parts;
    const file = index.get(key);
    if (!file) throw new AppError('not-found', 'This record is not in the library any more.');
    if (file.reading.kind !== 'record') {
      throw new AppError('unreadable', 'A file that needs attention is left where it is.');
    }
    const record = await records.record(key);
    if (record.hasPending) await record.ensureSaved();
    const trashId = await record.between(() => trash.put(file.path, record.title));
    await records.forget(key);
    index.remove(file.path);
    removed(file.path);
    return trashId;
  }

  async #fromTrash(trashId: string): Promise<RecordKey> {
    const path = await this.#parts.trash.restore(trashId);
    const file = await this.#takeIn(path);
    if (!file) throw new AppError('not-found', 'The restored file is not there any more.');
    return file.key;
  }

  /** Writes a new file under a name that nothing has. */
  async #put(text: string, fields: Parameters<typeof newPath>[0], now: Date): Promise<RecordKey> {
    const bytes = new TextEncoder().encode(text);
    const path = await this.#free(
      (taken) => newPath(fields, taken, now),
      (place) => this.#parts.write(place, bytes, { basedOn: null }),
    );
    const file = await this.#takeIn(path);
    return file?.key ?? this.#parts.index.at(path)?.key ?? '';
  }

  /** Tries names until one is free on the disk too. */
  async #free(
    name: (taken: ReadonlySet<string>) => string,
    put: (place: string) => Promise<unknown>,
  ): Promise<string> {
    const taken = this.#parts.index.taken();
    for (let n = 0; n < MAX_TRIES; n += 1) {
      const path = name(taken);
      try {
        await put(await placeInside(this.#parts.root, path));
        return path;
      } catch (error) {
        if (!hasCode(error, 'conflict')) throw error;
        taken.add(path.toLowerCase());
      }
    }
    throw new AppError('not-saved', 'No free file name was found.');
  }

  async #takeIn(path: string): Promise<IndexedFile | null> {
    const reading = await readRecordFile(this.#parts.root, path);
    if (!reading) return null;
    const file = this.#parts.index.put(path, listedOf(reading));
    this.#parts.indexChanged(file);
    // It may be open still, from when it lay elsewhere.
    await this.#parts.records.fileChanged(file);
    return file;
  }
}
