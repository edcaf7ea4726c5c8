// The writer in its thread: it keeps the writer's promises, answers every write whatever becomes of
// the thread, and holds up neither the app nor its end.

import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '@core/errors';
import { sha256 } from '@main/storage/files';
import { WriterThread } from '@main/storage/writer-thread';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtWorker } from '../../../scripts/bench/built-worker';
import { bytes, namesIn, scratch, soon } from '../support';

let real: () => Worker;
let writer: WriterThread;
let folder: string;

beforeAll(async () => {
  real = await builtWorker();
});
beforeEach(async () => {
  folder = await realpath(await scratch());
});
afterEach(() => writer.stop());

const at = (name: string) => join(folder, name);

/** A thread that does what a few lines say with each `request`. */
const playing = (lines: string) => () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (request) => { ${lines} });`,
    { eval: true },
  );

const ANSWERS = 'parentPort.postMessage({ id: request.id, hash: request.path });';
const write = (path: string) => writer.write(path, bytes('new'), { basedOn: null });

describe('the real writer', () => {
  test('writes durably, in a thread that is started once', async () => {
    const start = vi.fn(real);
    writer = new WriterThread(start);
    expect(start).not.toHaveBeenCalled();
    const basedOn = await writer.write(at('one.md'), bytes('old'), { basedOn: null });
    expect(basedOn).toBe(sha256('old'));
    expect(await writer.write(at('one.md'), bytes('new'), { basedOn })).toBe(sha256('new'));
    expect(await readFile(at('one.md'), 'utf8')).toBe('new');
    expect(await namesIn(folder)).toEqual(['one.md']);
    expect(start).toHaveBeenCalledTimes(1);
  });

  test('says what stands in the way as the writer says it', async () => {
    writer = new WriterThread(real);
    await writeFile(at('one.md'), 'theirs');
    const error = await write(at('one.md')).catch((reason) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'conflict',
      message: 'A file of this name is already there.',
      details: { reason: 'a file of this name is already there' },
    });
    expect(await readFile(at('one.md'), 'utf8')).toBe('theirs');
  });

  test('answers many at once, each with its own', async () => {
    writer = new WriterThread(real);
    const texts = Array.from({ length: 20 }, (_, n) => `text ${n}`);
    const hashes = await Promise.all(
      texts.map((text) => writer.write(at(`${text}.md`), bytes(text), { basedOn: null })),
    );
    expect(hashes).toEqual(texts.map(sha256));
  });
});

describe('a thread that ends', () => {
  const gone = expect.objectContaining({
    code: 'not-saved',
    message: expect.stringMatching(/^Not saved: .* has stopped\. It is started again/),
    details: { reason: 'the part of the app that writes files has stopped' },
  });
  let complained: unknown[][];

  beforeEach(() => {
    complained = [];
    vi.spyOn(console, 'error').mockImplementation((...what) => void complained.push(what));
  });

  test('has saved nothing of what it has not answered, and the next write starts another', async () => {
    const threads = [playing('process.exit(1);'), playing(ANSWERS)];
    writer = new WriterThread(() => (threads.shift() ?? expect.unreachable())());
    const [one, two] = await Promise.allSettled([write('one'), write('two')]);
    expect([one, two]).toEqual([
      { status: 'rejected', reason: gone },
      { status: 'rejected', reason: gone },
    ]);
    expect(await write('three')).toBe('three');
    expect(await write('four')).toBe('four');
  });

  test('by a fault of its own is written down', async () => {
    writer = new WriterThread(playing('throw new Error("out of luck");'));
    await expect(write('one')).rejects.toEqual(gone);
    expect(complained).toEqual([
      ['The writer stopped:', expect.objectContaining({ message: 'out of luck' })],
    ]);
  });

  test('before it has begun, because the system has none to give, is said too', async () => {
    writer = new WriterThread(() => {
      throw Object.assign(new Error('no thread'), { code: 'EMFILE' });
    });
    await expect(write('one')).rejects.toMatchObject({
      code: 'not-saved',
      details: { reason: 'too many files are open' },
    });
  });
});

describe('the end', () => {
  test('of a process is held up by a write that is not answered, and by nothing else', async () => {
    const holding = () => process.getActiveResourcesInfo().filter((one) => one === 'MessagePort');
    const before = holding().length;
    writer = new WriterThread(playing(ANSWERS));
    const writing = Promise.all([write('one'), write('two')]);
    await soon(() => expect(holding().length).toBeGreaterThan(before));
    await writing;
    expect(holding()).toHaveLength(before);
    const again = write('three');
    await soon(() => expect(holding().length).toBeGreaterThan(before));
    await again;
    expect(holding()).toHaveLength(before);
  });

  test('waits for every write, also one that is asked for meanwhile', async () => {
    let ended = false;
    writer = new WriterThread(() => {
      const worker = playing(`setTimeout(() => { ${ANSWERS} }, 50);`)();
      worker.once('exit', () => {
        ended = true;
      });
      return worker;
    });
    const answered: string[] = [];
    const first = write('first').then(async (path) => {
      answered.push(path);
      answered.push(await write('second'));
    });
    await writer.stop();
    await first;
    expect(answered).toEqual(['first', 'second']);
    expect(ended).toBe(true);
  });

  test('of a writer that never wrote starts no thread', async () => {
    writer = new WriterThread(() => expect.unreachable());
    await writer.stop();
  });

  test('is not one for ever: a later write starts another thread', async () => {
    writer = new WriterThread(playing(ANSWERS));
    expect(await write('one')).toBe('one');
    await writer.stop();
    expect(await write('two')).toBe('two');
  });
});
