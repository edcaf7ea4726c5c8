import { execFileSync } from 'node:child_process';
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderWatcher } from '@main/storage/folder-watcher';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fill, scratch, soon } from '../support';

let root: string;
let touched: Set<string>;
let watcher: FolderWatcher;

beforeEach(async () => {
  root = await realpath(await scratch());
  touched = new Set();
  watcher = new FolderWatcher(root, {
    touched: (paths) => {
      for (const path of paths) touched.add(path);
    },
    missed: () => {},
    failed: () => {},
    isIgnored: (name) => name.startsWith('.'),
  });
});

afterEach(() => watcher.stop());

const toSee = (...paths: string[]) =>
  soon(() => expect([...touched]).toEqual(expect.arrayContaining(paths)));

test('files that are made, changed, renamed and removed, at any depth', async () => {
  await fill(root, { 'a/b/c/deep.md': '1', 'top.md': '1' });
  await watcher.start();
  await writeFile(join(root, 'a/b/c/deep.md'), '2');
  await rename(join(root, 'top.md'), join(root, 'moved.md'));
  await writeFile(join(root, 'a/new.md'), '1');
  await toSee('a/b/c/deep.md', 'top.md', 'moved.md', 'a/new.md');
  touched.clear();
  await rm(join(root, 'a/new.md'));
  await toSee('a/new.md');
});

test('what is there at the start is not told, and ignored names never', async () => {
  await fill(root, { 'a/old.md': '1', '.git/index': '1' });
  await watcher.start();
  await fill(root, { '.git/index': '2', 'a/.hidden': '1', 'a/new.md': '1' });
  await toSee('a/new.md');
  expect([...touched]).not.toContain('a/old.md');
  expect([...touched].filter((path) => path.includes('.git') || path.includes('hidden'))).toEqual(
    [],
  );
});

test('a folder with everything in it that appears at once, by copying or by moving', async () => {
  const source = await fill(await realpath(await scratch()), {
    'x/y/one.md': '1',
    'x/two.md': '2',
  });
  await watcher.start();
  execFileSync('cp', ['-r', join(source, 'x'), join(root, 'copied')]);
  await rename(join(source, 'x'), join(root, 'moved'));
  await toSee('copied/y/one.md', 'copied/two.md', 'moved/y/one.md', 'moved/two.md');
  touched.clear();
  await writeFile(join(root, 'moved/y/one.md'), 'changed');
  await toSee('moved/y/one.md');
});

test('a folder that goes and comes back is seen again', async () => {
  await watcher.start();
  for (let round = 0; round < 5; round += 1) {
    touched.clear();
    await mkdir(join(root, 'f'));
    await writeFile(join(root, 'f/a.md'), '1');
    await toSee('f/a.md');
    touched.clear();
    await rm(join(root, 'f'), { recursive: true });
    await toSee('f');
  }
});

test('a folder that appears while it starts is not missed', async () => {
  for (let round = 0; round < 10; round += 1) {
    const folder = `r${round}`;
    const starting = watcher.start();
    await fill(root, { [`${folder}/a.md`]: '1' });
    await starting;
    touched.clear();
    await writeFile(join(root, folder, 'a.md'), '2');
    await toSee(`${folder}/a.md`);
  }
});

test('the root that goes is told', async () => {
  await watcher.start();
  await rename(root, `${root}-away`);
  await soon(() => expect(touched.size).toBeGreaterThan(0));
  await rename(`${root}-away`, root);
});
