// The library that is open, if one is, and how another comes in its place: the new one is opened
// before the old one is left, so that a failure leaves everything as it was, and the old one is
// closed once the pages have handed over what was typed in it.

import { AppError, messageOf } from '@core/errors';
import type { Unsaved } from '@core/ipc/contract';
import type { LibraryInfo } from '@core/library/listing';
import type { RecentLibraries } from '../settings/recent-libraries';
import { reasonOf } from '../storage/errors';
import { Turns } from '../storage/turns';
import { Library, type LibraryParts } from './library';
import { copySample, createLibrary, realFolder } from './library-folder';

export interface LibraryServiceParts extends LibraryParts {
  recent: RecentLibraries;
  /** The sample library that comes with the app. */
  sample: string;
  /** The pages give what is typed to main, as far as they answer. */
  handOver(): Promise<unknown>;
}

/** Whoever has a library to hand. */
export interface OpenLibrary {
  /** Raises AppError `no-library`. */
  readonly library: Library;
}

/** How a library stands: open, still taking what pages hand over, or neither. */
type Standing = 'open' | 'leaving' | 'closed';

export class LibraryService implements OpenLibrary {
  readonly #parts: LibraryServiceParts;
  #open: Library | null = null;
  #leaving: Library | null = null;
  /** Resolves when none is being left any more. */
  #left: Promise<void> = Promise.resolve();
  readonly #turns = new Turns();
  /** The one that is being left. */
  readonly before: OpenLibrary;

  constructor(parts: LibraryServiceParts) {
    this.#parts = parts;
    const leaving = () => this.#leaving;
    this.before = {
      get library() {
        return opened(leaving());
      },
    };
  }

  get current(): Library | null {
    return this.#open;
  }

  /** Raises AppError `no-library`. */
  get library(): Library {
    return opened(this.#open);
  }

  /** How the library in this folder stands, as pages know it. */
  standing(folder: string): Standing {
    if (folder === this.#open?.folder) return 'open';
    return folder === this.#leaving?.folder ? 'leaving' : 'closed';
  }

  /** Raises AppError `not-a-library`; what was open stays open then. */
  async open(folder: string): Promise<LibraryInfo> {
    const info = await this.#turns.take(async () => {
      // One at a time: what is being left may be what is opened again.
      await this.#left;
      const before = this.#open;
      if (before && (await realFolder(folder)) === before.root) {
        await before.rescan();
        this.#parts.recent.add(before.root);
        this.#tell();
      } else {
        const next = await Library.open(folder, this.#parts);
        this.#parts.recent.add(next.root);
        this.#turnTo(next);
      }
      return this.library.info();
    });
    await this.#left;
    return info;
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

  async close(): Promise<void> {
    await this.#turns.take(async () => {
      await this.#left;
      this.#turnTo(null);
    });
    await this.#left;
  }

  /** Resolves when no library is being opened any more. */
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

  /** The pages are told at once, and what they were typing goes to the one before. */
  #turnTo(next: Library | null): void {
    const before = this.#open;
    before?.hush();
    this.#open = next;
    this.#tell();
    if (before) this.#left = this.#leave(before);
  }

  /** Never fails: the next one is open. */
  async #leave(library: Library): Promise<void> {
    this.#leaving = library;
    try {
      await this.#parts.handOver();
      this.#sayUnsaved(await library.close());
    } catch (error) {
      this.#parts.notify(`“${library.info().name}” was not closed well: ${reasonOf(error)}.`);
    }
    this.#leaving = null;
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

function opened(library: Library | null): Library {
  if (!library) throw new AppError('no-library', 'No library is open.');
  return library;
}
