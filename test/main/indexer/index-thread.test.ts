// The indexers' thread: what it had not answered when it ended is refused, and the next one lists the
// library as it is by then.

import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { IndexThread } from '@main/indexer/index-thread';
import { unpack } from '@main/indexer/packed';
import type { Reader } from '@main/indexer/reader';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtWorker } from '../../../scripts/bench/built-worker';
import { recordText } from '../library/open';
import { fill, scratch } from '../support';

let real: () => Worker;
let thread: IndexThread;

beforeAll(async () => {
  real = await builtWorker('indexer/index-worker.ts');
});
afterEach(() => thread.stop());

async function listed(reader: Reader) {
  const { packed } = await reader.open();
  return unpack(packed).map(([path, file]) => [path, file.kind === 'record' && file.title]);
}

test('what a thread had not answered when it ended is refused', async () => {
  const silent = "require('node:worker_threads').parentPort.on('message', () => {});";
  const workers: Worker[] = [];
  thread = new IndexThread(() => {
    const worker = new Worker(silent, { eval: true });
    workers.push(worker);
    return worker;
  });
  const parts = { root: '/nowhere', cache: '/nowhere/index', version: '1' };
  const reader = thread.startReader(parts, { changed: () => {} });
  const refused = Promise.allSettled([reader.open(), reader.search('one', null)]);
  await workers[0]?.terminate();
  expect(await refused).toMatchObject([
    { status: 'rejected', reason: { code: 'unreadable' } },
    { status: 'rejected', reason: { code: 'unreadable' } },
  ]);
});

/** The paths of what is found. */
async function found(reader: Reader, query: string) {
  const { paths, rows } = await reader.search(query, null);
  return [...rows].map((row) => paths?.[row]);
}

describe('whatever it is asked first, a thread that was started again', () => {
  let root: string;
  let cache: string;
  let reader: Reader;

  beforeEach(async () => {
    const workers: Worker[] = [];
    thread = new IndexThread(() => {
      const worker = real();
      workers.push(worker);
      return worker;
    });
    root = await fill(await scratch(), {
      'a.md': recordText('A', 'One'),
      'b.md': recordText('B', 'Two'),
    });
    cache = join(await scratch(), 'index');
    reader = thread.startReader({ root, cache, version: '1' }, { changed: () => {} });
    await reader.open();
    await workers[0]?.terminate();
  });

  test('finds what there is', async () => {
    expect(await found(reader, 'one')).toEqual(['a.md']);
  });

  test('knows more than what it was asked to look at', async () => {
    expect(await reader.look(['a.md'])).toMatchObject([['a.md', { title: 'One' }]]);
    expect(await reader.take(['b.md'])).toMatchObject([['b.md', { title: 'Two' }]]);
  });

  test('says so where the folder is gone, and knows it as soon as it is back', async () => {
    await rename(root, `${root}-away`);
    await expect(reader.search('one', null)).rejects.toMatchObject({ code: 'unreadable' });
    await rename(`${root}-away`, root);
    expect(await found(reader, 'one')).toEqual(['a.md']);
  });

  test('reads nothing only to close it', async () => {
    thread.start();
    await reader.close();
    expect(existsSync(cache)).toBe(false);
  });
});

test('a library that was closed is not read again: what is asked of it is refused', async () => {
  thread = new IndexThread(real);
  const root = await fill(await scratch(), { 'a.md': recordText('A', 'One') });
  const parts = { root, cache: join(await scratch(), 'index'), version: '1' };
  const other = thread.startReader(parts, { changed: () => {} });
  const reader = thread.startReader(parts, { changed: () => {} });
  await Promise.all([reader.open(), other.open()]);
  await reader.close();
  const refused = { code: 'no-library', message: 'This library is not open any more.' };
  await expect(reader.search('one', null)).rejects.toMatchObject(refused);
  await expect(reader.look(['a.md'])).rejects.toMatchObject(refused);
  await reader.close();
  expect(await found(other, 'one')).toEqual(['a.md']);
});

test('a thread that has ended is started again, and what it lists is what the disk says', async () => {
  const workers: Worker[] = [];
  thread = new IndexThread(() => {
    const worker = real();
    workers.push(worker);
    return worker;
  });
  const root = await fill(await scratch(), {
    'a.md': recordText('A', 'One'),
    'b.md': recordText('B', 'Two'),
  });
  const changed = vi.fn();
  const cache = join(await scratch(), 'index');
  const reader = thread.startReader({ root, cache, version: '1' }, { changed });
  expect(await listed(reader)).toEqual([
    ['a.md', 'One'],
    ['b.md', 'Two'],
  ]);

  await workers[0]?.terminate();
  await writeFile(join(root, 'a.md'), recordText('A', 'Another'));
  await writeFile(join(root, 'c.md'), recordText('C', 'Three'));
  await rm(join(root, 'b.md'));
  // It is asked what an open library asks, and has not been told of the library before.
  const survey = await reader.survey();
  expect(survey.paths.sort()).toEqual(['a.md', 'c.md']);
  expect(await reader.take(['a.md', 'b.md'])).toMatchObject([
    ['a.md', { title: 'Another' }],
    ['b.md', null],
  ]);
  expect(await found(reader, 'three')).toEqual(['c.md']);
  expect(await listed(reader)).toEqual([
    ['a.md', 'Another'],
    ['c.md', 'Three'],
  ]);
  expect(workers).toHaveLength(2);
});
