// The indexers' thread: what it had not answered when it ended is refused, and the next one lists the
// library as it is by then.

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { IndexThread } from '@main/indexer/index-thread';
import { unpack } from '@main/indexer/packed';
import type { Reader } from '@main/indexer/reader';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
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
  const { paths, rows } = await reader.search('three', null);
  expect([...rows].map((row) => paths?.[row])).toEqual(['c.md']);
  expect(await listed(reader)).toEqual([
    ['a.md', 'Another'],
    ['c.md', 'Three'],
  ]);
  expect(workers).toHaveLength(2);
});
