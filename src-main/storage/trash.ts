// The library's own trash: nothing is ever deleted. A record is moved into it beside a note of
// where it stood, and moved back to a free name. A file without a note is listed all the same.

import { readdir, readFile, unlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { AppError } from '@core/errors';
import type { TrashedRecord } from '@core/library/listing';
import { isRecordPath } from '@core/library/looked-at';
import { ulid } from 'ulid';
import { z } from 'zod';
import type { WriteDurably } from './durable-writer';
import { moveDurably } from './move';
import { placeInside, resolveInside } from './path-safety';

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

export class Trash {
  readonly #root: string;
  readonly #write: WriteDurably;

  /** @param root the library's real path */
  constructor(root: string, write: WriteDurably) {
    this.#root = root;
    this.#write = write;
  }

  /** Where the entries lie, absolute. */
  get folder(): string {
    return join(this.#root, FOLDER);
  }

  /** Moves a record here; gives the id of its entry. */
  async put(path: string, title: string, now = Date.now()): Promise<string> {
    const from = await resolveInside(this.#root, path);
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

  /** Moves a record back; gives its path, which differs from the old one if that is taken. */
  async restore(id: string): Promise<string> {
    const entry = (await this.#entries()).find((candidate) => candidate.id === id);
    if (!entry) throw new AppError('not-found', 'This record is not in the trash any more.');
    const from = await resolveInside(this.#root, `${FOLDER}/${entry.file}`);
    const path = await this.#moveToFreeName(from, entry.path);
    await unlink(await this.#notePath(id)).catch(() => {});
    return path;
  }

  /** What is in the trash, newest first. Never fails: an unreadable trash is an empty one. */
  async list(): Promise<TrashedRecord[]> {
    const entries = await this.#entries().catch(() => []);
    return entries
      .map(({ id, path, title, at }) => ({ id, path, title, at }))
      .sort((a, b) => b.at.localeCompare(a.at));
  }

  async #moveToFreeName(from: string, path: string): Promise<string> {
    for (let n = 1; n <= MAX_TRIES; n += 1) {
      const candidate = n === 1 ? path : path.replace(/\.md$/i, `-${n}$&`);
      try {
        await moveDurably(from, await placeInside(this.#root, candidate));
        return candidate;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      }
    }
    throw new AppError('not-saved', `No free name was found for ${path}.`);
  }

  async #entries(): Promise<(TrashedRecord & { file: string })[]> {
    const folder = await resolveInside(this.#root, FOLDER).catch((error) => {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    });
    const names = folder ? await readdir(folder) : [];
    const files = names.flatMap((file) => {
      const match = FILE.exec(file);
      return match?.[1] && match[2] ? [{ file, id: match[1], name: match[2] }] : [];
    });
    return Promise.all(
      files.map(async ({ file, id, name }) => ({ file, id, ...(await this.#noteOf(id, name)) })),
    );
  }

  async #noteOf(id: string, name: string): Promise<Note> {
    const lost: Note = { path: name, title: name.replace(/\.md$/i, ''), at: '' };
    try {
      const parsed = note.safeParse(JSON.parse(await readFile(await this.#notePath(id), 'utf8')));
      return parsed.success ? parsed.data : lost;
    } catch {
      return lost;
    }
  }

  async #notePath(id: string): Promise<string> {
    return placeInside(this.#root, `${FOLDER}/${id}.json`);
  }
}
