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

test.each([
  'notes.~x.md.0123456789abcdef',
  '.~x.md.0123456789abcdef.md',
  '.~x.md.0123456789abcdef0',
  '.~.0123456789abcdef',
])('a name that only looks like ours is not: %s', (name) => {
  expect(isTempName(name)).toBe(false);
});

test('a file of the very moment of the start is left to whoever made it', async () => {
  const folder = await scratch();
  const path = tempPathFor(join(folder, 'record.md'));
  await writeFile(path, 'x');
  await utimes(path, 1000, 1000);
  expect(await sweepTempFiles([folder], 1_000_000)).toBe(0);
  expect(await sweepTempFiles([folder], 1_000_001)).toBe(1);
});

test.each([
  ['x'.repeat(200), 200],
  ['x'.repeat(201), 200],
  ['🌊'.repeat(60), 200],
  [`y${'🌊'.repeat(60)}`, 197],
])('a long name is cut at the end, to whole letters: %s', (name, length) => {
  const kept = basename(tempPathFor(`/x/${name}`)).slice(2, -17);
  expect(Buffer.byteLength(kept)).toBe(length);
  expect(name.startsWith(kept)).toBe(true);
});
