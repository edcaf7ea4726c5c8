// The names of our temporary files, and the removal of those a killed app has left. A file of a
// person never matches: the name ends in 16 hexadecimal digits behind `.~`.

import { randomBytes } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const PATTERN = /^\.~.+\.[0-9a-f]{16}$/u;
/** Of 255 bytes a name may have: room for what is put around it. */
const MAX_NAME_BYTES = 200;

/** A new name beside the target: `.~<name>.<random>`. */
export function tempPathFor(target: string): string {
  return join(
    dirname(target),
    `.~${shortened(basename(target))}.${randomBytes(8).toString('hex')}`,
  );
}

export function isTempName(name: string): boolean {
  return PATTERN.test(name);
}

function shortened(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > MAX_NAME_BYTES) short = [...short].slice(0, -1).join('');
  return short;
}

/**
 * Removes our temporary files in the given folders that are older than `before` (epoch
 * milliseconds): nobody is writing them any more. Gives how many; never fails.
 */
export async function sweepTempFiles(folders: Iterable<string>, before: number): Promise<number> {
  let swept = 0;
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const temps = names.filter(isTempName).map((name) => join(folder, name));
    swept += await removeTempFiles(temps, before);
  }
  return swept;
}

/** The same for temporary files that have been found already. */
export async function removeTempFiles(temps: Iterable<string>, before: number): Promise<number> {
  let removed = 0;
  for (const path of temps) {
    try {
      const info = await stat(path);
      if (!info.isFile() || info.mtimeMs >= before) continue;
      await unlink(path);
      removed += 1;
    } catch {
      // Someone else was quicker, or it may not be removed: it does no harm.
    }
  }
  return removed;
}
