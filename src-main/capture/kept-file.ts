// What is typed into the small capture window and not saved yet, in a file of the app's own data
// folder: there again after a quit. It never holds a name (see KeptForm), and it goes when there is
// nothing to keep. A file that cannot be used is set aside, never a reason not to start.

import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptCapture } from '@core/ipc/contract';
import { keptCaptureSchema } from '@core/ipc/schemas';
import { codeOf, notSaved } from '../storage/errors';
import { Turns } from '../storage/turns';

const NAME = 'capture.json';

export class KeptFile {
  readonly #path: string;
  readonly #turns = new Turns();

  constructor(folder: string) {
    this.#path = join(folder, NAME);
  }

  /** What was kept; null when there is nothing that can be used. */
  read(): Promise<KeptCapture | null> {
    return this.#turns.take(async () => {
      try {
        return keptCaptureSchema.parse(JSON.parse(await readFile(this.#path, 'utf8')));
      } catch (error) {
        if (codeOf(error) !== 'ENOENT')
          await rename(this.#path, `${this.#path}.damaged`).catch(() => {});
        return null;
      }
    });
  }

  /** Resolves when it is on the disk, whole. Raises AppError `not-saved`. */
  keep(kept: KeptCapture | null): Promise<void> {
    return this.#turns.take(async () => {
      try {
        if (kept) await this.#write(JSON.stringify(kept));
        else await rm(this.#path, { force: true });
      } catch (error) {
        throw notSaved(error);
      }
    });
  }

  async #write(text: string): Promise<void> {
    const next = `${this.#path}.next`;
    const file = await open(next, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, this.#path);
  }
}
