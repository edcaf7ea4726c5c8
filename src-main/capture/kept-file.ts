// What is typed into the small capture window and not saved yet, in a file of the app's own data
// folder: there again after a quit. It never holds a name (see KeptForm), and it goes when there is
// nothing to keep. A file that says nothing is set aside and that is said, never a reason not to
// start; one that cannot be read is left alone, and so is what it holds.

import { dirname, join } from 'node:path';
import { AppError } from '@core/errors';
import type { KeptCapture } from '@core/ipc/contract';
import { keptCaptureSchema } from '@core/ipc/schemas';
import { codeOf, notSaved, reasonOf } from '../storage/errors';
import { FILES, type Files, syncFolder, writeAll } from '../storage/files';
import { Turns } from '../storage/turns';

const NAME = 'capture';

export class KeptFile {
  readonly #path: string;
  readonly #notify: (message: string) => void;
  readonly #fs: Files;
  readonly #turns = new Turns();

  constructor(folder: string, notify: (message: string) => void, fs: Files = FILES) {
    this.#path = join(folder, `${NAME}.json`);
    this.#notify = notify;
    this.#fs = fs;
  }

  /** What was kept; null when there is none, and that is certain. Raises AppError `unreadable`. */
  read(): Promise<KeptCapture | null> {
    return this.#turns.take(async () => {
      try {
        const text = await this.#text();
        if (text === null) return null;
        const kept = parsed(text);
        if (!kept) await this.#setAside();
        return kept;
      } catch (error) {
        const reason = reasonOf(error);
        throw new AppError(
          'unreadable',
          `What you typed before could not be read: ${reason}. It was left as it is.`,
          { reason, code: codeOf(error) },
        );
      }
    });
  }

  /** Resolves when it is on the disk, whole. Raises AppError `not-saved`. */
  keep(kept: KeptCapture | null): Promise<void> {
    return this.#turns.take(async () => {
      try {
        if (kept) await this.#write(JSON.stringify(kept));
        else await this.#remove();
      } catch (error) {
        throw notSaved(error);
      }
    });
  }

  /** null when there is no file. */
  async #text(): Promise<string | null> {
    try {
      return new TextDecoder().decode(await this.#fs.readFile(this.#path));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  async #setAside(): Promise<void> {
    const time = new Date().toISOString().replace(/\W/g, '');
    const aside = join(dirname(this.#path), `${NAME}.damaged-${time}.json`);
    await this.#fs.rename(this.#path, aside);
    this.#notify(
      'What you typed before into the small window could not be made out, so it begins empty. ' +
        `The old file is ${aside}.`,
    );
    await syncFolder(this.#fs, dirname(aside));
  }

  async #write(text: string): Promise<void> {
    const next = `${this.#path}.next`;
    const file = await this.#fs.open(next, 'w', 0o600);
    try {
      await writeAll(file, new TextEncoder().encode(text));
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#fs.rename(next, this.#path);
    await syncFolder(this.#fs, dirname(this.#path));
  }

  async #remove(): Promise<void> {
    await this.#fs.unlink(this.#path).catch((error) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
  }
}

/** null when it is not what was written here. */
function parsed(text: string): KeptCapture | null {
  try {
    return keptCaptureSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
