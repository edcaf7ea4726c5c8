// What is known of each file of a library, and its key. A key is given once and stays with the
// file for as long as the library is open, also when the file is renamed or breaks.

import { copyAt, type FoundCopy, namedCopies } from '@core/library/copies';
import { type Places, type RowsText, readRows } from '@core/library/listed-rows';
import type { AttentionFile, CopyFile, RecordKey, RecordSummary } from '@core/library/listing';
import { sha256 } from '../storage/files';
import { joined, rowLength } from './kept-record';
import type { Listed, ListedRecord } from './listed';
import { isOtherId } from './other-id';

export interface IndexedFile {
  key: RecordKey;
  path: string;
  reading: Listed;
}

const PLAIN_ID = /^[0-9A-Za-z_-]{1,100}$/;
const BY_PATH = 'path-';

export class LibraryIndex {
  readonly #byPath = new Map<string, IndexedFile>();
  readonly #byKey = new Map<RecordKey, IndexedFile>();
  /** Files by what another one would be recognised by; null until that is asked. */
  #byLikeness: Likeness | null = null;
  /** Files that may be another version of one, by their names. */
  readonly #namedCopies = new Set<IndexedFile>();
  /** All files by their paths; null when that has changed. */
  #inOrder: IndexedFile[] | null = null;
  #version = 0;

  /** Counts the changes of what is where, and of what is another version of what. */
  get version(): number {
    return this.#version;
  }

  /**
   * Takes in a whole library. An id is a record's key, for what is kept of it by that. Where several
   * files state it, besides other versions of the record, it is the key of the one with the shortest
   * path: who copies a file has its name made longer.
   */
  static of(readings: Iterable<readonly [path: string, reading: Listed]>): LibraryIndex {
    const index = new LibraryIndex();
    for (const [path, reading] of readings) index.#place({ key: '', path, reading });
    for (const file of index.#byPath.values()) {
      const id = index.copyOf(file) ? '' : idOf(file.reading);
      const other = index.#byKey.get(id);
      const isOwner = id !== '' && (!other || isShorter(file.path, other.path));
      if (isOwner && other) {
        index.#byKey.delete(id);
        index.#name(other, keyOfPath(other.path));
      }
      index.#name(file, isOwner ? id : keyOfPath(file.path));
    }
    return index;
  }

