// One open library: ties its index, watcher, open records, trash, journals and search together,
// and tells the window what has changed. Survives that its folder goes away and comes back.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@core/errors';
import type { FoundAnswer, SearchAnswer, Snippet, Unsaved } from '@core/ipc/contract';
import { defaultConfig, type LibraryConfig } from '@core/library/config';
import {
  type Excerpts,
  excerptsOf,
  type LibraryInfo,
  type Listing,
  type ListingText,
  type RecordKey,
  type TrashedRecord,
} from '@core/library/listing';
import { unpack } from '../indexer/packed';
import { type Reader, readHere, type StartReader } from '../indexer/reader';
import type { Send } from '../ipc/handle';
import { Facilitations } from '../session/facilitations';
import { HeldSession } from '../session/held-session';
import { SessionJournal } from '../session/session-journal';
import type { WriteDurably } from '../storage/durable-writer';
import { reasonOf } from '../storage/errors';
import { sha256 } from '../storage/files';
import type { Lock } from '../storage/lock';
import { removeTempFiles, sweepTempFiles } from '../storage/temp-files';
import { Trash } from '../storage/trash';
import { Copies } from './copies';
import { Finder } from './finder';
import { Histories } from './histories';
import { configOf, isWritable, noRecordsIn, realFolder } from './library-folder';
import { type IndexedFile, LibraryIndex, rowsText } from './library-index';
import { ownLibrary } from './library-lock';
import { LibraryWatch, type WatchEvents } from './library-watch';
import { ListingNews } from './listing-news';
import { readForeignFile } from './read-foreign-file';
import { RecordFiles } from './record-files';
import { type ReadRecord, RecordService } from './record-service';
import { replayJournals } from './replay';
import { SAVE_TIMING, type SaveTiming } from './save-clock';
import { shownFolder } from './shown-folder';

export interface LibraryTiming extends SaveTiming {
  /** Milliseconds to gather changes before the window is told. */
  gather: number;
  /** Milliseconds a vanished file may take to turn up under another name. */
  grace: number;
  /** Milliseconds between looks at a folder that is gone, or that cannot be watched. */
  poll: number;
}

const TIMING: LibraryTiming = { ...SAVE_TIMING, gather: 100, grace: 300, poll: 2000 };

export interface LibraryParts {
  /** The app's own data folder. */
  userData: string;
  send: Send;
  /** More than one window shows records; said only when there can be. */
  isShared?: () => boolean;
  notify(message: string): void;
  /** Runs it when nobody types; at once, if nothing is said. */
  inAPause?: (run: () => void) => void;
  write: WriteDurably;
  /** Starts what reads and searches the files; here, if nothing is said. */
  startReader?: StartReader;
  /** Of the app. */
  version?: string;
  timing?: Partial<LibraryTiming>;
  /** Epoch milliseconds the app was started at. */
  startedAt: number;
  /** Where the locks of this machine are. */
  locks?: string;
}

export class Library {
  readonly root: string;
  /** The root as people write it, by which pages know the library. */
  readonly folder: string;
  readonly records: RecordService;
  readonly files: RecordFiles;
  readonly copies: Copies;
  readonly session: HeldSession;
  readonly facilitations: Facilitations;
  readonly #parts: LibraryParts;
  readonly #timing: LibraryTiming;
  readonly #inAPause: (run: () => void) => void;
  readonly #index: LibraryIndex;
  readonly #trash: Trash;
  readonly #reader: Reader;
  readonly #finder: Finder;
  readonly #histories: Histories;
  readonly #watch: LibraryWatch;
  readonly #sessionJournal: SessionJournal;
  #config: LibraryConfig;
  #writable: boolean;
  #trashed: TrashedRecord[] = [];
  #hushed = false;
  #lock: Lock | null = null;
  #telling: NodeJS.Timeout | undefined;
  readonly #news = new ListingNews();

  /** Opens a folder as a library. Raises AppError `not-a-library`, or `in-use`. */
  static async open(folder: string, parts: LibraryParts): Promise<Library> {
    const root = await realFolder(folder);
    const own = await ownLibrary(root, parts.locks);
    try {
      const library = await Library.#read(folder, root, parts);
      library.#lock = own;
      await library.#begin();
      return library;
    } catch (error) {
      await own?.release();
      throw error;
    }
  }

