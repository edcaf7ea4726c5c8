// Keeps the index of an open library in line with its folder: by watching it, by looking again
// where watching is not enough, and by waiting for a folder that has gone away.

import { CONFIG_FILE } from '@core/library/config';
import { isIgnoredName, isMarkdownName } from '@core/library/looked-at';
import { reasonOf } from '../storage/errors';
import { FolderWatcher } from '../storage/folder-watcher';
import { realFolder } from './library-folder';
import { LibrarySync, type SyncEvents, type SyncParts } from './sync';

export interface WatchEvents extends SyncEvents {
  /** Something that is not a record may have changed: the configuration, the rights. */
  rest(): Promise<void>;
  wentAway(): void;
  /** The folder is there again, and everything in it has been looked at. */
  cameBack(): Promise<void>;
}

export interface WatchParts extends SyncParts {
  events: WatchEvents;
  /** Milliseconds between looks at a folder that is gone, or that cannot be watched. */
  poll: number;
}

/** More paths than this in one batch: looking at everything is as quick. */
const STORM = 500;

export class LibraryWatch {
  readonly #parts: WatchParts;
  readonly #sync: LibrarySync;
  #watcher: FolderWatcher;
  #gone = false;
  #stopped = false;
  #polling: NodeJS.Timeout | undefined;
  /** Paths that may have changed, until there is time to look. */
  readonly #toLookAt = new Set<string>();
  #isLooking = false;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    this.#sync = new LibrarySync(parts);
    this.#watcher = this.#makeWatcher();
  }

  /** The folder is gone for now. */
  get gone(): boolean {
    return this.#gone;
  }

  /** What happens before the watcher is ready is found by looking again. */
  async start(): Promise<void> {
    await this.#watcher.start();
    await this.#lookAround();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#polling);
    this.#sync.stop();
    this.#watcher.stop();
  }

  /** Looks at the whole folder again. Raises when it cannot be read. */
  async rescan(): Promise<void> {
    if (this.#stopped || (await this.#isGone())) return;
    await this.#sync.lookAround();
    await this.#parts.events.rest();
  }

  /** Takes in what the reader has found out by itself. */
  async take(paths: readonly string[]): Promise<void> {
    if (!this.#stopped) await this.#sync.take(paths).catch((error) => this.#cannotWatch(error));
  }

  #makeWatcher(): FolderWatcher {
    return new FolderWatcher(this.#parts.root, {
      touched: (paths) => void this.#touched(paths),
      missed: () => void this.#lookAround(),
      failed: (error) => this.#cannotWatch(error),
      isIgnored: isIgnoredName,
    });
  }

  /** Notes what may have changed; while something is being looked at, the rest gathers. */
  async #touched(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.#toLookAt.add(path);
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      while (this.#toLookAt.size > 0) {
        const batch = [...this.#toLookAt];
        this.#toLookAt.clear();
        await this.#look(batch);
      }
    } finally {
      this.#isLooking = false;
    }
  }

  async #look(paths: readonly string[]): Promise<void> {
    if (this.#stopped || (await this.#isGone())) return;
    if (paths.length > STORM) return this.#lookAround();
    // A folder that went takes its files with it, with or without an event for each.
    const known = this.#parts.index.paths;
    const below = paths.flatMap((path) =>
      isMarkdownName(path) ? [] : known.filter((file) => file.startsWith(`${path}/`)),
    );
    const markdown = [...new Set([...paths.filter(isMarkdownName), ...below])];
    await this.#sync.look(markdown).catch((error) => this.#cannotWatch(error));
    if (paths.includes(CONFIG_FILE)) await this.#parts.events.rest();
  }

  async #lookAround(): Promise<void> {
    await this.rescan().catch((error) => this.#cannotWatch(error));
  }

  #cannotWatch(error: unknown): void {
    console.warn(`The library's folder is looked at from time to time: ${reasonOf(error)}`);
    this.#poll();
  }

  /** Checks whether the folder is there, and starts waiting for it if it is not. */
  async #isGone(): Promise<boolean> {
    const { root, events } = this.#parts;
    const gone = await realFolder(root).then(
      (real) => real !== root,
      () => true,
    );
    if (gone && !this.#gone) {
      this.#gone = true;
      events.wentAway();
      this.#poll();
    }
    return gone;
  }

  #poll(): void {
    if (this.#stopped) return;
    clearTimeout(this.#polling);
    this.#polling = setTimeout(() => void this.#lookAgain(), this.#parts.poll);
  }

  /** A folder that is back is watched anew; one that cannot be watched is looked at again. */
  async #lookAgain(): Promise<void> {
    if (await this.#isGone()) return this.#poll();
    if (this.#stopped) return;
    if (!this.#gone) {
      await this.#lookAround();
      return this.#poll();
    }
    this.#gone = false;
    this.#watcher.stop();
    this.#watcher = this.#makeWatcher();
    await this.start();
    await this.#parts.events.cameBack();
  }
}
