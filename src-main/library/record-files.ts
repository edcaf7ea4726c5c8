// Records as files that come, move and go: created without ever overwriting, renamed after their
// title, moved to the trash and back.

import { isoDay } from '@core/dates';
import { AppError } from '@core/errors';
import type { NewRecord, RecordView } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { createRecordText } from '@core/record/create';
import { ulid } from 'ulid';
import type { WriteDurably } from '../storage/durable-writer';
import { moveDurably } from '../storage/move';
import { placeInside, resolveInside } from '../storage/path-safety';
import type { Trash } from '../storage/trash';
import type { IndexedFile, LibraryIndex } from './library-index';
import { readRecordFile } from './read-file';
import { newPath, suggestedPath } from './record-paths';
import type { RecordService } from './record-service';

const MAX_TRIES = 100;

export interface RecordFilesParts {
  root: string;
  index: LibraryIndex;
  records: RecordService;
  trash: Trash;
  write: WriteDurably;
  indexChanged(file: IndexedFile): void;
  removed(key: RecordKey): void;
  trashChanged(): Promise<void>;
  assertWritable(): Promise<void>;
}

export class RecordFiles {
  readonly #parts: RecordFilesParts;

  constructor(parts: RecordFilesParts) {
    this.#parts = parts;
  }

  /** Occurred and reported today unless said otherwise. Raises `read-only` or `not-saved`. */
  async create({ fields, sections }: NewRecord, now = new Date()): Promise<RecordView> {
    const { assertWritable, index, records } = this.#parts;
    await assertWritable();
    const today = isoDay(now);
    const all = {
      ...fields,
      id: ulid(now.getTime()),
      occurred: fields.occurred || today,
      reported: fields.reported || today,
    };
    const text = createRecordText(all, sections);
    const path = await this.#free(
      (taken) => newPath(all, taken, now),
      (place) => this.#parts.write(place, new TextEncoder().encode(text), { basedOn: null }),
    );
    const file = await this.#takeIn(path);
    return records.open(file?.key ?? index.at(path)?.key ?? '');
  }

  /** Gives the file the name its title would give. */
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
      const from = await resolveInside(root, file.path);
      const path = await this.#free(
        (taken) => isThere(taken) ?? file.path,
        (place) => moveDurably(from, place),
      );
      index.move(file, path);
      record.path = path;
      indexChanged(file);
    });
    return record.view();
  }

  /** Saves what is pending, then moves the record to the library's trash. */
  async trash(key: RecordKey): Promise<{ trashId: string }> {
    const { assertWritable, index, records, trash, removed } = this.#parts;
    await assertWritable();
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
    removed(key);
    await this.#parts.trashChanged();
    return { trashId };
  }

  async restore(trashId: string): Promise<{ key: RecordKey }> {
    await this.#parts.assertWritable();
    const path = await this.#parts.trash.restore(trashId);
    await this.#parts.trashChanged();
    const file = await this.#takeIn(path);
    if (!file) throw new AppError('not-found', 'The restored file is not there any more.');
    return { key: file.key };
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
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
        taken.add(path.toLowerCase());
      }
    }
    throw new AppError('not-saved', 'No free file name was found.');
  }

  async #takeIn(path: string): Promise<IndexedFile | null> {
    const reading = await readRecordFile(this.#parts.root, path);
    if (!reading) return null;
    const file = this.#parts.index.put(path, reading);
    this.#parts.indexChanged(file);
    return file;
  }
}
