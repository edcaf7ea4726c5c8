// An append-only file of checksummed lines. What `append` has resolved for is on the disk: a line
// is fsynced at once, and lines that come while the disk is busy go together with the next one. A
// torn or damaged line is left out when reading, and hides no other line.

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, notSaved } from './errors';
import { FILES, type Files, keptFewer, sha256, syncFolder, writeAll } from './files';
import { tempPathFor } from './temp-files';
import { Turns } from './turns';

const CHECKSUM = 16;

interface Waiting {
  line: string;
  done: () => void;
  failed: (error: unknown) => void;
}

export class Journal<Entry> {
  readonly path: string;
  readonly #fs: Files;
  readonly #parse: (value: unknown) => Entry | null;
  #waiting: Waiting[] = [];
  readonly #turns = new Turns();
  /** The last write may have left half a line: the next one begins below it. */
  #torn = true;

  /** @param parse gives null for a line that is not (or no longer) an entry */
  constructor(path: string, parse: (value: unknown) => Entry | null, fs: Files = FILES) {
    this.path = path;
    this.#parse = parse;
    this.#fs = fs;
  }

  /** Resolves when the entry is on the disk. Raises AppError `not-saved`. */
  append(entry: Entry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line: lineOf(entry), done: resolve, failed: reject });
      if (this.#waiting.length === 1) void this.#next(() => this.#writeWaiting());
    });
  }

  /**
   * Puts other entries in the place of all, whole or not at all; no entries, no file. They are
   * asked for when it is their turn, so that nothing appended meanwhile is forgotten.
   */
  replace(entries: () => readonly Entry[]): Promise<void> {
    return this.#next(async () => {
      const lines = entries().map(lineOf).join('');
      if (lines === '') return this.#remove();
      const temp = tempPathFor(this.path);
      await this.#write(temp, 'wx', lines);
      await this.#fs.rename(temp, this.path);
      await syncFolder(this.#fs, dirname(this.path));
      this.#torn = false;
    });
  }

  clear(): Promise<void> {
    return this.replace(() => []);
  }

  /** All whole entries, in order; none when there is no file. */
  async read(): Promise<Entry[]> {
    const text = await this.#fs.readFile(this.path).then(
      (bytes) => new TextDecoder().decode(bytes),
      (error) => {
        if (codeOf(error) === 'ENOENT') return '';
        throw error;
      },
    );
    return text.split('\n').flatMap((line) => {
      const value = checkedValue(line);
      const entry = value === undefined ? null : this.#parse(value);
      return entry === null ? [] : [entry];
    });
  }

  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  #next(work: () => Promise<void>): Promise<void> {
    return this.#turns.take(work).catch((error) => {
      throw notSaved(error);
    });
  }

  async #writeWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    const lines = (this.#torn ? '\n' : '') + batch.map(({ line }) => line).join('');
    try {
      this.#torn = true;
      await this.#write(this.path, 'a', lines);
      this.#torn = false;
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(notSaved(error));
    }
  }

  async #write(path: string, flags: 'a' | 'wx', lines: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const file = await this.#fs.open(path, flags, 0o600);
    const bytes = new TextEncoder().encode(lines);
    let before: number;
    try {
      before = (await file.stat()).size;
      await writeAll(file, bytes);
      const { size } = await file.stat();
      if (size !== before + bytes.length) throw keptFewer();
      await file.sync();
    } finally {
      await file.close();
    }
    if (before === 0) await syncFolder(this.#fs, dirname(path));
  }

  async #remove(): Promise<void> {
    try {
      await this.#fs.unlink(this.path);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    this.#torn = false;
  }
}

function lineOf(entry: unknown): string {
  const json = JSON.stringify(entry);
  return `${sha256(json).slice(0, CHECKSUM)} ${json}\n`;
}

function checkedValue(line: string): unknown {
  const json = line.slice(CHECKSUM + 1);
  if (json === '' || sha256(json).slice(0, CHECKSUM) !== line.slice(0, CHECKSUM)) return undefined;
  return JSON.parse(json);
}
