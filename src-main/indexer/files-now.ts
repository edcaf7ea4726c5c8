// The files of a library, found and read without waiting in between. For the indexer's thread,
// where nobody is held up by it: it costs a fraction of what the same calls cost one by one.

import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { isIgnoredName, isMarkdownName } from '@core/library/looked-at';
import { MAX_BYTES } from '@core/record/parse';
import { type NoRecord, tooLarge, unread, unreadLink } from '../library/read-file';
import { codeOf } from '../storage/errors';
import { isInside } from '../storage/path-safety';
import { isTempName } from '../storage/temp-files';
import { type Stamp, stampOf } from './stamps';

export interface Found {
  /** Inside the library, with `/`. */
  path: string;
  /** It is a link, or there may be one on its way: where it leads has to be looked at. */
  isLink: boolean;
  /** As it was when it was first asked for, see {@link stampOnce}. */
  stamp?: Stamp | null;
}

export interface Walk {
  files: Found[];
  /** What a killed app may have been writing; absolute. */
  temps: string[];
}

/**
 * Every Markdown file below the root. Folders whose name begins with a dot and node_modules are left
 * alone; links to folders are not followed. Raises when the root cannot be read.
 */
export function walk(root: string): Walk {
  const files: Found[] = [];
  const temps: string[] = [];
  const enter = (folder: string, inside: string) => {
    for (const entry of entriesOf(folder, folder === root)) {
      const { name } = entry;
      if (isIgnoredName(name)) {
        if (isTempName(name)) temps.push(join(folder, name));
        continue;
      }
      if (entry.isDirectory()) enter(join(folder, name), `${inside}${name}/`);
      else if (isMarkdownName(name) && (entry.isFile() || entry.isSymbolicLink())) {
        files.push({ path: inside + name, isLink: entry.isSymbolicLink() });
      }
    }
  };
  enter(root, '');
  return { files, temps };
}

/** A folder that may not be read, or went meanwhile, hides only itself. */
function entriesOf(folder: string, isRoot: boolean) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isRoot) throw error;
    return [];
  }
}

/** The stamp of what is there; null when there is no such file, or it cannot be told. */
export function stampOnce(root: string, found: Found): Stamp | null {
  if (found.stamp === undefined) {
    try {
      found.stamp = stampOf(statSync(`${root}/${found.path}`));
    } catch {
      found.stamp = null;
    }
  }
  return found.stamp;
}

export interface ReadNow<T> {
  reading: T | NoRecord;
  /** null when it was not read from the file itself, and has to be looked at each time. */
  stamp: Stamp | null;
}

/** A pipe of a file's name must not be waited for. Windows has no such flag, and no such pipes. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * null when there is no such file (any more), or not of this name. Never fails.
 * @param read what is made of the bytes, which it must not keep
 */
export function readNow<T>(
  root: string,
  { path, isLink }: Found,
  read: (path: string, bytes: Uint8Array) => T,
): ReadNow<T> | null {
  try {
    const place = join(root, path);
    if (isLink) {
      const real = realpathSync.native(place);
      if (!isInside(root, real)) return { reading: unreadLink(), stamp: null };
      if (isRespelled(place, real)) return null;
    }
    const file = openSync(place, READ);
    try {
      const info = fstatSync(file);
      if (!info.isFile()) return null;
      const stamp = stampOf(info);
      if (info.size > MAX_BYTES) return { reading: tooLarge(info), stamp };
      const bytes = readWhole(file, info.size);
      return { reading: read(path, bytes), stamp: bytes.length === info.size ? stamp : null };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))) return null;
    return { reading: unread(error), stamp: null };
  }
}

/**
 * Where upper and lower case are one, a file is found under its old name, too, after it was renamed.
 * The real path is spelled as the names on the disk are.
 */
function isRespelled(place: string, real: string): boolean {
  if (place === real || place.toLowerCase() !== real.toLowerCase()) return false;
  return !lstatSync(place).isSymbolicLink();
}

/** Where most files have room, one after the other: for thousands in a row nothing is thrown away. */
const ROOM = Buffer.allocUnsafeSlow(64 * 1024);

/** Fewer bytes than that where the file shrinks while it is read. They last until the next file. */
function readWhole(file: number, size: number): Uint8Array {
  const bytes = size <= ROOM.length ? ROOM : Buffer.allocUnsafeSlow(size);
  let done = 0;
  while (done < size) {
    const count = readSync(file, bytes, done, size - done, done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}
