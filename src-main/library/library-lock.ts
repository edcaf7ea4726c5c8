// A library is open in one Close Call on a machine: two would take turns at changing its files.
// Across machines, where nobody can see who is alive, the hash of each file decides.

import { AppError } from '@core/errors';
import { isLock, type Lock, lock } from '../storage/lock';
import { shownFolder } from './shown-folder';

/** Null where locks cannot be kept. Raises AppError `in-use`. */
export async function ownLibrary(root: string, locks?: string): Promise<Lock | null> {
  const own = await lock(`library ${root}`, locks).catch(() => null);
  if (own === null || isLock(own)) return own;
  throw new AppError(
    'in-use',
    `${shownFolder(root)} is open in another Close Call on this machine (process ${own.pid}). ` +
      'Close it there, then open it here.',
    { pid: String(own.pid) },
  );
}
