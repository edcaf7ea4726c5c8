// What is known of every file of a library, and the search over them. Listing trusts a stamp (see
// stamps.ts) for as long as nothing speaks against it; meanwhile every file is read once more, for
// the search, and whatever a stamp or the cache has said wrongly is told and put right. So the list
// is there at once, and it is what the disk says, whatever the cache was.
//
// Everything here is done without waiting in between, for a thread of its own.

import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Snippet } from '@core/ipc/contract';
import { SearchIndex } from '@core/search/search';
import { snippetOf } from '@core/search/snippet';
import { textsOf } from '@core/search/texts';
import { plain } from '../library/kept-record';
import { isSameRow, type Listed, listedFrom, listedOf } from '../library/listed';
import { readingOf } from '../library/read-file';
import { reasonOf } from '../storage/errors';
import { type Cached, cachedFiles, loadCache, saveCache } from './cache';
import { type Found, type ReadNow, readNow, stampOnce, walk } from './files-now';
import { type Packed, pack, unpack } from './packed';
import { isSameStamp, isSettled, type Stamp, TICK } from './stamps';

export interface IndexerParts {
  /** The library's real path. */
  root: string;
  /** Where the cache is kept. */
  cache: string;
  /** Of the app: another version's cache does not count. */
  version: string;
}

export interface IndexerEvents {
  /** Files that are not what was said of them. */
  changed(paths: readonly string[]): void;
}

export interface Opened {
  /** In the order of their paths. */
  packed: Packed;
  /** What a killed app may have been writing; absolute. */
  temps: string[];
}

export interface FoundPaths {
  /** Names what the numbers mean. */
  table: string;
  /** Which path each number means; null for none. */
  paths: (string | null)[] | null;
  /** Numbers of what was found, best first. */
  rows: Uint32Array;
  terms: string[];
}

export interface Survey {
  /** All Markdown files, and the hash of what each holds. */
  paths: string[];
  hashes: string[];
}

interface Known {
  listed: Listed;
  /** null when it has to be looked at each time. */
  stamp: Stamp | null;
  /** The file may have changed since without another stamp. */
  isDoubtful: boolean;
}

/** Milliseconds of reading for the search at a time, so that whoever asks is answered. */
const AT_A_TIME = 8;
/** Milliseconds from the first list to reading on. */
const PAUSE = 300;
/** Milliseconds from a change to the cache being written, with all that has changed meanwhile. */
const QUIET = 3000;

const NONE: ReadonlyMap<string, Cached> = new Map();

export class Indexer {
  readonly #parts: IndexerParts;
  readonly #owner: string;
  readonly #events: IndexerEvents;
  readonly #files = new Map<string, Known>();
  readonly #search = new SearchIndex();
  /** No other indexer has it: numbers of one that has ended mean nothing in the next. */
  readonly #name = randomUUID();
  /** What has to be read for the search. */
  readonly #unread = new Set<string>();
  /** What has to be read once more when the disk's clock has gone on. */
  readonly #doubtful = new Set<string>();
  #recheck: string[] = [];
  #rechecking: NodeJS.Timeout | undefined;
  #waiting: (() => void)[] = [];
  #reading: NodeJS.Immediate | undefined;
  #starting: NodeJS.Timeout | undefined;
  #saving: NodeJS.Timeout | undefined;
  #isSaved = true;
  #takeLater: (() => void) | null = null;

  constructor(parts: IndexerParts, events: IndexerEvents) {
    this.#parts = parts;
    this.#owner = JSON.stringify([parts.root, parts.version]);
    this.#events = events;
  }

