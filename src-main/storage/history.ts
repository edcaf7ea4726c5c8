// The versions of one file that were seen or saved here, each whole and by its content, so that any
// of them comes back byte for byte: for thirty days, and the last twenty for ever. They lie outside
// the library, and nothing but age takes them away.

import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, hasCode } from '@core/errors';
import { VERSION_ORIGINS, type VersionOrigin } from '@core/record/version';
import { z } from 'zod';
import type { WriteDurably } from './durable-writer';
import { codeOf, notSaved } from './errors';
import { FILES, type Files, sha256 } from './files';
import { Journal } from './journal';
import { Turns } from './turns';

const entry = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Epoch milliseconds. */
  at: z.number(),
  why: z.enum(VERSION_ORIGINS),
  bytes: z.number(),
});
export type KeptVersion = z.output<typeof entry>;

const DAY = 24 * 60 * 60 * 1000;
const KEPT_FOR = 30 * DAY;
const KEPT_ALWAYS = 20;

export class History {
  readonly #folder: string;
  readonly #write: WriteDurably;
  readonly #fs: Files;
  readonly #journal: Journal<KeptVersion>;
  #known: Promise<KeptVersion[]> | null = null;
  readonly #turns = new Turns();

  /** @param folder of this file alone; made when there is something to keep */
  constructor(folder: string, write: WriteDurably, fs: Files = FILES) {
    this.#folder = folder;
    this.#write = write;
    this.#fs = fs;
    this.#journal = new Journal(
      join(folder, 'versions'),
      (value) => entry.safeParse(value).data ?? null,
      fs,
    );
  }

  /**
   * Resolves when the version is on the disk; gives its hash. What is the newest version already
   * is not kept twice. Raises AppError `not-saved`.
   */
  keep(bytes: Uint8Array, why: VersionOrigin, at = Date.now()): Promise<string> {
    return this.#inTurn(async () => {
      const hash = sha256(bytes);
      const versions = await this.#versions();
      if (versions.at(-1)?.hash === hash) return hash;
      await this.#putContent(hash, bytes);
      const version = { hash, at, why, bytes: bytes.length };
      await this.#journal.append(version);
      versions.push(version);
      return hash;
    });
  }

  /** Newest first. */
  list(): Promise<KeptVersion[]> {
    return this.#inTurn(async () => [...(await this.#versions())].reverse());
  }

  /** The bytes of a version. Raises AppError `not-found` when they are gone or damaged. */
  async read(hash: string): Promise<Uint8Array> {
    const bytes = await this.#fs.readFile(this.#content(hash)).catch((error) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    if (bytes !== null && sha256(bytes) === hash) return bytes;
    const why = bytes === null ? 'is not kept any more' : 'was damaged on the disk';
    throw new AppError('not-found', `This version ${why}.`);
  }

  /** Lets go of what is older than it is kept; gives how many versions went. */
  prune(now = Date.now()): Promise<number> {
    return this.#inTurn(async () => {
      const all = await this.#versions();
      const kept = all.filter(
        ({ at }, index) => index >= all.length - KEPT_ALWAYS || now - at <= KEPT_FOR,
      );
      if (kept.length < all.length) {
        // The list first: a version without content would be worse than content without a version.
        await this.#journal.replace(() => kept);
        this.#known = Promise.resolve(kept);
      }
      await this.#dropContentsBut(new Set(kept.map(({ hash }) => hash)));
      return all.length - kept.length;
    });
  }

  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  async #putContent(hash: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    try {
      await this.#write(this.#content(hash), bytes, { basedOn: null });
    } catch (error) {
      // Content is named by what it holds: what is there already is the same, or damaged.
      if (!hasCode(error, 'conflict')) throw error;
      const there = sha256(await this.#fs.readFile(this.#content(hash)));
      if (there !== hash) await this.#write(this.#content(hash), bytes, { basedOn: there });
    }
  }

  async #dropContentsBut(kept: ReadonlySet<string>): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      if (!/^[0-9a-f]{64}$/.test(name) || kept.has(name)) continue;
      await this.#fs.unlink(join(this.#folder, name)).catch(() => {});
    }
  }

  #content(hash: string): string {
    return join(this.#folder, hash);
  }

  #versions(): Promise<KeptVersion[]> {
    this.#known ??= this.#journal.read();
    this.#known.catch(() => {
      this.#known = null;
    });
    return this.#known;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.take(work).catch((error) => {
      throw notSaved(error);
    });
  }
}
