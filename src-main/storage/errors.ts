// What a file system refused, in words a person can act on. Every failure of the storage ends
// here, so that no code name ever reaches the screen alone.

import { AppError, messageOf } from '@core/errors';

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk can only be read',
  EACCES: 'the folder or file may not be written to',
  EPERM: 'the folder or file may not be written to',
  ENOENT: 'the folder or file is gone',
  ENOTDIR: 'the folder is gone',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reported an error',
  EBUSY: 'another program is using the file',
  ETXTBSY: 'another program is using the file',
  ENAMETOOLONG: 'the file name is too long',
  EFBIG: 'the file is too large for this disk',
  ENODEV: 'the disk is gone',
  ENXIO: 'the disk is gone',
  ESTALE: 'the network folder is gone',
  ETIMEDOUT: 'the network folder does not answer',
};

/** The code of a file system error; '' for anything else. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Why, as a clause: 'the disk is full'. */
export function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.details.reason ?? error.message;
  const code = codeOf(error);
  const message = messageOf(error);
  return REASONS[code] ?? (message || 'of an unknown error');
}

/** Any failure as `not-saved`; an AppError stays what it is. */
export function notSaved(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const reason = reasonOf(error);
  return new AppError('not-saved', `Not saved: ${reason}. The file was left as it was.`, {
    reason,
    code: codeOf(error),
  });
}
