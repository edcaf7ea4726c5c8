// What tells that a file is still the one that was read, without reading it: its size, when it was
// changed, and what the system itself notes of it. The last two are for a change that keeps size and
// time of change: the time a file's entry was changed cannot be set by a program, and a file put in
// another's place has another number. A file that was changed just before it was read may be changed
// again within the same tick of the disk's clock: such a stamp counts for a moment only.

import type { Stats } from 'node:fs';

export interface Stamp {
  size: number;
  /** Epoch milliseconds. */
  mtime: number;
  ctime: number;
  inode: number;
}

/** The coarsest clock of a file system in use, FAT's, in milliseconds. */
export const TICK = 2000;

export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  return { size, mtime: mtimeMs, ctime: ctimeMs, inode: ino };
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime && a.inode === b.inode;
}

/** @param readAt epoch milliseconds at which the file was read */
export function isSettled({ mtime, ctime }: Stamp, readAt: number): boolean {
  return Math.max(mtime, ctime) + TICK < readAt;
}
