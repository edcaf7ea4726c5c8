// Keeps every path inside its library: no `..`, no absolute path, no link that leads out. Whoever
// touches a file of a library has its path from here.

import { lstat, mkdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { AppError } from '@core/errors';
import { codeOf, notSaved } from './errors';

const WINDOWS = process.platform === 'win32';

/** Whether the real path lies below the real folder. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The real path of an existing file in the library.
 * @param root the library's real path
 * @param path inside the library, with `/`
 * Raises AppError `not-allowed` when it leads out, `not-found` when nothing is there.
 */
export async function resolveInside(root: string, path: string): Promise<string> {
  const joined = join(root, ...partsOf(path));
  try {
    const real = await realpath(joined);
    if (!isInside(root, real)) throw leadsOut(path);
    return real;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))) {
      throw new AppError('not-found', `${path} is not there any more.`, { path });
    }
    throw error;
  }
}

/**
 * The same of a file that is to be moved. Of a link that would be the other file, and the link would
 * lead nowhere from then on: raises AppError `not-allowed` for it, too.
 */
export async function resolveToMove(root: string, path: string): Promise<string> {
  const real = await resolveInside(root, path);
  if ((await lstat(join(root, path))).isSymbolicLink()) {
    throw new AppError('not-allowed', `${path} is a link to another file, so it is not moved.`, {
      path,
    });
  }
  return real;
}

/**
 * Where a new file goes, its folders made. Each folder is checked before the next is made in it,
 * so that nothing is ever made outside. Raises AppError `not-allowed` or `not-saved`.
 */
export async function placeInside(root: string, path: string): Promise<string> {
  const parts = partsOf(path);
  let folder = root;
  for (const part of parts.slice(0, -1)) {
    folder = await madeFolder(join(folder, part));
    if (!isInside(root, folder)) throw leadsOut(path);
  }
  return join(folder, ...parts.slice(-1));
}

/** The real path of a folder that is there now. */
async function madeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    return await realpath(folder);
  } catch (error) {
    throw notSaved(error);
  }
}

/** A file's path inside the library, with `/`, whatever the system uses. */
export function pathInside(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}

function partsOf(path: string): string[] {
  // A backslash is a letter like any other where it does not part folders.
  const parts = path.split(WINDOWS ? /[/\\]/ : '/');
  const wrong = parts.some((part) => part === '' || part === '.' || part === '..');
  if (wrong || isAbsolute(path) || path.includes('\0') || (WINDOWS && path.includes(':'))) {
    throw leadsOut(path);
  }
  return parts;
}

function leadsOut(path: string): AppError {
  return new AppError('not-allowed', `${path} leads out of the library, so it is not touched.`, {
    path,
  });
}
