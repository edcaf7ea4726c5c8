// The program of the writer's thread, without a thread: it serves whoever started it, or says that
// it cannot be run like this.

import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { sha256 } from '@main/storage/files';
import { afterEach, expect, test, vi } from 'vitest';
import { bytes, scratch } from '../support';

afterEach(() => vi.resetModules());

test('it serves the port of its thread', async () => {
  const { port1, port2 } = new MessageChannel();
  vi.doMock('node:worker_threads', () => ({ parentPort: port2 }));
  await import('@main/storage/writer-worker');
  const answered = new Promise((resolve) => port1.once('message', resolve));
  const path = join(await scratch(), 'one.md');
  port1.postMessage({ id: 1, path, bytes: bytes('new'), basedOn: null });
  expect(await answered).toEqual({ id: 1, hash: sha256('new') });
  port1.close();
  vi.doUnmock('node:worker_threads');
});

test('it needs a thread of its own', async () => {
  vi.doMock('node:worker_threads', () => ({ parentPort: null }));
  await expect(import('@main/storage/writer-worker')).rejects.toThrow('a thread of its own');
  vi.doUnmock('node:worker_threads');
});