  get paths(): string[] {
    return [...this.#byPath.keys()];
  }

  at(path: string): IndexedFile | undefined {
    return this.#byPath.get(path);
  }

  get(key: RecordKey): IndexedFile | undefined {
    return this.#byKey.get(key);
  }

  /** Takes in what a file holds now; gives the file. Another record there has a key of its own. */
  put(path: string, reading: Listed): IndexedFile {
    this.#version += 1;
    const known = this.#byPath.get(path);
    if (known && isOther(known.reading, reading)) this.remove(path);
    else if (known) {
      this.#forgetLikeness(known);
      known.reading = reading;
      if (this.#byLikeness) note(this.#byLikeness, known);
      return known;
    }
    // A copy may be seen before what it is a copy of.
    const id = namedCopies(path).length > 0 ? '' : idOf(reading);
    return this.#add(path, reading, id && !this.#byKey.has(id) ? id : keyOfPath(path));
  }

  /** The file stands somewhere else now, and is the same one. */
  move(file: IndexedFile, path: string): void {
    this.#version += 1;
    this.#byPath.delete(file.path);
    file.path = path;
    this.#place(file);
  }

  remove(path: string): IndexedFile | undefined {
    const file = this.#byPath.get(path);
    if (!file) return undefined;
    this.#version += 1;
    this.#inOrder = null;
    this.#byPath.delete(path);
    this.#byKey.delete(file.key);
    this.#namedCopies.delete(file);
    this.#forgetLikeness(file);
    return file;
  }

  /** Does a record of this id lie in the library, whatever its key is? */
  hasId(id: string): boolean {
    if (this.#byKey.has(id)) return true;
    for (const { reading } of this.#alike(id)) {
      if (statedId(reading) === id) return true;
    }
    return false;
  }

  /** Files that may be the one now read: the same id, or else the same bytes. */
  alike(reading: Listed): IndexedFile[] {
    return [...this.#alike(likenessOf(reading))];
  }

  /** Without other versions of them. */
  records(): RecordSummary[] {
    return readRows(rowsText(this.rows()));
  }

  /** The files of these records. */
  rows(): IndexedFile[] {
    return this.#sorted((file) => file.reading.kind === 'record' && !this.copyOf(file));
  }

  /** Other versions of records, in files of their own or within a file. */
  copies(): CopyFile[] {
    const mayBe = (file: IndexedFile) =>
      file.reading.kind === 'attention' || this.#namedCopies.has(file);
    return this.#sorted(mayBe).flatMap((file): CopyFile[] => {
      const { key, path, reading } = file;
      if (reading.kind === 'attention') {
        const { versions } = reading;
        return versions ? [{ key, path, tool: 'Git', title: versions.title, of: null }] : [];
      }
      const copy = this.copyOf(file);
      const of = copy && this.#byPath.get(copy.of);
      if (!copy || of?.reading.kind !== 'record') return [];
      return [{ key, path, tool: copy.tool, title: of.reading.title, of: of.key }];
    });
  }

  /** Which record a file is another version of; null for a file of its own. */
  copyOf(file: IndexedFile): FoundCopy | null {
    if (!this.#namedCopies.has(file)) return null;
    return copyAt(file.path, (path) => statedId(this.#byPath.get(path)?.reading));
  }

  /** Keys of the files that are other versions of records. */
  copyKeys(): Set<RecordKey> {
    const copies = [...this.#namedCopies].filter((file) => this.copyOf(file) !== null);
    return new Set(copies.map(({ key }) => key));
  }

  attention(): AttentionFile[] {
    const files = this.#sorted(({ reading }) => reading.kind === 'attention');
    return files.flatMap(({ key, path, reading }) =>
      reading.kind === 'attention'
        ? [{ key, path, reason: reading.reason, line: reading.line }]
        : [],
    );
  }

  /** Lower-cased paths that are in use. */
  taken(): Set<string> {
    return new Set([...this.#byPath.keys()].map((path) => path.toLowerCase()));
  }

  #sorted(wanted: (file: IndexedFile) => boolean): IndexedFile[] {
    this.#inOrder ??= [...this.#byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return this.#inOrder.filter(wanted);
  }

  #add(path: string, reading: Listed, wanted: RecordKey): IndexedFile {
    const file: IndexedFile = { key: '', path, reading };
    this.#place(file);
    this.#name(file, wanted);
    if (this.#byLikeness) note(this.#byLikeness, file);
    return file;
  }

  /** The file stands at its path from now on. */
  #place(file: IndexedFile): void {
    this.#inOrder = null;
    this.#byPath.set(file.path, file);
    if (namedCopies(file.path).length > 0) this.#namedCopies.add(file);
    else this.#namedCopies.delete(file);
  }

  #name(file: IndexedFile, wanted: RecordKey): void {
    file.key = wanted;
    // Another file had this path when its key was given, and has moved since.
    for (let n = 2; this.#byKey.has(file.key); n += 1) file.key = `${wanted}-${n}`;
    this.#byKey.set(file.key, file);
  }

  #alike(likeness: string): Iterable<IndexedFile> {
    if (!this.#byLikeness) {
      this.#byLikeness = new Map();
      for (const file of this.#byPath.values()) note(this.#byLikeness, file);
    }
    const alike = this.#byLikeness.get(likeness) ?? [];
    return Symbol.iterator in alike ? alike : [alike];
  }

  #forgetLikeness(file: IndexedFile): void {
    const likeness = likenessOf(file.reading);
    const alike = this.#byLikeness?.get(likeness);
    if (alike instanceof Set) alike.delete(file);
    else if (alike === file) this.#byLikeness?.delete(likeness);
  }
}

/** Files by their likeness, see {@link likenessOf}: nearly always one. */
type Likeness = Map<string, IndexedFile | Set<IndexedFile>>;

function note(likeness: Likeness, file: IndexedFile): void {
  const name = likenessOf(file.reading);
  const others = likeness.get(name);
  if (others instanceof Set) others.add(file);
  else likeness.set(name, others ? new Set([others, file]) : file);
}

/** Rows as the window is told of them; what is no record is left out. */
export function rowsText(files: readonly IndexedFile[]): RowsText {
  const places: Places = [[], [], []];
  const records: ListedRecord[] = [];
  for (const { key, path, reading } of files) {
    if (reading.kind !== 'record') continue;
    places[0].push(key);
    places[1].push(path);
    places[2].push(rowLength(reading));
    records.push(reading);
  }
  const { heads, rows } = joined(records);
  return { places: JSON.stringify(places), heads: `[${heads}]`, bodies: rows };
}

/** The id, or the bytes of what has none. */
function likenessOf(reading: Listed): string {
  return idOf(reading) || reading.hash;
}

/** What a record states as its id; null for what is no record. */
function statedId(reading: Listed | undefined): string | null {
  return reading?.kind === 'record' ? reading.id : null;
}

/** Two records that say of themselves that they are not the same one. */
export function isOther(before: Listed, now: Listed): boolean {
  return isOtherId(statedId(before) ?? '', statedId(now) ?? '');
}

/** The id that may be a key; the one of our own where a file holds two versions. */
function idOf(reading: Listed): string {
  const versions = reading.kind === 'attention' ? reading.versions : undefined;
  const id = versions?.id ?? statedId(reading) ?? '';
  return PLAIN_ID.test(id) && !id.startsWith(BY_PATH) ? id : '';
}

/** The same order of two paths on every machine. */
function isShorter(path: string, other: string): boolean {
  return path.length === other.length ? path < other : path.length < other.length;
}

function keyOfPath(path: string): RecordKey {
  return BY_PATH + sha256(path).slice(0, 32);
}
