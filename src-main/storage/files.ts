// The few file functions the storage stands on, as values, so that a test can stand in for the
// disk and make it fail. Nothing here is more than its name says.

import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { codeOf } from './errors';

export interface OpenFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ bytesWritten: number }>;
  stat(): Promise<{ size: number }>;
  chmod(mode: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What is used of node:fs/promises. */
export interface Files {
  open(path: string, flags: string, mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  realpath(path: string): Promise<string>;
  stat(path: string): Promise<{ mode: number }>;
  lstat(path: string): Promise<{ ino: number; dev: number }>;
  access(path: string, mode: number): Promise<void>;
  readFile(path: string): Promise<Uint8Array>;
}

export const FILES: Files = { ...nodeFs, readFile: readWhole };

const MOST_FILES = 64 * 1024;

/** A file's bytes. A first read goes beside the look at the size: most files need no other. */
async function readWhole(path: string): Promise<Uint8Array> {
  const file = await nodeFs.open(path, 'r');
  try {
    const first = Buffer.allocUnsafe(MOST_FILES);
    const reading = file.read(first, 0, MOST_FILES, 0);
    const [{ bytesRead }, { size }] = await Promise.all([reading, file.stat()]);
    return bytesRead === size ? first.subarray(0, size) : await file.readFile();
  } finally {
    await file.close();
  }
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes until every byte is in: one write may take fewer than it was given. */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, null);
    if (bytesWritten <= 0) {
      throw Object.assign(new Error('the disk took no more bytes'), { code: 'ENOSPC' });
    }
    done += bytesWritten;
  }
}

/** For a disk whose file is shorter than what was written to it. */
export function keptFewer(): Error {
  return Object.assign(new Error('the disk kept fewer bytes'), { code: 'ENOSPC' });
}

/** Makes the names in a folder durable, where the system knows how. */
export async function syncFolder(fs: Files, folder: string): Promise<void> {
  // Windows cannot open a folder as a file; its renames are journalled by NTFS.
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems do not know it, which is not a failure to write.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** The hash of a file, or null if there is none. */
export async function hashOfFile(fs: Files, path: string): Promise<string | null> {
  try {
    return sha256(await fs.readFile(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
