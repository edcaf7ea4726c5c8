// The promise of every save: when writeDurably resolves, the file holds exactly the given bytes,
// on the disk; when it rejects before the rename, the old file is there whole. A file that is not
// what the edit was based on is never replaced. The order below is the promise; see durability.md.
// It runs in a thread of its own, where the calls to the disk may block: writer-thread.ts.

import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '@core/errors';
import { BLOCKING_FILES } from './blocking-files';
import { codeOf, notSaved } from './errors';
import { type Files, hashOfFile, keptFewer, sha256, syncFolder, writeAll } from './files';
import { alone } from './lock';
import { hasNoLinks, taken } from './new-place';
import { tempPathFor } from './temp-files';

/** What the writer stands on; a test hands in its own. */
export interface WriterParts {
  fs: Files;
  /** Milliseconds between tries of a rename that is refused for now; ten seconds in all. */
  backOff: readonly number[];
  /** Runs work while no other process of ours compares or renames the same file. */
  alone: typeof alone;
}

/** Pauses between the tries of a rename, in milliseconds. */
export const DEFAULT_BACK_OFF: readonly number[] = [
  10,
  20,
  40,
  80,
  150,
  300,
  400,
  ...new Array<number>(9).fill(1000),
];

const PARTS: WriterParts = {
  fs: BLOCKING_FILES,
  backOff: DEFAULT_BACK_OFF,
  alone,
};
const REFUSED_FOR_NOW = ['EPERM', 'EBUSY', 'EACCES'];
const HASH_OF_NOTHING = sha256('');
const NEW_FILE_MODE = 0o666;

export interface WriteOptions {
  /**
   * SHA-256 of what the file held when the edit was made; null when there must be no file yet.
   * Anything else there raises AppError `conflict`.
   */
  basedOn: string | null;
}

/** Gives the SHA-256 of what was written. Raises AppError `conflict` or `not-saved`. */
export type WriteDurably = (
  path: string,
  bytes: Uint8Array,
  options: WriteOptions,
) => Promise<string>;

export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions,
  parts: WriterParts = PARTS,
): Promise<string> {
  try {
    return await write(path, bytes, options.basedOn, parts);
  } catch (error) {
    throw notSaved(error);
  }
}

async function write(
  path: string,
  bytes: Uint8Array,
  basedOn: string | null,
  parts: WriterParts,
): Promise<string> {
  const { fs } = parts;
  const looking = Promise.all([resolveLinks(fs, path), modeOf(fs, path)]);
  const hash = sha256(bytes);
  const [target, mode] = await looking;
  const temp = tempPathFor(target);
  try {
    await writeTemp(fs, temp, bytes, mode);
    if (basedOn === null) await putNew(parts, temp, target);
    else await replace(parts, temp, target, basedOn);
  } catch (error) {
    await fs.unlink(temp).catch(() => {});
    throw error;
  }
  await syncFolder(fs, dirname(target));
  if ((await hashOfFile(fs, target)) !== hash) {
    throw new AppError('not-saved', 'Not saved: the disk gave back something else.', {
      reason: 'the disk gave back something else than was written',
    });
  }
  return hash;
}

/** The file behind links; for a file that is not there yet, its place in the real folder. */
async function resolveLinks(fs: Files, path: string): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return join(await fs.realpath(dirname(path)), basename(path));
  }
}

/** The file's mode, or null if there is none. A file its owner protected is not replaced. */
async function modeOf(fs: Files, path: string): Promise<number | null> {
  try {
    const [{ mode }] = await Promise.all([fs.stat(path), fs.access(path, constants.W_OK)]);
    return mode & 0o7777;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function writeTemp(
  fs: Files,
  temp: string,
  bytes: Uint8Array,
  mode: number | null,
): Promise<void> {
  const file = await fs.open(temp, 'wx', mode ?? NEW_FILE_MODE);
  try {
    await Promise.all([
      writeAll(file, bytes),
      // The mode given to open is cut by the umask; the target's own was not.
      mode === null ? null : file.chmod(mode),
    ]);
    const { size } = await file.stat();
    if (size !== bytes.length) throw keptFewer();
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Renames over the target, which must still be what the edit was based on. */
async function replace(
  { fs, backOff, alone }: WriterParts,
  temp: string,
  target: string,
  basedOn: string,
): Promise<void> {
  for (const pause of [...backOff, null]) {
    try {
      return await alone(target, async () => {
        if ((await hashOfFile(fs, target)) !== basedOn) throw changedOutside();
        await fs.rename(temp, target);
      });
    } catch (error) {
      // A virus scanner or a sync tool lets go again. Writing in place would risk the old file.
      if (pause === null || !REFUSED_FOR_NOW.includes(codeOf(error))) throw error;
      await delay(pause);
    }
  }
}

function changedOutside(): AppError {
  return new AppError('conflict', 'The file was changed outside Close Call.', {
    reason: 'the file was changed outside Close Call',
  });
}

/** Puts the file where none is: a link fails when something is there, a rename would not. */
async function putNew(parts: WriterParts, temp: string, target: string): Promise<void> {
  const { fs } = parts;
  try {
    await fs.link(temp, target);
    await fs.unlink(temp);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw taken();
    if (!hasNoLinks(error)) throw error;
    await reserve(fs, target);
    try {
      await replace(parts, temp, target, HASH_OF_NOTHING);
    } catch (refused) {
      await giveUp(fs, target).catch(() => {});
      throw refused;
    }
  }
}

/** Takes back what was reserved, unless someone has put something in it. */
async function giveUp(fs: Files, target: string): Promise<void> {
  if ((await hashOfFile(fs, target)) === HASH_OF_NOTHING) await fs.unlink(target);
}

/** Where there are no links: an empty file of our own is made first, and renamed over. */
async function reserve(fs: Files, target: string): Promise<void> {
  try {
    await (await fs.open(target, 'wx')).close();
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? taken() : error;
  }
}
