import { mkdir, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  isInside,
  pathInside,
  placeInside,
  resolveInside,
  resolveToMove,
} from '@main/storage/path-safety';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fill, namesIn, scratch } from '../support';

let root: string;
let outside: string;

beforeEach(async () => {
  outside = await realpath(await scratch());
  root = join(outside, 'library');
  await fill(root, { '2026/one.md': 'one', '..odd.md': 'odd' });
  await fill(outside, { 'secret.md': 'secret' });
});

const refused = { code: 'not-allowed' };

test('a file inside is found, also under an odd name', async () => {
  expect(await resolveInside(root, '2026/one.md')).toBe(join(root, '2026/one.md'));
  expect(await resolveInside(root, '..odd.md')).toBe(join(root, '..odd.md'));
});

test.each([
  '../secret.md',
  '2026/../../secret.md',
  '/etc/passwd',
  '',
  '.',
  'a//b',
  'a/./b',
  'a\0b',
])('%j is refused', async (path) => {
  await expect(resolveInside(root, path)).rejects.toMatchObject(refused);
  await expect(placeInside(root, path)).rejects.toMatchObject(refused);
});

test('links that lead out are refused, to a file and to a folder', async () => {
  await symlink(join(outside, 'secret.md'), join(root, 'file.md'));
  await symlink(outside, join(root, 'folder'));
  await expect(resolveInside(root, 'file.md')).rejects.toMatchObject(refused);
  await expect(resolveInside(root, 'folder/secret.md')).rejects.toMatchObject(refused);
  await expect(placeInside(root, 'folder/deep/new.md')).rejects.toMatchObject(refused);
  expect(await namesIn(outside)).toEqual(['library', 'secret.md']);
});

test('a link that stays inside is followed', async () => {
  await symlink(join(root, '2026/one.md'), join(root, 'link.md'));
  expect(await resolveInside(root, 'link.md')).toBe(join(root, '2026/one.md'));
});

test('a link is not moved, for the other file would be; a file is', async () => {
  await symlink(join(root, '2026/one.md'), join(root, 'link.md'));
  await expect(resolveToMove(root, 'link.md')).rejects.toMatchObject({
    code: 'not-allowed',
    message: 'link.md is a link to another file, so it is not moved.',
    details: { path: 'link.md' },
  });
  expect(await resolveToMove(root, '2026/one.md')).toBe(join(root, '2026/one.md'));
  await expect(resolveToMove(root, '../secret.md')).rejects.toMatchObject(refused);
});

test('what is not there is not found', async () => {
  await symlink(join(root, 'nowhere'), join(root, 'dangling.md'));
  await expect(resolveInside(root, 'no.md')).rejects.toMatchObject({ code: 'not-found' });
  await expect(resolveInside(root, 'dangling.md')).rejects.toMatchObject({ code: 'not-found' });
});

test('folders are made on the way, inside', async () => {
  expect(await placeInside(root, '2027/01/new.md')).toBe(join(root, '2027/01/new.md'));
  await mkdir(join(root, '2027/01/again'));
});

test('what the disk refuses is said, and nothing is made', async () => {
  const long = `${'x'.repeat(300)}.md`;
  await expect(resolveInside(root, long)).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
  await expect(placeInside(root, `${long}/new.md`)).rejects.toMatchObject({
    code: 'not-saved',
    details: { reason: 'the file name is too long' },
  });
  await expect(placeInside(root, '2026/one.md/deep/new.md')).rejects.toMatchObject({
    code: 'not-saved',
    details: { reason: 'the folder is gone' },
  });
});

test('a file is no folder, and a link may not lead to itself', async () => {
  await symlink('loop.md', join(root, 'loop.md'));
  for (const path of ['2026/one.md/deep.md', 'loop.md']) {
    await expect(resolveInside(root, path)).rejects.toMatchObject({
      code: 'not-found',
      message: `${path} is not there any more.`,
      details: { path },
    });
  }
});

test('what leads out is said to', async () => {
  await expect(resolveInside(root, '../secret.md')).rejects.toMatchObject({
    message: '../secret.md leads out of the library, so it is not touched.',
    details: { path: '../secret.md' },
  });
});

test('a path inside is written with slashes', () => {
  expect(pathInside('/a/lib', '/a/lib/2026/one.md')).toBe('2026/one.md');
});

describe('on Windows', () => {
  const { platform } = process;
  afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }));

  test('a backslash parts folders, and a colon is refused; here both are letters', async () => {
    expect(await placeInside(root, 'a\\b:c.md')).toBe(join(root, 'a\\b:c.md'));
    Object.defineProperty(process, 'platform', { value: 'win32' });
    vi.resetModules();
    const windows = await import('@main/storage/path-safety');
    expect(await windows.placeInside(root, 'a\\b.md')).toBe(join(root, 'a/b.md'));
    for (const path of ['a\\..\\..\\b.md', 'C:x.md', 'a.md:stream']) {
      await expect(windows.placeInside(root, path)).rejects.toMatchObject(refused);
    }
  });
});

test('a neighbour with the same beginning is not inside', () => {
  expect(isInside('/a/lib', '/a/lib-2/x')).toBe(false);
  expect(isInside('/a/lib', '/a/lib')).toBe(false);
  expect(isInside('/a/lib', '/a')).toBe(false);
  expect(isInside('/a/lib', '/a/lib/..x')).toBe(true);
});

test('no text as a path ever names a file outside', async () => {
  const piece = fc.constantFrom('..', '.', '', 'a', '2026', '\\', '/', '~', '%2e%2e', '\u2024');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const path = pieces.join('/');
      const place = await resolveInside(root, path).catch(() => null);
      if (place !== null) expect(isInside(root, place)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
