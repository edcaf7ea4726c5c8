// An error says which of its kinds it is, and crosses processes as what it is.

import { AppError, hasCode, reviveError, serialiseError } from '@core/errors';
import { expect, test } from 'vitest';

test('an error of ours crosses whole', () => {
  const error = new AppError('conflict', 'It changed on disk.', { path: 'a.md' });
  const crossed = reviveError(structuredClone(serialiseError(error)));
  expect(crossed).toBeInstanceOf(AppError);
  expect(crossed).toMatchObject({ ...error, message: 'It changed on disk.' });
});

test.each([new Error('it broke'), 'it broke'])('%s crosses as a bug', (thrown) => {
  const message = 'Something unexpected went wrong: it broke';
  expect(serialiseError(thrown)).toEqual({ code: 'unexpected', message, details: {} });
});

test('a code is that of an error of ours', () => {
  const error = new AppError('conflict', 'It changed on disk.');
  expect(hasCode(error, 'conflict')).toBe(true);
  expect(hasCode(error, 'not-found', 'conflict')).toBe(true);
  expect(hasCode(error, 'not-found')).toBe(false);
  expect(hasCode(Object.assign(new Error(), { code: 'conflict' }), 'conflict')).toBe(false);
});
