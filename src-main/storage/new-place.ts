// What a place may say to whoever wants to put a file there that is not there yet.

import { AppError } from '@core/errors';
import { codeOf } from './errors';

// EISDIR is what Windows makes of it on disks of cameras and sticks (FAT32, exFAT).
const NO_LINKS = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EISDIR'];

/** Whether a file system that would not make a second name for a file has none of them. */
export function hasNoLinks(error: unknown): boolean {
  return NO_LINKS.includes(codeOf(error));
}

export function taken(): AppError {
  return new AppError('conflict', 'A file of this name is already there.', {
    reason: 'a file of this name is already there',
  });
}
