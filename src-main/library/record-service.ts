// The open records of a library and everything a window can ask of one. Each record is opened
// once; whatever changes it, from here or outside, goes through its one OpenRecord.

import { AppError } from '@core/errors';
import type { EditAnswer, RecordView, SaveState, Unsaved, Version } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit } from '@core/record/edit';
import type { RecordContent, RecordFields } from '@core/record/model';
import type { Send } from '../ipc/handle';
import type { WriteDurably } from '../storage/durable-writer';
import { placeInside, resolveInside } from '../storage/path-safety';
import type { Histories } from './histories';
import type { IndexedFile, LibraryIndex } from './library-index';
import { listedOf } from './listed';
import { type Author, OpenRecord } from './open-record';
import { decodeUtf8, readRecordFile } from './read-file';
import type { RecordHost, RecordReading } from './record-host';
import { openRecordJournal, recordJournalName } from './record-journal';
import { suggestedPath } from './record-paths';
import { setAside } from './replay';
import type { SaveTiming } from './save-clock';
import { SaveNews } from './save-news';
import { shownFolder } from './shown-folder';

export interface RecordServiceParts {
  /** The library's real path. */
  root: string;
  /** Where this library's journals are. */
  journals: string;
  histories: Histories;
  index: LibraryIndex;
  send: Send;
  write: WriteDurably;
  timing: SaveTiming;
  /** A file of the library holds something else now, or stands elsewhere. */
  indexChanged(file: IndexedFile): void;
  isWritable(): boolean;
  /** More than one window shows records. */
  isShared?: (() => boolean) | undefined;
  /** Runs it when nobody types. */
  inAPause(run: () => void): void;
  /** Raises AppError `read-only`. */
  assertWritable(): Promise<void>;
}

export interface ReadRecord {
  key: RecordKey;
  path: string;
  content: RecordContent;
}

export class RecordService {
  readonly #parts: RecordServiceParts;
  readonly #host: RecordHost;
  readonly #open = new Map<RecordKey, Promise<OpenRecord>>();
  /** Shown as records that can be typed in. */
  readonly #typedIn = new Set<RecordKey>();

  constructor(parts: RecordServiceParts) {
    this.#parts = parts;
    this.#host = this.#makeHost();
  }

  async open(key: RecordKey): Promise<RecordView> {
    const record = await this.record(key);
    // With something pending its save looks at the file; waiting for that could take long.
    if (!record.hasPending) await record.refresh();
    if (record.obstacle !== null && !record.hasPending) {
      // Nothing is kept in it, so what is read anew says best why it cannot be opened.
      this.#open.delete(key);
      return this.#shown(await this.record(key));
    }
    return this.#shown(record);
  }

