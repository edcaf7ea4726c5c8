// The library that is open, if one is, and how another comes in its place: the new one is opened
// before the old one is closed, so that a failure leaves everything as it was.

import { AppError, messageOf } from '@core/errors';
import type { Unsaved } from '@core/ipc/contract';
import type { LibraryInfo } from '@core/library/listing';
import type { RecentLibraries } from '../settings/recent-libraries';
import { Turns } from '../storage/turns';
import { Library, type LibraryParts } from './library';
import { copySample, createLibrary, realFolder } from './library-folder';

export interface LibraryServiceParts extends LibraryParts {
  recent: RecentLibraries;
  /** The sample library that comes with the app. */
  sample: string;
}

export class LibraryService {
  readonly #parts: LibraryServiceParts;
  #open: Library | null = null;
  readonly #turns = new Turns();

  constructor(parts: LibraryServiceParts) {
    this.#parts = parts;
  }

  get current(): Library | null {
    return this.#open;
  }

  /** Raises AppError `no-library`. */
  get library(): Library {
    if (!this.#open) throw new AppError('no-library', 'No library is open.');
    return this.#open;
  }

  /** Raises AppError `not-a-library`; what was open stays open then. */
  open(folder: string): Promise<LibraryInfo> {
    return this.#turns.take(async () => {
      const before = this.#open;
      if (before && (await realFolder(folder)) === before.root) {
        await before.rescan();
      } else {
        const next = await Library.open(folder, this.#parts);
        this.#open = next;
        this.#sayUnsaved((await before?.close()) ?? []);
      }
      this.#parts.recent.add(this.library.root);
      this.#tell();
      return this.library.info();
    });
  }

  async create(folder: string): Promise<LibraryInfo> {
    await createLibrary(folder, this.#parts.write);
    return this.open(folder);
  }

  /** Copies the sample into a folder below `parent` and opens it. */
  async trySample(parent: string): Promise<LibraryInfo> {
    return this.open(await copySample(this.#parts.sample, parent, this.#parts.write));
  }

  openRecent(id: number): Promise<LibraryInfo> {
    return this.open(this.#parts.recent.folder(id));
  }

  close(): Promise<void> {
    return this.#turns.take(async () => {
      const before = this.#open;
      this.#open = null;
      this.#sayUnsaved((await before?.close()) ?? []);
      this.#tell();
    });
  }

  /** Resolves when no library is being opened or closed any more. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  /** At start: the library asked for, else the last one. A failure is said, never raised. */
  async reopen(asked: string | null): Promise<void> {
    const folder = asked ?? this.#parts.recent.last();
    if (folder === null) return;
    try {
      await this.open(folder);
    } catch (error) {
      const message = messageOf(error);
      this.#parts.notify(asked ? message : `The last library was not opened. ${message}`);
    }
  }

  /** Saves everything; gives what could not be saved and stays in the journal. */
  async flush(): Promise<Unsaved[]> {
    return (await this.#open?.records.flush()) ?? [];
  }

  #sayUnsaved(unsaved: readonly Unsaved[]): void {
    for (const { title, reason } of unsaved) {
      this.#parts.notify(`“${title}” was not saved: ${reason}`);
    }
  }

  #tell(): void {
    const library = this.#open?.info() ?? null;
    this.#parts.send('library:opened', { library, listing: this.#open?.listingText() ?? null });
  }
}
