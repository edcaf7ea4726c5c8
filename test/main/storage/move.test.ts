// A move never overwrites, and the file is at one of the two places at every moment, with links
// and without.

import { mkdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FILES, type Files } from '@main/storage/files';
import { moveDurably } from '@main/storage/move';
import { beforeEach, describe, expect, test } from 'vitest';
import { fault, namesIn, scratch } from '../support';

let folder: string;
let from: string;
let to: string;

beforeEach(async () => {
  folder = await scratch();
  from = join(folder, 'from.md');
  to = join(folder, 'deep/to.md');
  await mkdir(dirname(to));
  await writeFile(from, 'mine');
});

const withoutLinks = (code: string, more: Partial<Files> = {}): Files => ({
  ...FILES,
  link: () => Promise.reject(fault(code)),
  ...more,
});

/** The folders that were synced. */
function noting(): { fs: Files; synced: string[] } {
  const synced: string[] = [];
  const fs: Files = {
    ...FILES,
    open: async (path, flags) => {
      synced.push(path);
      return FILES.open(path, flags);
    },
  };
  return { fs, synced };
}

async function expectMoved(): Promise<void> {
  expect(await namesIn(folder)).toEqual(['deep']);
  expect(await readFile(to, 'utf8')).toBe('mine');
}

test('moves, and makes both folders durable', async () => {
  const { fs, synced } = noting();
  await moveDurably(from, to, fs);
  await expectMoved();
  expect(synced).toEqual([dirname(to), folder]);
});

test('within one folder that folder is synced for the new name, and for the one that goes', async () => {
  const { fs, synced } = noting();
  await moveDurably(from, join(folder, 'other.md'), fs);
  expect(synced).toEqual([folder, folder]);
});

test.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EISDIR'])(
  '%s: where there are no links it is renamed, unless something is there',
  async (code) => {
    await moveDurably(from, to, withoutLinks(code));
    await expectMoved();
    await writeFile(from, 'another');
    await expect(moveDurably(from, to, withoutLinks(code))).rejects.toMatchObject({
      code: 'conflict',
      message: 'A file of this name is already there.',
      details: { reason: 'a file of this name is already there' },
    });
    expect([await readFile(from, 'utf8'), await readFile(to, 'utf8')]).toEqual(['another', 'mine']);
  },
);

describe('is refused', () => {
  test('when something is there', async () => {
    await writeFile(to, 'theirs');
    await expect(moveDurably(from, to)).rejects.toMatchObject({
      code: 'conflict',
      message: 'A file of this name is already there.',
    });
    expect([await readFile(from, 'utf8'), await readFile(to, 'utf8')]).toEqual(['mine', 'theirs']);
  });

  test.each([
    ['', FILES],
    [', also where there are no others', withoutLinks('EPERM')],
  ])('when a link that leads nowhere is there%s', async (_where, fs) => {
    await symlink('nowhere.md', to);
    await expect(moveDurably(from, to, fs)).rejects.toMatchObject({ code: 'conflict' });
    expect([await readFile(from, 'utf8'), await readlink(to)]).toEqual(['mine', 'nowhere.md']);
  });

  test('when there is nothing to move', async () => {
    await expect(moveDurably(`${from}x`, to)).rejects.toMatchObject({
      code: 'not-saved',
      details: { code: 'ENOENT' },
    });
  });

  test('when the disk does not say whether something is there', async () => {
    const fs = withoutLinks('EPERM', { lstat: () => Promise.reject(fault('EIO')) });
    await expect(moveDurably(from, to, fs)).rejects.toMatchObject({ details: { code: 'EIO' } });
    expect(await readFile(from, 'utf8')).toBe('mine');
  });

  test('when the disk refuses a link', async () => {
    await expect(moveDurably(from, to, withoutLinks('ENOSPC'))).rejects.toMatchObject({
      details: { reason: 'the disk is full' },
    });
    expect(await readFile(from, 'utf8')).toBe('mine');
  });
});

describe('where upper and lower case are one', () => {
  /** Such a disk: whatever is looked for in another case is the same file. */
  const caseless = (ids: { ino: number; dev: number }[]): Files => ({
    ...FILES,
    link: () => Promise.reject(fault('EEXIST')),
    lstat: async () => ids.shift() ?? { ino: 0, dev: 0 },
  });
  const same = { ino: 1, dev: 2 };

  test('a file gets its name in other letters', async () => {
    const upper = join(folder, 'FROM.md');
    await moveDurably(from, upper, caseless([same, same]));
    expect(await namesIn(folder)).toEqual(['FROM.md', 'deep']);
  });

  test.each([
    ['another file', { ino: 3, dev: 2 }],
    ['another disk', { ino: 1, dev: 3 }],
  ])('%s of such a name is not overwritten', async (_name, other) => {
    const upper = join(folder, 'FROM.md');
    await expect(moveDurably(from, upper, caseless([same, other]))).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('a second name of one file is not taken for it', async () => {
    await expect(moveDurably(from, to, caseless([same, same]))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await readFile(from, 'utf8')).toBe('mine');
  });
});
