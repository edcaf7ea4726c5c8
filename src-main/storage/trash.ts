// The library's own trash: nothing is ever deleted. A record is moved into it beside a note of
// where it stood, and moved back to a free name. A file without a note is listed all the same.

import { readdir, unlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { AppError, hasCode } from '@core/errors';
import type { TrashedRecord } from '@core/library/listing';
import { isRecordPath } from '@core/library/looked-at';
import { ulid } from 'ulid';
import { z } from 'zod';
import type { WriteDurably } from './durable-writer';
import { codeOf, reasonOf } from './errors';
import { FILES, type Files } from './files';
import { moveDurably } from './move';
import { placeInside, resolveInside, resolveToMove } from './path-safety';

const FOLDER = '.close-call/trash';
const FILE = /^([0-9A-HJKMNP-TV-Z]{26})-(.+\.md)$/i;
const MAX_TRIES = 100;

/** A library may come from anyone: a place where no record could have stood is not believed. */
const note = z.object({
  path: z.string().refine(isRecordPath),
  title: z.string(),
  at: z.string(),
});
type Note = z.output<typeof note>;

interface Entry {
  id: string;
  /** The record's own name. */
  name: string;
  /** Where the record lies, absolute, and its note if there is one. */
  place: string;
  note: string | null;
}

export class Trash {
  readonly #root: string;
  readonly #write: WriteDurably;
  readonly #fs: Files;
  /** Notes that have been read, by the ids of their entries: none ever changes. */
  readonly #notes = new Map<string, Note>();

  /** @param root the library's real path */
  constructor(root: string, write: WriteDurably, fs: Files = FILES) {
    this.#root = root;
    this.#write = write;
    this.#fs = fs;
  }

  /** Where the entries lie, absolute. */
  get folder(): string {
    return join(this.#root, FOLDER);
  }

  /** Moves a record here; gives the id of its entry. Raises AppError `not-allowed` for a link. */
  async put(path: string, title: string, now = Date.now()): Promise<string> {
    const from = await resolveToMove(this.#root, path);
    const id = ulid(now);
    const to = await placeInside(this.#root, `${FOLDER}/${id}-${posix.basename(path)}`);
    const text = JSON.stringify({ path, title, at: new Date(now).toISOString() } satisfies Note);
    // The note first: a note without a file is nothing, a file without a note has lost its place.
    await this.#write(await this.#notePath(id), new TextEncoder().encode(`${text}\n`), {
      basedOn: null,
    });
    await moveDurably(from, to);
    return id;
  }

  /**
   * Moves a record back; gives its path, which differs from the old one if that is taken. Raises
   * AppError `unreadable` where it cannot be told where the record stood.
   */
  async restore(id: string): Promise<string> {
    const entry = (await this.#entries()).find((candidate) => candidate.id === id);
    if (!entry) throw new AppError('not-found', 'This record is not in the trash any more.');
    const { path: wanted } = await this.#noteOf(entry).catch((error) => {
      throw stays(entry, error);
    });
    const path = await this.#moveToFreeName(entry.place, wanted);
    await unlink(await this.#notePath(id)).catch(() => {});
    this.#notes.delete(id);
    return path;
  }

  /** What is in the trash, newest first. Never fails: an unreadable trash is an empty one. */
  async list(): Promise<TrashedRecord[]> {
    const listed: TrashedRecord[] = [];
    // One after the other: what is typed meanwhile needs the few threads that wait for the disk.
    for (const entry of await this.#entries().catch(() => [])) {
      const { path, title, at } = await this.#noteOf(entry).catch(() => lost(entry));
      listed.push({ id: entry.id, path, title, at });
    }
    return listed.sort((a, b) => b.at.localeCompare(a.at));
  }

  async #moveToFreeName(from: string, path: string): Promise<string> {
    for (let n = 1; n <= MAX_TRIES; n += 1) {
      const candidate = n === 1 ? path : path.replace(/\.md$/i, `-${n}$&`);
      try {
        await moveDurably(from, await placeInside(this.#root, candidate));
        return candidate;
      } catch (error) {
        if (!hasCode(error, 'conflict')) throw error;
      }
    }
    throw new AppError('not-saved', `No free name was found for ${path}.`);
  }

  async #entries(): Promise<Entry[]> {
    const folder = await resolveInside(this.#root, FOLDER).catch((error) => {
      if (hasCode(error, 'not-found')) return null;
      throw error;
    });
    const found = folder === null ? [] : await readdir(folder, { withFileTypes: true });
    // A link was put here by somebody else, and may lead anywhere.
    const files = found.filter((entry) => entry.isFile());
    const places = new Map(files.map(({ parentPath, name }) => [name, join(parentPath, name)]));
    return [...places].flatMap(([file, place]) => {
      const [, id, name] = FILE.exec(file) ?? [];
      return id && name ? [{ id, name, place, note: places.get(`${id}.json`) ?? null }] : [];
    });
  }

  /** Raises when there is one and it cannot be read. */
  async #noteOf(entry: Entry): Promise<Note> {
    const known = this.#notes.get(entry.id);
    if (known) return known;
    const text = entry.note && (await this.#textOf(entry.note));
    const read = text ? noteIn(text) : null;
    if (read) this.#notes.set(entry.id, read);
    return read ?? lost(entry);
  }

  /** null when it has gone meanwhile. */
  async #textOf(path: string): Promise<string | null> {
    try {
      return new TextDecoder().decode(await this.#fs.readFile(path));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async #notePath(id: string): Promise<string> {
    return placeInside(this.#root, `${FOLDER}/${id}.json`);
  }
}

function noteIn(text: string): Note | null {
  try {
    return note.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** What is known of a file without its note. */
function lost({ name }: Entry): Note {
  return { path: name, title: name.replace(/\.md$/i, ''), at: '' };
}

function stays({ name }: Entry, error: unknown): AppError {
  const reason = reasonOf(error);
  return new AppError(
    'unreadable',
    `Where ${name} stood could not be read: ${reason}. It stays in the trash.`,
    { reason },
  );
}
