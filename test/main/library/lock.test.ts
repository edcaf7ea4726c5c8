// A library is open once on a machine.

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fill, namesIn, scratch } from '../support';
import { openLibrary, recordText } from './open';

test('a library that is open is not opened a second time, until it is closed', async () => {
  const root = await fill(await scratch(), { 'a.md': recordText('a', 'A') });
  const locks = join(await scratch(), 'locks');
  const { library } = await openLibrary(root, { locks });
  await expect(openLibrary(root, { locks })).rejects.toMatchObject({
    code: 'in-use',
    message: expect.stringMatching(/is open in another Close Call .* Close it there/),
  });
  await library.close();
  await openLibrary(root, { locks });
});

test('a folder that turns out to be no library is not kept from others', async () => {
  const root = await scratch();
  const locks = join(await scratch(), 'locks');
  await expect(openLibrary(root, { locks })).rejects.toMatchObject({ code: 'not-a-library' });
  expect(await namesIn(locks)).toEqual([]);
});
