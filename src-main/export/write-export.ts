// One export onto the disk, whole or not at all, and what to say when it cannot be. A record of a
// library is never replaced by its own export.

import { readdirSync, unlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, hasCode } from '@core/errors';
import type { WriteDurably } from '../storage/durable-writer';
import { reasonOf } from '../storage/errors';
import { FILES, hashOfFile } from '../storage/files';
import { isTempName } from '../storage/temp-files';

/** Places being written now; what is left of them when the app ends is removed. */
const unfinished = new Set<string>();

/**
 * Writes the file, replacing what is there when `replace` is true.
 * Raises AppError `not-exported`; the folder is then as it was.
 */
export async function writeExport(
  path: string,
  bytes: Uint8Array,
  replace: boolean,
  write: WriteDurably,
): Promise<void> {
  unfinished.add(path);
  try {
    if (replace && (await isRecord(path))) throw isTheRecord(path);
    const basedOn = replace ? await hashOfFile(FILES, path) : null;
    await write(path, bytes, { basedOn });
  } catch (error) {
    throw notExported(error, path);
  } finally {
    unfinished.delete(path);
  }
}

/** Removes what half-written exports have left beside their places; for the end of the app. */
export function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      const start = `.~${basename(path).slice(0, 20)}`;
      for (const name of readdirSync(dirname(path))) {
        if (isTempName(name) && name.startsWith(start)) unlinkSync(join(dirname(path), name));
      }
    } catch {
      // The folder is gone, and what was in it.
    }
  }
}

/** Is a near miss kept in this file? It would lose its front matter to an export. */
export async function isRecord(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
      const start = buffer.toString('utf8', 0, bytesRead);
      return /^\uFEFF?---[ \t]*\r?\n/.test(start) && /^close-call:/m.test(start);
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

function isTheRecord(path: string): AppError {
  const reason = `“${basename(path)}” is a near miss itself, which the export would replace`;
  return new AppError('not-exported', `Not exported: ${reason}. ${KEPT} Choose another folder.`, {
    reason,
  });
}

const KEPT = 'The record itself is not touched.';

const REMEDIES: Record<string, string> = {
  ENOSPC: 'Free some space or choose another disk, then export again.',
  EDQUOT: 'Free some space or choose another disk, then export again.',
};

/** Any failure to write as `not-exported`: what happened, what was kept, what to do. */
export function notExported(error: unknown, path: string): AppError {
  if (hasCode(error, 'not-exported')) return error;
  const code = codeOf(error);
  const reason = reasonOf(error);
  const remedy = REMEDIES[code] ?? 'Choose another folder, then export again.';
  return new AppError('not-exported', `Not exported: ${reason}. ${KEPT} ${remedy}`, {
    reason,
    code,
    folder: dirname(path),
  });
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.details.code ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

const FOLDER_CODES = new Set(
  'ENOSPC EDQUOT EROFS EACCES EPERM ENOENT ENOTDIR ENODEV ENXIO ESTALE EIO'.split(' '),
);

/** Would the next file into the same folder fail just so? */
export function concernsFolder(error: unknown): boolean {
  return error instanceof AppError && FOLDER_CODES.has(error.details.code ?? '');
}