  /** Lists everything, from the cache where stamps allow it. Raises when the folder is not readable. */
  open(): Opened {
    const cache = loadCache(this.#parts.cache, this.#owner);
    const { files, temps } = walk(this.#parts.root);
    const cached = cache ? new Map(cachedFiles(cache)) : NONE;
    const isAllStill =
      files.length === cached.size &&
      files.every((file) => this.#isStill(file, cached.get(file.path)?.stamp));
    if (cache && isAllStill) {
      // Whoever waits for the list does not wait for this.
      this.#takeLater = () => this.#takeIn(files, cached);
    } else this.#takeIn(files, cached);
    this.#isSaved = isAllStill;
    // Whoever opens the library has better use for the processor just now.
    clearImmediate(this.#reading);
    this.#reading = undefined;
    this.#starting = setTimeout(() => this.#readOn(), PAUSE);
    return { packed: cache && isAllStill ? cache.packed : this.#pack(), temps };
  }

  /** Looks at everything again. Raises when the folder cannot be read. */
  survey(): Survey {
    this.#settle();
    this.#takeIn(walk(this.#parts.root).files, NONE);
    const paths = [...this.#files.keys()];
    return { paths, hashes: [...this.#files.values()].map(({ listed }) => listed.hash) };
  }

  /** What is known of these files; null for what is not there. */
  take(paths: readonly string[]): [string, Listed | null][] {
    this.#settle();
    return paths.map((path) => {
      const listed = this.#files.get(path)?.listed;
      return [path, listed ? plain(listed) : null];
    });
  }

  /** Reads these files anew, whatever their stamps say. */
  look(paths: readonly string[]): [string, Listed | null][] {
    this.#settle();
    for (const path of paths) {
      // On its way there may be a link.
      const now = readNow(this.#parts.root, { path, isLink: true }, listedFrom);
      if (now) this.#know(path, known(now));
      else this.#forget(path);
    }
    return this.take(paths);
  }

  /**
   * Resolves when everything has been read.
   * @param table the one whoever asks has; the paths are left out for that one
   */
  async search(query: string, table: string | null): Promise<FoundPaths> {
    this.#settle();
    if (this.#unread.size > 0) {
      this.#readOn();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    const now = `${this.#name}-${this.#search.version}`;
    const paths = now === table ? null : [...this.#search.keys];
    return { table: now, paths, ...this.#search.find(query) };
  }

  /** Keys are paths. Each takes a file to be read: whoever searches meanwhile is answered in between. */
  async snippets(paths: readonly string[], terms: readonly string[]): Promise<Snippet[]> {
    const snippets: Snippet[] = [];
    for (const path of paths) {
      const reading = readNow(this.#parts.root, { path, isLink: true }, readingOf)?.reading;
      const snippet = reading?.kind === 'record' && snippetOf(textsOf(reading.content), terms);
      if (snippet) snippets.push({ key: path, ...snippet });
      await nextTurn();
    }
    return snippets;
  }

  /** Keeps what is known for the next start. Whoever waits is answered with what was read by now. */
  close(): void {
    clearImmediate(this.#reading);
    clearTimeout(this.#starting);
    clearTimeout(this.#rechecking);
    this.#save();
    this.#allRead();
  }

  /** Takes in what was put off, before anything is asked of it. */
  #settle(): void {
    const take = this.#takeLater;
    this.#takeLater = null;
    take?.();
  }

  /** All files there are: as they are known or kept, where they still are that, else as they are read. */
  #takeIn(files: readonly Found[], cached: ReadonlyMap<string, Cached>): void {
    const before = new Set(this.#files.keys());
    for (const file of files) {
      const { path } = file;
      before.delete(path);
      const known = this.#files.get(path);
      if (this.#isStill(file, known?.stamp)) continue;
      const kept = known ? undefined : cached.get(path);
      const now =
        kept && this.#isStill(file, kept.stamp)
          ? { ...kept, isDoubtful: false }
          : this.#readOnce(file);
      if (now) this.#know(path, now);
      else this.#forget(path);
    }
    for (const path of before) this.#forget(path);
  }

  #readOnce(file: Found): Known | null {
    const now = readNow(this.#parts.root, file, listedFrom);
    return now && known(now);
  }

  /** All that is listed, kept from now on as it is packed, and not twice. */
  #pack(): Packed {
    const packed = pack(this.#inOrder().map(([path, { listed }]) => [path, listed]));
    for (const [path, listed] of unpack(packed)) {
      const known = this.#files.get(path);
      if (known) known.listed = listed;
    }
    return packed;
  }

  #inOrder(): [string, Known][] {
    return [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #isStill(file: Found, stamp: Stamp | null | undefined): boolean {
    // Where a link leads may change without a trace in what it led to.
    if (!stamp || file.isLink) return false;
    const now = stampOnce(this.#parts.root, file);
    return now !== null && isSameStamp(now, stamp);
  }

  #know(path: string, file: Known): void {
    const before = this.#files.get(path);
    this.#set(path, file);
    if (before && isSame(before.listed, file.listed)) return;
    this.#unread.add(path);
    this.#readOn();
  }

  #set(path: string, file: Known): void {
    const before = this.#files.get(path);
    this.#files.set(path, file);
    if (!before || !isSameFile(before, file)) this.#saveSoon();
    if (file.isDoubtful) this.#doubt(path);
  }

  #forget(path: string): void {
    this.#unread.delete(path);
    this.#search.remove(path);
    if (this.#files.delete(path)) this.#saveSoon();
    if (this.#unread.size === 0) this.#allRead();
  }

  #doubt(path: string): void {
    this.#doubtful.add(path);
    this.#rechecking ??= setTimeout(() => {
      this.#rechecking = undefined;
      this.#recheck = [...this.#doubtful];
      this.#doubtful.clear();
      this.#readOn();
    }, TICK + 500).unref();
  }

  #readOn(): void {
    this.#reading ??= setImmediate(() => {
      this.#reading = undefined;
      this.#settle();
      this.#readSome();
      if (this.#unread.size === 0) this.#allRead();
      if (this.#unread.size + this.#recheck.length > 0) this.#readOn();
    });
  }

  /** Reads for the search, and finds out whether what was listed is true. */
  #readSome(): void {
    const until = performance.now() + AT_A_TIME;
    const changed: string[] = [];
    while (performance.now() < until) {
      const [path = this.#recheck.pop()] = this.#unread;
      if (path === undefined) break;
      if (!this.#readAgain(path)) changed.push(path);
    }
    if (changed.length > 0) this.#events.changed(changed);
  }

  /** Gives whether the file is what it was said to be. */
  #readAgain(path: string): boolean {
    const before = this.#files.get(path);
    const now = readNow(this.#parts.root, { path, isLink: true }, readingOf);
    if (!now) {
      this.#forget(path);
      return before === undefined;
    }
    const file = known({ ...now, reading: listedOf(now.reading) });
    const isTrue = before !== undefined && isSame(before.listed, file.listed);
    // What is known already is not kept twice.
    this.#set(path, isTrue ? { ...file, listed: before.listed } : file);
    const isSearched = !this.#unread.delete(path);
    if (isTrue && isSearched) return true;
    if (now.reading.kind !== 'record') this.#search.remove(path);
    else this.#search.put({ key: path, content: now.reading.content });
    return isTrue;
  }

  #allRead(): void {
    for (const goOn of this.#waiting.splice(0)) goOn();
  }

  #saveSoon(): void {
    this.#isSaved = false;
    this.#saving ??= setTimeout(() => this.#save(), QUIET).unref();
  }

  #save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    if (this.#isSaved) return;
    const files = this.#inOrder().flatMap(
      ([path, { stamp, listed, isDoubtful }]): [string, Cached][] =>
        stamp && !isDoubtful ? [[path, { stamp, listed }]] : [],
    );
    try {
      saveCache(this.#parts.cache, this.#owner, new Map(files));
      this.#isSaved = true;
    } catch (error) {
      // It is only slower the next time.
      console.warn(`The index could not be kept: ${reasonOf(error)}`);
    }
  }
}

function known({ reading, stamp }: ReadNow<Listed>): Known {
  const isDoubtful = stamp !== null && !isSettled(stamp, Date.now());
  return { listed: reading, stamp, isDoubtful };
}

/** In every way that is kept. */
function isSameFile(a: Known, b: Known): boolean {
  if (a.isDoubtful !== b.isDoubtful || !isSame(a.listed, b.listed)) return false;
  return a.stamp && b.stamp ? isSameStamp(a.stamp, b.stamp) : a.stamp === b.stamp;
}

function isSame(a: Listed, b: Listed): boolean {
  if (a.hash !== b.hash || a.kind !== b.kind) return false;
  return a.kind !== 'record' || (b.kind === 'record' && isSameRow(a, b));
}
