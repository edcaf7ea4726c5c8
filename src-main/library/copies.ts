// Other versions of records that sync tools and Git have left: compared with the record, and for
// Git, brought to one. Comparing changes nothing, no file is ever removed here, and what is
// written is in the history before.

import { AppError, hasCode } from '@core/errors';
import type { CopyView, RecordView } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import { applyEdit, type RecordEdit } from '@core/record/edit';
import type { RecordContent } from '@core/record/model';
import { parseRecord } from '@core/record/parse';
import type { WriteDurably } from '../storage/durable-writer';
import { sha256 } from '../storage/files';
import { resolveInside } from '../storage/path-safety';
import { differences } from './differences';
import type { Histories } from './histories';
import type { IndexedFile, LibraryIndex } from './library-index';
import { listedOf } from './listed';
import { decodeUtf8, readBytesOf, readRecordFile } from './read-file';
import type { RecordService } from './record-service';

export interface CopiesParts {
  root: string;
  index: LibraryIndex;
  records: RecordService;
  histories: Histories;
  write: WriteDurably;
  indexChanged(file: IndexedFile): void;
  assertWritable(): Promise<void>;
}

/** The two versions in one file, as read just now. */
interface Divided {
  bytes: Uint8Array;
  hash: string;
  /** Our own version. */
  text: string;
  mine: RecordContent;
  theirs: RecordContent;
  base: RecordContent | null;
}

export class Copies {
  readonly #parts: CopiesParts;

  constructor(parts: CopiesParts) {
    this.#parts = parts;
  }

  /** Raises AppError `not-found` when there is no other version any more, or `unreadable`. */
  async open(key: RecordKey): Promise<CopyView> {
    const file = this.#file(key);
    const copy = this.#parts.index.copyOf(file);
    const original = copy && this.#parts.index.at(copy.of);
    return copy && original ? this.#openCopy(file, copy.tool, original) : this.#openDivided(file);
  }

  /** Raises AppError `conflict` when the file is not what was compared, or `not-saved`. */
  async resolve(key: RecordKey, hash: string, edits: readonly RecordEdit[]): Promise<RecordView> {
    const { assertWritable, histories, index, indexChanged, records, root, write } = this.#parts;
    await assertWritable();
    const file = this.#file(key);
    const divided = await this.#divided(file).catch((error) => {
      // It was settled outside, in whatever way: that is for the person to see first.
      throw hasCode(error, 'not-found') ? changedSince() : error;
    });
    if (divided.hash !== hash) throw changedSince();
    const text = edits.reduce(applyEdit, divided.text);
    if (parseRecord(text).kind !== 'record') {
      throw new AppError('not-saved', 'Your choices do not make a near miss that can be read.');
    }
    if (!(await histories.keep(key, divided.bytes, 'found'))) {
      throw new AppError(
        'not-saved',
        'Not saved: both versions could not be kept in the history first. The file was left as it was.',
      );
    }
    const place = await resolveInside(root, file.path);
    await write(place, new TextEncoder().encode(text), { basedOn: hash });
    await histories.keep(key, new TextEncoder().encode(text), 'saved');
    const reading = await readRecordFile(root, file.path);
    if (reading) indexChanged(index.put(file.path, listedOf(reading)));
    await records.fileChanged(file);
    return records.open(key);
  }

  async #openCopy(
    { key, path }: IndexedFile,
    tool: CopyView['tool'],
    original: IndexedFile,
  ): Promise<CopyView> {
    const reading = await readRecordFile(this.#parts.root, path);
    if (reading?.kind !== 'record') throw noOther();
    const record = await this.#parts.records.record(original.key);
    if (!record.hasPending) await record.refresh();
    const mine = record.view().content;
    return {
      key,
      path,
      tool,
      of: { key: original.key, path: original.path, title: mine.fields.title },
      ...differences(mine, reading.content),
      hash: reading.hash,
    };
  }

  async #openDivided(file: IndexedFile): Promise<CopyView> {
    const { hash, mine, theirs, base } = await this.#divided(file);
    const { key, path } = file;
    return {
      key,
      path,
      tool: 'Git',
      of: { key, path, title: mine.fields.title },
      ...differences(mine, theirs, base),
      hash,
    };
  }

  async #divided(file: IndexedFile): Promise<Divided> {
    const bytes = await readBytesOf(this.#parts.root, file.path);
    const parsed = parseRecord(decodeUtf8(bytes) ?? '');
    if (parsed.kind !== 'attention' || !parsed.git) throw noOther();
    const { ours, theirs, base } = parsed.git;
    const [mine, other] = [parseRecord(ours), parseRecord(theirs)];
    if (mine.kind !== 'record' || other.kind !== 'record') throw noOther();
    const both = base === null ? null : parseRecord(base);
    return {
      bytes,
      hash: sha256(bytes),
      text: ours,
      mine: mine.record,
      theirs: other.record,
      base: both?.kind === 'record' ? both.record : null,
    };
  }

  #file(key: RecordKey): IndexedFile {
    const file = this.#parts.index.get(key);
    if (!file) throw new AppError('not-found', 'This file is not in the library any more.');
    return file;
  }
}

function noOther(): AppError {
  return new AppError('not-found', 'There are no two versions of a near miss to compare any more.');
}

function changedSince(): AppError {
  return new AppError(
    'conflict',
    'The file was changed outside since you compared it. Nothing was written; compare again.',
    { reason: 'the file was changed outside since it was compared' },
  );
}
