// What was known of a library's files when the app last ran, in one file of the app's own data
// folder. It may be lost, and is never wrong: it is written whole and then renamed, it carries a
// check sum and what it was written for, and whatever is not as it should be is as good as absent.
// Behind its first lines stand the rows.

import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Listed } from '../library/listed';
import { tempPathFor } from '../storage/temp-files';
import type { Stamp } from './stamps';

/** Goes up when anything in here, or in what is kept of a file, takes another form. */
const FORMAT = 2;
const MARK = `close-call index ${FORMAT}`;
/** One letter a kind, in the first line. */
const KINDS = { record: 'r', attention: 'a', other: 'o' } as const;

export interface Cached {
  stamp: Stamp;
  listed: Listed;
}

/**
 * In columns: parsed at once, however many files there are. For a record, `said` holds id and title;
 * for a file that needs attention, all that is known of it; for others nothing.
 */
interface Columns {
  /** What the cache was written for. */
  owner: string;
  paths: string[];
  hashes: string[];
  kinds: string;
  stamps: number[];
  said: unknown[];
  /** Bytes of each row, and of its head before it. */
  rows: number[];
  heads: number[];
}

/** @param owner what must be the same for the cache to count: the library, the app's version */
export function loadCache(path: string, owner: string): Map<string, Cached> {
  try {
    return decode(readFileSync(path), owner);
  } catch {
    return new Map();
  }
}

/** Raises what the disk raises; the cache that was there stays then. */
export function saveCache(path: string, owner: string, files: ReadonlyMap<string, Cached>): void {
  mkdirSync(dirname(path), { recursive: true });
  const temp = tempPathFor(path);
  try {
    writeFileSync(temp, encode(owner, files), { flag: 'wx' });
    renameSync(temp, path);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}

function encode(owner: string, files: ReadonlyMap<string, Cached>): Buffer {
  const columns: Columns = {
    owner,
    paths: [],
    hashes: [],
    kinds: '',
    stamps: [],
    said: [],
    rows: [],
    heads: [],
  };
  const rows: string[] = [];
  for (const [path, { stamp, listed }] of files) {
    const { hash, kind } = listed;
    const { head, row } = kind === 'record' ? listed : NO_ROW;
    columns.paths.push(path);
    columns.hashes.push(hash);
    columns.kinds += KINDS[kind];
    columns.stamps.push(stamp.size, stamp.mtime, stamp.ctime, stamp.inode);
    columns.said.push(saidOf(listed));
    columns.rows.push(row.length);
    columns.heads.push(head.length);
    rows.push(head, row);
  }
  const body = Buffer.from(`${JSON.stringify(columns)}\n${rows.join('')}`);
  return Buffer.concat([Buffer.from(`${MARK} ${crc32(body)}\n`), body]);
}

function saidOf(listed: Listed): unknown {
  if (listed.kind === 'record') return [listed.id, listed.title];
  return listed.kind === 'attention' ? listed : 0;
}

function decode(bytes: Buffer, owner: string): Map<string, Cached> {
  const files = new Map<string, Cached>();
  const mark = bytes.subarray(0, bytes.indexOf('\n')).toString('latin1');
  const body = bytes.subarray(mark.length + 1);
  if (mark !== `${MARK} ${crc32(body)}`) return files;
  const end = body.indexOf('\n');
  const columns: Columns = JSON.parse(body.toString('utf8', 0, end));
  if (columns.owner !== owner) return files;
  // One text, of which each row is a part: cut out, nothing is copied.
  const rows = body.toString('latin1', end + 1);
  let from = 0;
  columns.paths.forEach((path, n) => {
    const middle = from + (columns.heads[n] ?? 0);
    const to = middle + (columns.rows[n] ?? 0);
    const [size = 0, mtime = 0, ctime = 0, inode = 0] = columns.stamps.slice(4 * n, 4 * n + 4);
    const hash = columns.hashes[n] ?? '';
    const head = rows.slice(from, middle);
    const row = rows.slice(middle, to);
    from = to;
    const kept = { hash, head, row };
    const listed = listedFrom(columns.kinds.charAt(n), columns.said[n], kept);
    files.set(path, { stamp: { size, mtime, ctime, inode }, listed });
  });
  return files;
}

type Kept = Pick<Extract<Listed, { kind: 'record' }>, 'hash' | 'head' | 'row'>;
const NO_ROW = { head: '', row: '' };

/** What the check sum has vouched for. */
function listedFrom(kind: string, said: unknown, kept: Kept): Listed {
  if (kind === KINDS.attention) return said as Listed;
  if (kind === KINDS.other) return { kind: 'other', hash: kept.hash };
  const [id, title] = said as [string, string];
  return { kind: 'record', id, title, ...kept };
}