  /** For a window that opens it. */
  #shown(record: OpenRecord): RecordView {
    const view = record.view({ theirs: true });
    if (!view.readOnly) this.#typedIn.add(record.key);
    return view;
  }

  async edit(key: RecordKey, edit: RecordEdit, base: RecordEdit, by?: Author): Promise<EditAnswer> {
    const record = await this.record(key);
    // What is typed in it when its folder becomes read-only still goes to the journal.
    const isTypedIn = record.hasPending || this.#typedIn.has(key);
    if (!isTypedIn) await this.#parts.assertWritable();
    return record.edit(edit, base, by);
  }

  async save(key: RecordKey): Promise<SaveState> {
    return (await this.record(key)).save();
  }

  /** Versions that can be brought back, newest first. */
  async history(key: RecordKey): Promise<Version[]> {
    const { hash } = await this.record(key);
    const versions = await this.#parts.histories.of(key).list();
    return versions.map((version) => ({ ...version, current: version.hash === hash }));
  }

  /** Raises AppError `not-found` when it is not kept any more. */
  async version(key: RecordKey, hash: string): Promise<{ text: string }> {
    return { text: decodeUtf8(await this.#parts.histories.of(key).read(hash)) ?? '' };
  }

  async restoreVersion(
    key: RecordKey,
    hash: string,
  ): Promise<{ view: RecordView; before: string }> {
    await this.#parts.assertWritable();
    const { text } = await this.version(key, hash);
    const record = await this.record(key);
    const before = await record.restore(text);
    return { view: record.view(), before };
  }

  /** The open record of a key. Raises AppError `not-found` or `unreadable`. */
  record(key: RecordKey): Promise<OpenRecord> {
    const known = this.#open.get(key);
    if (known) return known;
    const opening = this.#read(key);
    this.#open.set(key, opening);
    opening.catch(() => this.#open.delete(key));
    return opening;
  }

  /** A record as it stands now, without opening it; null when it cannot be read (any more). */
  async peek(key: RecordKey): Promise<ReadRecord | null> {
    const open = await this.#open.get(key)?.catch(() => null);
    if (open) return { key, path: open.path, content: open.view().content };
    const path = this.#parts.index.get(key)?.path;
    const reading = path === undefined ? null : await readRecordFile(this.#parts.root, path);
    if (path === undefined || reading?.kind !== 'record') return null;
    return { key, path, content: reading.content };
  }

  /** Saves everything that is pending; gives what could not be saved. */
  async flush(): Promise<Unsaved[]> {
    const records = await this.#all();
    let pending = records.filter((record) => record.hasPending);
    while (pending.length > 0) {
      await Promise.all(pending.map((record) => record.flush()));
      // Typed while it was saved, not refused: that is saved as well.
      pending = pending.filter((record) => record.hasPending && isBeingSaved(record));
    }
    return records.filter((record) => record.hasPending).map(unsaved);
  }

  /** Something has happened to a file, or it stands elsewhere now: its record goes with it. */
  async fileChanged({ key, path }: IndexedFile): Promise<void> {
    const record = await this.#open.get(key)?.catch(() => null);
    if (!record) return;
    const isMoved = record.path !== path;
    record.path = path;
    await record.refresh();
    if (isMoved) this.#host.changed(record);
  }

  /** Forgets a record that went on purpose. */
  async forget(key: RecordKey): Promise<void> {
    const record = await this.#open.get(key)?.catch(() => null);
    await record?.close();
    this.#open.delete(key);
    this.#typedIn.delete(key);
  }

  async close(): Promise<Unsaved[]> {
    const rest = await this.flush();
    for (const record of await this.#all()) await record.close();
    this.#open.clear();
    return rest;
  }

  async #read(key: RecordKey): Promise<OpenRecord> {
    const file = this.#parts.index.get(key);
    if (!file) throw new AppError('not-found', 'This record is not in the library any more.');
    const reading = await readRecordFile(this.#parts.root, file.path);
    if (!reading) throw unreadable(file.path, 'the file is not there any more');
    if (reading.kind === 'record') return new OpenRecord(key, file.path, reading, this.#host);
    const why = reading.kind === 'attention' ? reading.reason : 'it is not a record';
    throw unreadable(file.path, why);
  }

  async #all(): Promise<OpenRecord[]> {
    const all = await Promise.allSettled(this.#open.values());
    return all.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  }

  #makeHost(): RecordHost {
    const { root, journals, histories, index, send, write, timing, indexChanged, isWritable } =
      this.#parts;
    const isShared = this.#parts.isShared ?? (() => false);
    const saveNews = new SaveNews(
      (key, save) => send('record:save-state', { key, save }),
      this.#parts.inAPause,
    );
    return {
      isWritable,
      timing,
      read: (path) => readRecordFile(root, path),
      write: async (path, text, basedOn) => {
        const place = basedOn === null ? placeInside(root, path) : resolveInside(root, path);
        return write(await place, new TextEncoder().encode(text), { basedOn });
      },
      journal: (key) => openRecordJournal(journals, recordJournalName(key)),
      setAside: (entries) => setAside(journals, entries),
      whereKept: `What you typed is kept in the journal on this machine: ${shownFolder(journals)}.`,
      keepVersion: (key, text, why) => histories.keep(key, new TextEncoder().encode(text), why),
      saved: (path: string, reading: RecordReading) =>
        indexChanged(index.put(path, listedOf(reading))),
      changed: (record) => {
        // It stays open: whoever goes on typing in it is journalled, and saved when it is back.
        const isLost = record.obstacle !== null && !record.hasPending;
        saveNews.drop(record.key);
        send('record:changed', { key: record.key, view: isLost ? null : record.view() });
      },
      edited: (record, page) => {
        if (!isShared()) return;
        send('record:changed', { key: record.key, view: record.view() }, page ?? undefined);
      },
      saveState: (key, save) => saveNews.add(key, save),
      suggestedPath: (path: string, fields: RecordFields) =>
        suggestedPath(path, fields, index.taken()),
    };
  }
}

function unreadable(path: string, why: string): AppError {
  return new AppError('unreadable', `${path} cannot be read as a record: ${why}.`, {
    path,
    reason: why,
  });
}

function isBeingSaved(record: OpenRecord): boolean {
  return record.view().save.kind === 'saving';
}

function unsaved(record: OpenRecord): Unsaved {
  const { content, save } = record.view();
  const reason = save.kind === 'not-saved' ? save.reason : 'it is still being saved';
  return { title: content.fields.title, reason };
}
