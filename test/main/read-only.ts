// A folder that cannot be written, also for root, to whom permissions mean nothing: root mounts it
// read-only over itself, anyone else takes the permission away.

import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';

const isRoot = process.getuid?.() === 0;

/** Makes `folder` read-only; gives back how to undo that. */
export function makeReadOnly(folder: string): () => void {
  if (!isRoot) {
    chmodSync(folder, 0o555);
    return () => chmodSync(folder, 0o755);
  }
  execFileSync('mount', ['--bind', folder, folder]);
  execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
  return () => void execFileSync('umount', ['--lazy', folder]);
}
