// A file whose name changes only in upper and lower case is the same file under its new name, also on
// a disk that still finds it under the old one; where such names are two, they stay two.

import type * as NodeFs from 'node:fs';
import type * as NodeFsPromises from 'node:fs/promises';
import { realpath, rename, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Reader, readHere } from '@main/indexer/reader';
import { LibraryIndex } from '@main/library/library-index';
import { LibrarySync } from '@main/library/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fill, scratch, soon } from '../support';
import { recordText } from './open';

const disk = vi.hoisted(() => ({ isCaseless: false }));
/** Such a disk, as macOS and Windows have it: the path that was asked for may be spelled anyhow. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof NodeFs>();
  const onDisk = (path: string): string => {
    if (!disk.isCaseless || path === dirname(path)) return path;
    const folder = onDisk(dirname(path));
    const names = real.existsSync(folder) ? real.readdirSync(folder) : [];
    const asked = basename(path);
    return join(folder, names.find((name) => name.toLowerCase() === asked.toLowerCase()) ?? asked);
  };
  const openSync = (path: string, flags: number) => real.openSync(onDisk(path), flags);
  const lstatSync = (path: string) => real.lstatSync(onDisk(path));
  const realpathSync = (path: string) => lstatSync(path) && path;
  realpathSync.native = (path: string) => real.realpathSync.native(onDisk(path));
  return { ...real, openSync, lstatSync, realpathSync };
});
vi.mock('node:fs/promises', async (original) => {
  const { realpathSync } = await import('node:fs');
  const realpath = async (path: string) => realpathSync.native(path);
  return { ...(await original<typeof NodeFsPromises>()), realpath };
});

let root: string;
let reader: Reader;
let index: LibraryIndex;
let sync: LibrarySync;
const events = { put: vi.fn(), moved: vi.fn(), removed: vi.fn() };

beforeEach(async () => {
  root = await fill(await realpath(await scratch()), { '2026/a.md': recordText('A', 'One') });
  reader = readHere(
    { root, cache: join(await scratch(), 'index'), version: '' },
    { changed: () => {} },
  );
  index = LibraryIndex.of(new Map());
  sync = new LibrarySync({ root, reader, index, events, grace: 5 });
  await sync.lookAround();
  vi.clearAllMocks();
});

afterEach(async () => {
  disk.isCaseless = false;
  sync.stop();
  await reader.close();
});

const rows = () => index.records().map(({ key, path }) => [key, path]);

describe('where upper and lower case are one', () => {
  beforeEach(() => {
    disk.isCaseless = true;
  });

  test.each([
    ['the old name first', ['2026/a.md', '2026/A.md']],
    ['the new name first', ['2026/A.md', '2026/a.md']],
    ['the new name alone', ['2026/A.md']],
    ['nothing', []],
  ])('a file of another spelling is the same one, told %s', async (_name, paths) => {
    await rename(join(root, '2026/a.md'), join(root, '2026/A.md'));
    await sync.look(paths);
    await sync.lookAround();
    expect(rows()).toEqual([['A', '2026/A.md']]);
    expect(events.moved).toHaveBeenCalledTimes(1);
    await sync.look(paths);
    expect(rows()).toEqual([['A', '2026/A.md']]);
    expect([events.put, events.removed].map((told) => told.mock.calls)).toEqual([[], []]);
  });

  test('the old name alone is one that went', async () => {
    await rename(join(root, '2026/a.md'), join(root, '2026/A.md'));
    await sync.look(['2026/a.md']);
    await soon(() => expect(rows()).toEqual([]));
    await sync.lookAround();
    expect(rows()).toEqual([['A', '2026/A.md']]);
  });

  test('a folder of another spelling takes its files with it', async () => {
    await fill(root, { 'Old/b.md': recordText('B', 'Two') });
    await sync.lookAround();
    await rename(join(root, 'Old'), join(root, 'old'));
    await sync.look(['Old/b.md', 'old/b.md']);
    expect(rows()).toEqual([
      ['A', '2026/a.md'],
      ['B', 'old/b.md'],
    ]);
  });
});

describe('where they are not', () => {
  test('two files whose names differ in nothing else are two', async () => {
    await fill(root, { '2026/A.md': recordText('A', 'One') });
    for (const paths of [['2026/A.md'], ['2026/a.md', '2026/A.md']]) {
      await sync.look(paths);
      await sync.lookAround();
      expect(index.paths.sort()).toEqual(['2026/A.md', '2026/a.md']);
    }
    expect(events.moved).not.toHaveBeenCalled();
  });

  test('a link to a name that differs in nothing else is there', async () => {
    await symlink('a.md', join(root, '2026/A.md'));
    await sync.look(['2026/A.md', '2026/a.md']);
    expect(index.paths.sort()).toEqual(['2026/A.md', '2026/a.md']);
  });

  test('a file that moved to a name that differs in nothing else is the same one', async () => {
    await rename(join(root, '2026/a.md'), join(root, '2026/A.md'));
    await sync.look(['2026/A.md']);
    expect(rows()).toEqual([['A', '2026/A.md']]);
  });
});
