// Brings the index in line with the disk, for paths that may have changed. A file that vanished
// or broke waits a moment before it counts as that: if it turns up under another name, it has
// moved, and keeps its key; if it was only being written, nothing has happened. Where another record
// is found under its name, the two are never taken for one: what belongs to a key stays with its id.

import { namedCopies } from '@core/library/copies';
import type { Reader } from '../indexer/reader';
import { Turns } from '../storage/turns';
import { type IndexedFile, isOther, type LibraryIndex } from './library-index';
import { isSameRow, type Listed, listedOf } from './listed';
import { readRecordFile } from './read-file';

export interface SyncEvents {
  /** The file is new, or holds something else. */
  put(file: IndexedFile): void;
  moved(file: IndexedFile): void;
  removed(file: IndexedFile): void;
}

export interface SyncParts {
  /** The library's real path. */
  root: string;
  reader: Reader;
  index: LibraryIndex;
  events: SyncEvents;
  /** Milliseconds a vanished file may take to turn up under another name. */
  grace: number;
}

/** What is found of a file: null where there is none. */
type Looked = [path: string, reading: Listed | null];

export class LibrarySync {
  readonly #root: string;
  readonly #reader: Reader;
  readonly #index: LibraryIndex;
  readonly #events: SyncEvents;
  readonly #grace: number;
  readonly #vanished = new Map<string, NodeJS.Timeout>();
  readonly #turns = new Turns();
  #stopped = false;

  constructor({ root, reader, index, events, grace }: SyncParts) {
    this.#root = root;
    this.#reader = reader;
    this.#index = index;
    this.#events = events;
    this.#grace = grace;
  }

  /** Reads these paths of Markdown files anew. */
  look(paths: readonly string[]): Promise<void> {
    return this.#turns.take(async () => this.#takeIn(await this.#reader.look(paths)));
  }

  /** Takes in what the reader has found out by itself. */
  take(paths: readonly string[]): Promise<void> {
    return this.#turns.take(async () => this.#takeIn(await this.#reader.take(paths)));
  }

  /** Looks at everything: whatever is not found has vanished. Raises when the folder is gone. */
  lookAround(): Promise<void> {
    return this.#turns.take(async () => {
      const { paths, hashes } = await this.#reader.survey();
      const isNews = (path: string, n: number) =>
        this.#vanished.has(path) || this.#index.at(path)?.reading.hash !== hashes[n];
      await this.#takeIn(await this.#reader.take(paths.filter(isNews)));
      const there = new Set(paths);
      for (const path of this.#index.paths) if (!there.has(path)) this.#wait(path);
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#vanished.values()) clearTimeout(timer);
    this.#vanished.clear();
  }

  async #takeIn(looked: readonly Looked[]): Promise<void> {
    // New names first: what has moved there is known by then, when another has its old name.
    const isKnown = ([path]: Looked) => Number(this.#index.at(path) !== undefined);
    for (const [path, reading] of [...looked].sort((a, b) => isKnown(a) - isKnown(b))) {
      if (reading) await this.#found(path, reading);
      else if (this.#index.at(path)) this.#wait(path);
    }
  }

  async #found(path: string, reading: Listed, sure = false): Promise<void> {
    const before = this.#index.at(path);
    if (before && isOther(before.reading, reading)) this.#giveWay(path);
    const known = this.#index.at(path);
    // Half a file is what a program that writes in place leaves for a moment.
    const isBreaking = known?.reading.kind === 'record' && reading.kind !== 'record';
    if (isBreaking && !sure) return this.#wait(path);
    this.#stopWaiting(path);
    if (known && isSame(known.reading, reading)) return;
    const moved = known ? null : await this.#movedHere(path, reading);
    if (moved) {
      this.#stopWaiting(moved.path);
      this.#index.move(moved, path);
      this.#index.put(path, reading);
      this.#events.moved(moved);
    } else this.#events.put(this.#index.put(path, reading));
  }

  /** What was there is looked for under its id, like any other that vanished. */
  #giveWay(path: string): void {
    const file = this.#index.remove(path);
    if (file) this.#events.removed(file);
  }

  /** The file of the same id or bytes that is not where it was. */
  async #movedHere(path: string, reading: Listed): Promise<IndexedFile | null> {
    // A sync tool sets our version aside under such a name, and puts another in its place.
    const originals = new Set(namedCopies(path).map(({ original }) => original));
    for (const file of this.#index.alike(reading)) {
      if (originals.has(file.path)) continue;
      if (!(await this.#isStillThere(file, path))) return file;
    }
    return null;
  }

  /** Under another spelling of its name a file may be found without being there. */
  async #isStillThere({ path, reading }: IndexedFile, found: string): Promise<boolean> {
    if (path.toLowerCase() !== found.toLowerCase()) {
      const now = await readRecordFile(this.#root, path);
      return now !== null && !isOther(reading, listedOf(now));
    }
    const looked = await this.#reader.look([path]).catch(() => null);
    return looked?.[0]?.[1] !== null;
  }

  #wait(path: string): void {
    this.#stopWaiting(path);
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#vanished.delete(path);
      void this.#turns.take(() => this.#giveUp(path));
    }, this.#grace);
    this.#vanished.set(path, timer);
  }

  async #giveUp(path: string): Promise<void> {
    const looked = await this.#reader.look([path]).catch(() => null);
    // Whoever could not look knows nothing.
    if (!looked) return this.#wait(path);
    const reading = looked[0]?.[1];
    if (reading) return this.#found(path, reading, true);
    this.#giveWay(path);
  }

  #stopWaiting(path: string): void {
    clearTimeout(this.#vanished.get(path));
    this.#vanished.delete(path);
  }
}

/** The same bytes, read as the same: another version of the app may have read them otherwise. */
function isSame(a: Listed, b: Listed): boolean {
  return a.hash === b.hash && (a.kind !== 'record' || (b.kind === 'record' && isSameRow(a, b)));
}
