import { utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isTempName, sweepTempFiles, tempPathFor } from '@main/storage/temp-files';
import { expect, test } from 'vitest';
import { namesIn, scratch } from '../support';

test('only our own temporary files that are older than the start are removed', async () => {
  const folder = await scratch();
  const old = tempPathFor(join(folder, 'record.md'));
  const young = tempPathFor(join(folder, 'record.md'));
  const others = ['.~lock.record.odt#', '.~record.md', '~record.md', '.~x.0123456789abcde', '.md'];
  for (const path of [old, young, ...others.map((name) => join(folder, name))]) {
    await writeFile(path, 'x');
    if (path !== young) await utimes(path, 1000, 1000);
  }
  expect(await sweepTempFiles([folder, join(folder, 'none')], Date.now() - 5000)).toBe(1);
  expect(await namesIn(folder)).toEqual([...others, basename(young)].sort());
});

test('the name says whose it is, and hides from listings', () => {
  const name = basename(tempPathFor('/x/2026-11-20-orders.md'));
  expect(name).toMatch(/^\.~2026-11-20-orders\.md\.[0-9a-f]{16}$/);
  expect(isTempName(name)).toBe(true);
});
