// Every failure of the disk is said in words, and none loses what the file system called it.

import { AppError } from '@core/errors';
import { codeOf, notSaved, reasonOf } from '@main/storage/errors';
import { expect, test } from 'vitest';
import { fault } from '../support';

test.each([
  ['ENOSPC', /disk is full/],
  ['EDQUOT', /share of the disk/],
  ['EROFS', /only be read/],
  ['EACCES', /may not be written/],
  ['EPERM', /may not be written/],
  ['ENOENT', /is gone/],
  ['ENOTDIR', /folder is gone/],
  ['EMFILE', /too many files/],
  ['ENFILE', /too many files/],
  ['EIO', /reported an error/],
  ['EBUSY', /another program/],
  ['ETXTBSY', /another program/],
  ['ENAMETOOLONG', /name is too long/],
  ['EFBIG', /too large/],
  ['ENODEV', /disk is gone/],
  ['ENXIO', /disk is gone/],
  ['ESTALE', /network folder is gone/],
  ['ETIMEDOUT', /does not answer/],
])('%s is said in words, not in code', (code, words) => {
  const error = notSaved(fault(code));
  expect(reasonOf(fault(code))).toMatch(words);
  expect(error).toMatchObject({
    code: 'not-saved',
    message: `Not saved: ${reasonOf(fault(code))}. The file was left as it was.`,
    details: { code, reason: reasonOf(fault(code)) },
  });
  expect(error.message).not.toContain(code);
});

test.each<[unknown, string, string]>([
  [fault('EWEIRD'), 'EWEIRD', 'EWEIRD: injected'],
  [new Error('no code'), '', 'no code'],
  [Object.assign(new Error('a number'), { code: 7 }), '', 'a number'],
  [{ code: 'EIO' }, '', '[object Object]'],
  ['a word', '', 'a word'],
  [new Error(''), '', 'of an unknown error'],
  [null, '', 'null'],
])('%j, which no table knows, says what it can', (error, code, reason) => {
  expect([codeOf(error), reasonOf(error)]).toEqual([code, reason]);
});

test('what is said already is not said otherwise', () => {
  const taken = new AppError('conflict', 'It is taken.');
  const full = new AppError('not-saved', 'Not saved: full.', { reason: 'the disk is full' });
  expect(notSaved(taken)).toBe(taken);
  expect([reasonOf(taken), reasonOf(full)]).toEqual(['It is taken.', 'the disk is full']);
});
