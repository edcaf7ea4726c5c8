// What was known of a library's files when the app last ran, in one file of the app's own data
// folder. It may be lost, and is never wrong: it is written whole and then renamed, it carries a
// check sum and what it was written for, and whatever is not as it should be is as good as absent.
// Behind its first lines stands what threads share of it, as they share it: nothing of that is read
// until it is asked for.

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Listed } from '../library/listed';
import { tempPathFor } from '../storage/temp-files';
import { type Packed, pack, unpack } from './packed';
import type { Stamp } from './stamps';

/** Goes up when anything in here, or in what is kept of a file, takes another form. */
const FORMAT = 3;
const MARK = `close-call index ${FORMAT}`;

export interface Cached {
  stamp: Stamp;
  listed: Listed;
}

export interface Cache {
  packed: Packed;
  /** Four numbers for each file: size, mtime, ctime, inode. */
  stamps: Float64Array;
}

/** The second line. */
interface Contents {
  /** What the cache was written for. */
  owner: string;
  files: number;
  /** Bytes of {@link Packed.places}; the rows are what follows. */
  places: number;
}

/**
 * null when there is none that counts.
 * @param owner what must be the same for the cache to count: the library, the app's version
 */
export function loadCache(path: string, owner: string): Cache | null {
  try {
    return decode(readShared(path), owner);
  } catch {
    return null;
  }
}

/** Raises what the disk raises; the cache that was there stays then. */
export function saveCache(path: string, owner: string, files: ReadonlyMap<string, Cached>): void {
  mkdirSync(dirname(path), { recursive: true });
  const temp = tempPathFor(path);
  try {
    write(temp, encode(owner, files));
    renameSync(temp, path);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}

export function cachedFiles({ packed, stamps }: Cache): [path: string, file: Cached][] {
  const at = (n: number) => stamps[n] ?? 0;
  return unpack(packed).map(([path, listed], n) => {
    const [size, mtime, ctime, inode] = [at(4 * n), at(4 * n + 1), at(4 * n + 2), at(4 * n + 3)];
    return [path, { listed, stamp: { size, mtime, ctime, inode } }];
  });
}

function encode(owner: string, files: ReadonlyMap<string, Cached>): Uint8Array[] {
  const stamps = new Float64Array(4 * files.size);
  let at = 0;
  for (const { stamp } of files.values()) {
    stamps.set([stamp.size, stamp.mtime, stamp.ctime, stamp.inode], at);
    at += 4;
  }
  const listed = [...files].map(([path, file]) => [path, file.listed] as const);
  const { places, rows } = pack(listed);
  const contents: Contents = { owner, files: files.size, places: places.length };
  const body = [Buffer.from(`${JSON.stringify(contents)}\n`), bytesOf(stamps), places, rows];
  const sum = body.reduce((before, bytes) => crc32(bytes, before), 0);
  return [Buffer.from(`${MARK} ${sum}\n`), ...body];
}

function decode(bytes: Buffer, owner: string): Cache | null {
  const first = bytes.indexOf('\n');
  const body = bytes.subarray(first + 1);
  if (bytes.toString('latin1', 0, first) !== `${MARK} ${crc32(body)}`) return null;
  const second = body.indexOf('\n');
  const contents: Contents = JSON.parse(body.toString('utf8', 0, second));
  if (contents.owner !== owner) return null;
  const from = second + 1;
  const stamps = new Float64Array(4 * contents.files);
  const middle = from + stamps.byteLength;
  // They have to begin where numbers may.
  bytesOf(stamps).set(body.subarray(from, middle));
  const end = middle + contents.places;
  return { stamps, packed: { places: body.subarray(middle, end), rows: body.subarray(end) } };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function readShared(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.from(new SharedArrayBuffer(fstatSync(file).size));
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(file, bytes, done, bytes.length - done, done);
      if (count === 0) break;
      done += count;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

function write(path: string, pieces: readonly Uint8Array[]): void {
  const file = openSync(path, 'wx');
  try {
    for (const bytes of pieces) writeFileSync(file, bytes);
  } finally {
    closeSync(file);
  }
}
