// Brings the index in line with the disk, for paths that may have changed. A file that vanished
// or broke waits a moment before it counts as that: if it turns up under another name, it has
// moved, and keeps its key; if it was only being written, nothing has happened.

import { namedCopies } from '@core/library/copies';
import { Turns } from '../storage/turns';
import type { IndexedFile, LibraryIndex } from './library-index';
import { type Reading, readRecordFile } from './read-file';
import { scanLibrary } from './scan';

export interface SyncEvents {
  /** The file is new, or holds something else. */
  put(file: IndexedFile): void;
  moved(file: IndexedFile): void;
  removed(file: IndexedFile): void;
}

export class LibrarySync {
  readonly #root: string;
  readonly #index: LibraryIndex;
  readonly #events: SyncEvents;
  readonly #grace: number;
  readonly #vanished = new Map<string, NodeJS.Timeout>();
  readonly #turns = new Turns();

  /** @param grace milliseconds a vanished file may take to turn up again */
  constructor(root: string, index: LibraryIndex, events: SyncEvents, grace: number) {
    this.#root = root;
    this.#index = index;
    this.#events = events;
    this.#grace = grace;
  }

  /** Looks at these paths of Markdown files, one after the other. */
  look(paths: readonly string[]): Promise<void> {
    return this.#turns.take(async () => {
      for (const path of paths) await this.#lookAt(path);
    });
  }

  /** Looks at everything: whatever is not found has vanished. Raises when the folder is gone. */
  lookAround(): Promise<void> {
    return this.#turns.take(async () => {
      const known = (path: string) => this.#index.at(path)?.reading;
      const { readings } = await scanLibrary(this.#root, known);
      for (const [path, reading] of readings) await this.#found(path, reading);
      for (const path of this.#index.paths) if (!readings.has(path)) this.#wait(path);
    });
  }

  stop(): void {
    for (const timer of this.#vanished.values()) clearTimeout(timer);
    this.#vanished.clear();
  }

  async #lookAt(path: string): Promise<void> {
    const known = this.#index.at(path);
    const reading = await readRecordFile(this.#root, path, known?.reading);
    if (reading) await this.#found(path, reading);
    else if (known) this.#wait(path);
  }

  async #found(path: string, reading: Reading, sure = false): Promise<void> {
    const known = this.#index.at(path);
    // Half a file is what a program that writes in place leaves for a moment.
    const isBreaking = known?.reading.kind === 'record' && reading.kind !== 'record';
    if (isBreaking && !sure) return this.#wait(path);
    this.#stopWaiting(path);
    if (known?.reading.hash === reading.hash) return;
    const moved = known ? null : await this.#movedHere(path, reading);
    if (moved) {
      this.#stopWaiting(moved.path);
      this.#index.move(moved, path);
      this.#index.put(path, reading);
      this.#events.moved(moved);
    } else this.#events.put(this.#index.put(path, reading));
  }

  /** The file of the same id or bytes that is not where it was. */
  async #movedHere(path: string, reading: Reading): Promise<IndexedFile | null> {
    // A sync tool sets our version aside under such a name, and puts another in its place.
    const originals = new Set(namedCopies(path).map(({ original }) => original));
    for (const file of this.#index.alike(reading)) {
      if (originals.has(file.path)) continue;
      if (!(await readRecordFile(this.#root, file.path, file.reading))) return file;
    }
    return null;
  }

  #wait(path: string): void {
    this.#stopWaiting(path);
    const timer = setTimeout(() => {
      this.#vanished.delete(path);
      void this.#turns.take(() => this.#giveUp(path));
    }, this.#grace);
    this.#vanished.set(path, timer);
  }

  async #giveUp(path: string): Promise<void> {
    const reading = await readRecordFile(this.#root, path);
    if (reading) return this.#found(path, reading, true);
    const file = this.#index.remove(path);
    if (file) this.#events.removed(file);
  }

  #stopWaiting(path: string): void {
    clearTimeout(this.#vanished.get(path));
    this.#vanished.delete(path);
  }
}
