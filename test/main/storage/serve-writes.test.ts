// The writer's side of its thread: every request is answered, by its number, with what came of it.

import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { reviveError } from '@core/errors';
import { BLOCKING_FILES } from '@main/storage/blocking-files';
import type { WriterParts } from '@main/storage/durable-writer';
import { sha256 } from '@main/storage/files';
import { serveWrites, type WriteAnswer, type WriteRequest } from '@main/storage/serve-writes';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bytes, contentsOf, fault, scratch, soon } from '../support';

let folder: string;
let port: MessagePort;
let answers: WriteAnswer[];

beforeEach(async () => {
  folder = await realpath(await scratch());
  await writeFile(join(folder, 'one.md'), 'old');
  answers = [];
});

afterEach(() => port.close());

function serve(parts?: WriterParts): void {
  const { port1, port2 } = new MessageChannel();
  serveWrites(port2, parts);
  port = port1;
  port.on('message', (answer: WriteAnswer) => void answers.push(answer));
}

const ask = (request: Pick<WriteRequest, 'id' | 'basedOn'>, name = 'one.md') =>
  port.postMessage({ ...request, path: join(folder, name), bytes: bytes('new') });

test('a write is answered with the hash of what the file holds then', async () => {
  serve();
  ask({ id: 7, basedOn: sha256('old') });
  await soon(() => expect(answers).toEqual([{ id: 7, hash: sha256('new') }]));
  expect(await contentsOf(folder)).toEqual({ 'one.md': 'new' });
});

test('what stands in the way is answered as an error with its code, words and details', async () => {
  serve();
  ask({ id: 1, basedOn: sha256('something else') });
  ask({ id: 2, basedOn: null }, 'no/such/folder.md');
  await soon(() => expect(answers).toHaveLength(2));
  const errors = answers.flatMap((one) =>
    'error' in one ? [[one.id, reviveError(one.error)]] : [],
  );
  expect(errors).toEqual([
    [1, expect.objectContaining({ code: 'conflict', message: expect.stringContaining('changed') })],
    [
      2,
      expect.objectContaining({
        code: 'not-saved',
        details: expect.objectContaining({ code: 'ENOENT' }),
      }),
    ],
  ]);
});

test('a write that has to wait holds up no other', async () => {
  let isFree = false;
  const rename: typeof BLOCKING_FILES.rename = (from, to) =>
    isFree || !to.endsWith('one.md')
      ? BLOCKING_FILES.rename(from, to)
      : Promise.reject(fault('EBUSY'));
  await writeFile(join(folder, 'two.md'), 'old');
  serve({
    fs: { ...BLOCKING_FILES, rename },
    backOff: new Array(1000).fill(5),
    alone: (_, work) => work(),
  });
  ask({ id: 1, basedOn: sha256('old') });
  ask({ id: 2, basedOn: sha256('old') }, 'two.md');
  await soon(() => expect(answers).toEqual([{ id: 2, hash: sha256('new') }]));
  isFree = true;
  await soon(() => expect(answers.map(({ id }) => id)).toEqual([2, 1]));
});
