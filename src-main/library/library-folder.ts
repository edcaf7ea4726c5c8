// A folder as a library: is it one, what does its close-call.yml say, may it be written; and how
// a new one and the sample come to be. Files that are there are left alone.

import { constants } from 'node:fs';
import { access, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError, hasCode } from '@core/errors';
import { CONFIG_FILE, type LibraryConfig, newConfigText, readConfig } from '@core/library/config';
import type { WriteDurably } from '../storage/durable-writer';
import { codeOf, notSaved, reasonOf } from '../storage/errors';
import { placeInside, resolveInside } from '../storage/path-safety';
import { decodeUtf8 } from './read-file';

const SAMPLE_NAME = 'close-call-sample';
const MAX_CONFIG_BYTES = 1024 * 1024;

/** The folder's real path. Raises AppError `not-a-library`, in words that say what was found. */
export async function realFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) {
      throw notALibrary(folder, `${folder} is a file. A library is a folder: choose the folder.`);
    }
    await access(root, constants.R_OK);
    return root;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) {
      throw notALibrary(folder, `${folder} was not found. It may have been moved or renamed.`);
    }
    throw notALibrary(folder, `${folder} could not be read: ${reasonOf(error)}.`);
  }
}

/** For a folder with neither a configuration nor a record. */
export function noRecordsIn(folder: string): AppError {
  return notALibrary(
    folder,
    `${folder} is not a library: it holds neither ${CONFIG_FILE} nor a near miss. ` +
      'To begin one here, use “Create a library…”.',
  );
}

function notALibrary(folder: string, message: string): AppError {
  return new AppError('not-a-library', message, { folder });
}

export async function isWritable(root: string): Promise<boolean> {
  return access(root, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/**
 * null when there is no close-call.yml. Never fails: what cannot be read is said in problems.
 * @param root the library's real path
 */
export async function configOf(root: string): Promise<LibraryConfig | null> {
  const name = basename(root);
  const faulty = (problem: string): LibraryConfig => ({
    ...readConfig('', name),
    problems: [`${CONFIG_FILE} ${problem}, so the defaults stand in`],
  });
  try {
    const path = await resolveInside(root, CONFIG_FILE);
    const info = await stat(path);
    if (!info.isFile()) return null;
    if (info.size > MAX_CONFIG_BYTES) return faulty('is larger than 1 MiB');
    const text = decodeUtf8(await readFile(path));
    return text === null ? faulty('is not UTF-8 text') : readConfig(text, name);
  } catch (error) {
    if (hasCode(error, 'not-found')) return null;
    if (error instanceof AppError) return faulty('is a link that leads out of the library');
    if (codeOf(error) === 'ENOENT') return null;
    return faulty(`could not be read: ${reasonOf(error)}`);
  }
}

/** Makes the folder a library, unless it is one. Raises AppError `not-saved`. */
export async function createLibrary(folder: string, write: WriteDurably): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const root = await realFolder(folder);
    if (await configOf(root)) return;
    await write(join(root, CONFIG_FILE), new TextEncoder().encode(newConfigText(basename(root))), {
      basedOn: null,
    });
  } catch (error) {
    throw notSaved(error);
  }
}

/**
 * Copies the sample library into a new folder below `parent`; gives that folder. Raises AppError
 * `not-saved`.
 */
export async function copySample(
  sample: string,
  parent: string,
  write: WriteDurably,
): Promise<string> {
  try {
    const target = await newFolder(parent);
    const files = await readdir(sample, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const from = join(file.parentPath, file.name);
      const inside = from.slice(sample.length + 1).replaceAll('\\', '/');
      await write(await placeInside(target, inside), await readFile(from), { basedOn: null });
    }
    return target;
  } catch (error) {
    throw notSaved(error);
  }
}

async function newFolder(parent: string): Promise<string> {
  const root = await realFolder(parent);
  for (let n = 1; ; n += 1) {
    const folder = join(root, n === 1 ? SAMPLE_NAME : `${SAMPLE_NAME}-${n}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}
