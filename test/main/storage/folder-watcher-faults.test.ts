// What the watcher does when the system fails it: events without a name, a watch that breaks or
// cannot be had, a stop in the middle; and where one watch sees all that is below.

import type * as NodeFs from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderEvents } from '@main/storage/folder-watcher';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fault, fill, scratch, soon } from '../support';

const { system } = vi.hoisted(() => ({
  system: {
    watched: new Map<string, FSWatcher>(),
    recursive: [] as unknown[],
    refuses: '',
    entered: (_folder: string) => {},
  },
}));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof NodeFs>();
  const watch = (folder: string, options: { recursive: boolean }) => {
    if (system.refuses !== '' && folder.endsWith(system.refuses)) throw fault('EMFILE');
    const watcher = real.watch(folder, { recursive: false });
    system.watched.set(folder, watcher);
    system.recursive.push(options.recursive);
    system.entered(folder);
    return watcher;
  };
  return { ...real, watch };
});

const { platform } = process;
let root: string;
let stop: () => void = () => {};
const told = {
  touched: vi.fn<FolderEvents['touched']>(),
  missed: vi.fn<FolderEvents['missed']>(),
  failed: vi.fn<FolderEvents['failed']>(),
};

beforeEach(async () => {
  vi.clearAllMocks();
  Object.assign(system, { watched: new Map(), recursive: [], refuses: '', entered: () => {} });
  root = await realpath(await scratch());
  await fill(root, { 'a/b/one.md': '1' });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  Object.defineProperty(process, 'platform', { value: platform });
});

/** A watcher as it is on the given system. */
async function watcherOn(name: NodeJS.Platform) {
  Object.defineProperty(process, 'platform', { value: name });
  vi.resetModules();
  const { FolderWatcher } = await import('@main/storage/folder-watcher');
  const watcher = new FolderWatcher(root, { ...told, isIgnored: (part) => part.startsWith('.') });
  stop = () => watcher.stop();
  return watcher;
}

const handle = (path: string) => {
  const watcher = system.watched.get(path);
  if (!watcher) throw new Error(`${path} is not watched`);
  return watcher;
};

test('an event without a name means that something was missed', async () => {
  await (await watcherOn('linux')).start();
  handle(root).emit('change', 'rename', null);
  expect(told.missed).toHaveBeenCalledOnce();
});

test('a name may come as bytes', async () => {
  await (await watcherOn('linux')).start();
  handle(join(root, 'a')).emit('change', 'change', Buffer.from('x.md'));
  handle(join(root, 'a')).emit('change', 'change', '.x.md');
  await soon(() => expect(told.touched).toHaveBeenCalledWith(['a/x.md']));
});

test('a watch that breaks is told, unless its folder is just gone', async () => {
  await (await watcherOn('linux')).start();
  handle(join(root, 'a')).emit('error', fault('ENOENT'));
  expect(told.failed).not.toHaveBeenCalled();
  handle(join(root, 'a/b')).emit('error', fault('EIO'));
  expect(told.failed).toHaveBeenCalledOnce();
  handle(root).emit('error', fault('ENOENT'));
  expect(told.failed).toHaveBeenCalledTimes(2);
  expect(told.failed.mock.calls[1]?.[0]).toMatchObject({ code: 'ENOENT' });
});

test('a watch that cannot be had is told, and the others hold', async () => {
  system.refuses = join(root, 'a/b');
  await (await watcherOn('linux')).start();
  expect(told.failed).toHaveBeenCalledOnce();
  expect([...system.watched.keys()]).toEqual([root, join(root, 'a')]);
});

test('nothing is told after a stop, and nothing new is watched', async () => {
  const watcher = await watcherOn('linux');
  const starting = watcher.start();
  watcher.stop();
  await starting;
  expect([...system.watched.keys()]).toEqual([root]);

  await watcher.start();
  expect(system.watched.size).toBe(1);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  handle(root).emit('change', 'change', 'x.md');
  handle(root).emit('change', 'change', null);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.touched).not.toHaveBeenCalled();
  expect(told.missed).not.toHaveBeenCalled();
});

test('what it was looking into when it stops is not told', async () => {
  const watcher = await watcherOn('linux');
  await watcher.start();
  const looked = new Promise<void>((resolve) => {
    system.entered = () => {
      watcher.stop();
      resolve();
    };
  });
  handle(root).emit('change', 'rename', 'a');
  await looked;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(told.touched).not.toHaveBeenCalled();
});

test('what was gathered when it stops is not told', async () => {
  const watcher = await watcherOn('linux');
  await watcher.start();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  handle(root).emit('change', 'change', 'x.md');
  watcher.stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.touched).not.toHaveBeenCalled();
});

test('a storm is told once, each path once', async () => {
  await (await watcherOn('linux')).start();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (let n = 0; n < 100; n += 1) handle(root).emit('change', 'change', `${n % 3}.md`);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.touched.mock.calls).toEqual([[['0.md', '1.md', '2.md']]]);
  handle(root).emit('change', 'change', 'x.md');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.touched.mock.calls[1]).toEqual([['x.md']]);
});

test('on Linux each folder is watched by itself, a new one too', async () => {
  await (await watcherOn('linux')).start();
  expect([...system.watched.keys()]).toEqual([root, join(root, 'a'), join(root, 'a/b')]);
  expect(system.recursive).toEqual([false, false, false]);
  await fill(root, { 'new/c.md': '1' });
  await soon(() => expect([...system.watched.keys()]).toContain(join(root, 'new')));
});

test('elsewhere one watch sees all', async () => {
  await (await watcherOn('darwin')).start();
  expect([...system.watched.keys()]).toEqual([root]);
  expect(system.recursive).toEqual([true]);
  // What came is looked into, what went was the one watch's to tell; that one stays.
  await fill(root, { 'new/c.md': '1' });
  handle(root).emit('change', 'rename', 'new');
  await soon(() => {
    expect(told.touched.mock.calls.flat(2)).toEqual(expect.arrayContaining(['new', 'new/c.md']));
  });
  handle(root).emit('change', 'rename', 'gone');
  await soon(() => expect(told.touched.mock.calls.flat(2)).toContain('gone'));
  expect([...system.watched.keys()]).toEqual([root]);
});