  static async #read(folder: string, root: string, parts: LibraryParts): Promise<Library> {
    let library: Library | null = null;
    const { startReader = readHere, version = '' } = parts;
    const cache = join(parts.userData, 'index', shortName(root));
    const reader = startReader(
      { root, cache, version },
      { changed: (paths) => void library?.take(paths) },
    );
    try {
      const { packed, temps } = await reader.open().catch((error) => {
        throw new AppError('not-a-library', `${folder} could not be read: ${reasonOf(error)}.`);
      });
      const config = await configOf(root);
      const index = LibraryIndex.of(unpack(packed));
      if (!config && index.rows().length === 0 && index.attention().length === 0) {
        throw noRecordsIn(folder);
      }
      await removeTempFiles(temps, parts.startedAt);
      library = new Library(root, { index, reader }, config, await isWritable(root), parts);
      return library;
    } catch (error) {
      await reader.close();
      throw error;
    }
  }

  private constructor(
    root: string,
    { index, reader }: { index: LibraryIndex; reader: Reader },
    config: LibraryConfig | null,
    writable: boolean,
    parts: LibraryParts,
  ) {
    this.root = root;
    this.folder = shownFolder(root);
    this.#index = index;
    this.#config = config ?? defaultConfig(nameOf(root));
    this.#writable = writable;
    this.#parts = parts;
    this.#timing = { ...TIMING, ...parts.timing };
    this.#inAPause = parts.inAPause ?? ((run) => run());
    this.#trash = new Trash(root, parts.write);
    this.#reader = reader;
    this.#finder = new Finder(reader, index);
    this.#histories = new Histories(this.#dataIn('history'), parts.write, parts.notify);
    this.#sessionJournal = new SessionJournal(this.#dataIn('journal'));
    this.facilitations = new Facilitations(this.#dataIn('journal'));
    this.session = new HeldSession({
      journal: this.#sessionJournal,
      titleOf: (key) => this.#titleOf(key),
      isReadOnly: async (key) => (await this.records.open(key)).readOnly,
      boxes: () => this.#config.boxes,
      changed: (state) => {
        if (!this.#hushed) parts.send('session:changed', state);
      },
      notify: parts.notify,
    });
    const common = {
      root,
      index,
      write: parts.write,
      indexChanged: (file: IndexedFile, before = file.path) => this.#noteOwn(before, file.path),
      assertWritable: () => this.#assertWritable(),
    };
    this.records = new RecordService({
      ...common,
      journals: this.#dataIn('journal'),
      histories: this.#histories,
      isWritable: () => this.#writable,
      timing: this.#timing,
      isShared: parts.isShared,
      inAPause: this.#inAPause,
      send: (event, payload, from) => {
        if (!this.#hushed) parts.send(event, payload, from);
      },
    });
    this.files = new RecordFiles({
      ...common,
      records: this.records,
      trash: this.#trash,
      removed: (path) => this.#noteOwn(path),
      trashChanged: () => this.#readRest(),
    });
    this.copies = new Copies({ ...common, records: this.records, histories: this.#histories });
    const { grace, poll } = this.#timing;
    this.#watch = new LibraryWatch({
      root,
      reader,
      index,
      events: this.#watchEvents(),
      grace,
      poll,
    });
  }

  info(): LibraryInfo {
    const { name } = this.#config;
    return {
      name,
      folder: this.folder,
      config: this.#config,
      writable: this.#writable,
      gone: this.#watch.gone,
    };
  }

  listing(): Listing {
    return { records: this.#watch.gone ? [] : this.#index.records(), ...this.#rest() };
  }

  /** The listing as the window is given it. */
  listingText(): ListingText {
    return { records: rowsText(this.#rows()), ...this.#rest() };
  }

  /** What the reading pane shows of a record, with what is typed and not yet saved. */
  async excerpts(key: RecordKey): Promise<Excerpts | null> {
    const record = await this.records.peek(key);
    return record && excerptsOf(record.content.sections);
  }

  /** Waits until every file has been read. Other versions of a record are not found. */
  async search(query: string): Promise<SearchAnswer> {
    const { keys, rows, terms } = await this.find(query, null);
    const table = keys?.split('\n') ?? [];
    return { keys: [...rows].flatMap((row) => table[row] || []), terms };
  }

  /** The same search; what the numbers mean is left out for whoever has that table. */
  async find(query: string, table: string | null): Promise<FoundAnswer> {
    if (this.#watch.gone) return { table: '', keys: '', rows: new Uint32Array(), terms: [] };
    return this.#finder.find(query, table);
  }

  async snippets(keys: readonly RecordKey[], terms: readonly string[]): Promise<Snippet[]> {
    const byPath = new Map(
      keys.flatMap((key) => {
        const file = this.#index.get(key);
        return file ? [[file.path, key] as const] : [];
      }),
    );
    const snippets = await this.#reader.snippets([...byPath.keys()], [...terms]);
    return snippets.map((snippet) => ({ ...snippet, key: byPath.get(snippet.key) ?? '' }));
  }

  /** A file as text, whatever it is. */
  readFile(key: RecordKey): Promise<{ path: string; text: string }> {
    return readForeignFile(this.root, this.#file(key).path);
  }

  /** Where a record's file is, for the system's file manager. */
  pathOf(key: RecordKey): string {
    return join(this.root, this.#file(key).path);
  }

  /** Records as they stand now, with what is typed and not yet saved; what is gone is left out. */
  async read(keys: readonly RecordKey[]): Promise<ReadRecord[]> {
    const records: ReadRecord[] = [];
    // One after the other: all at once could open more files than the system allows.
    for (const key of keys) {
      const record = await this.records.peek(key);
      if (record) records.push(record);
    }
    return records;
  }

  /** Takes in what the reader has found out by itself. */
  take(paths: readonly string[]): Promise<void> {
    return this.#watch.take(paths);
  }

  /** Looks at the whole folder again. Raises when it cannot be read. */
  rescan(): Promise<void> {
    return this.#watch.rescan();
  }

  /** No window shows it from now on: nothing more of it is told, and what is typed is taken. */
  hush(): void {
    this.#hushed = true;
    clearTimeout(this.#telling);
  }

  /** Saves what is pending; gives what could not be saved and stays in the journal. */
  async close(): Promise<Unsaved[]> {
    await this.session.leave();
    const unsaved = await this.records.close();
    this.hush();
    this.#watch.stop();
    await this.#reader.close();
    await this.#histories.close();
    await this.#lock?.release();
    return unsaved;
  }

  /** A folder of this library in the app's own data folder. */
  #dataIn(name: 'journal' | 'history'): string {
    return join(this.#parts.userData, name, shortName(this.root));
  }

  /** Clears away what a killed app was writing: in the trash, the journals, the history and the index's cache. */
  async #sweep(): Promise<void> {
    const history = this.#dataIn('history');
    const records = await readdir(history).catch(() => []);
    const { userData } = this.#parts;
    const folders = [this.#trash.folder, this.#dataIn('journal'), history, join(userData, 'index')];
    for (const name of records) folders.push(join(history, name));
    await sweepTempFiles(folders, this.#parts.startedAt);
  }

  async #begin(): Promise<void> {
    await this.#sweep();
    await this.#sessionJournal.open().catch((error) => {
      this.#parts.notify(`An unfinished session could not be read: ${reasonOf(error)}.`);
    });
    await this.facilitations.open().catch((error) => {
      this.#parts.notify(`A facilitator’s own notes could not be read: ${reasonOf(error)}.`);
    });
    await replayJournals({
      journals: this.#dataIn('journal'),
      index: this.#index,
      records: this.records,
      notify: this.#parts.notify,
    });
    this.#trashed = await this.#trash.list();
    this.#news.told(this.#rows(), this.#rest());
    // Nobody waits for it: a large library takes a moment to be watched.
    void this.#watch.start().then(() => this.#histories.prune());
  }

  /** What is not a record: the configuration, the trash, and whether the folder can be written. */
  async #readRest(): Promise<void> {
    const state = () => JSON.stringify([this.#config, this.#writable, this.#trashed]);
    const before = state();
    this.#config = (await configOf(this.root)) ?? defaultConfig(nameOf(this.root));
    this.#writable = await isWritable(this.root);
    this.#trashed = await this.#trash.list();
    if (state() !== before) this.#tell();
  }

  #watchEvents(): WatchEvents {
    const changed = (file: IndexedFile) => {
      this.#tell();
      void this.records.fileChanged(file);
    };
    return {
      rest: () => this.#readRest(),
      wentAway: () => {
        this.#parts.notify(
          `The folder of “${this.#config.name}” is gone: ${this.root}. What you typed is kept, ` +
            'and the library is shown again as soon as the folder is back.',
        );
        this.#tell();
      },
      cameBack: async () => {
        this.#tell();
        await this.records.flush();
      },
      put: changed,
      moved: changed,
      removed: changed,
    };
  }

  #rows(): IndexedFile[] {
    return this.#watch.gone ? [] : this.#index.rows();
  }

  /** What is listed beside the records. */
  #rest(): Omit<Listing, 'records'> {
    if (this.#watch.gone) return { attention: [], copies: [], trash: [] };
    const index = this.#index;
    return { attention: index.attention(), copies: index.copies(), trash: this.#trashed };
  }

  /** Something was done to these files here: whoever reads them is not left to find out. */
  #noteOwn(...paths: string[]): void {
    this.#reader.look(paths).catch(() => {});
    this.#tell();
  }

  #tell(): void {
    if (this.#hushed) return;
    this.#telling ??= setTimeout(
      () => this.#inAPause(() => this.#tellChanges()),
      this.#timing.gather,
    );
  }

  #tellChanges(): void {
    this.#telling = undefined;
    if (this.#hushed) return;
    const changes = this.#news.since(this.#rows(), this.#rest());
    this.#parts.send('library:changed', { library: this.info(), changes });
  }

  async #assertWritable(): Promise<void> {
    if (this.#writable) return;
    // Rights may have been given meanwhile.
    this.#writable = await isWritable(this.root);
    if (this.#writable) return this.#tell();
    throw new AppError(
      'read-only',
      `The folder ${this.root} may not be written to, so nothing can be changed in it.`,
    );
  }

  #titleOf(key: RecordKey): string | null {
    const reading = this.#index.get(key)?.reading;
    return reading?.kind === 'record' ? reading.title : null;
  }

  #file(key: RecordKey): IndexedFile {
    const file = this.#index.get(key);
    if (!file) throw new AppError('not-found', 'This file is not in the library any more.');
    return file;
  }
}

/** What names a library's folders in the app's own data folder. */
function shortName(root: string): string {
  return sha256(root).slice(0, 16);
}

function nameOf(root: string): string {
  return root.split(/[/\\]/).pop() || root;
}
