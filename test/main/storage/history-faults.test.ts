// A history on a disk that refuses says so, and nothing it has said is kept goes away.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '@main/storage/durable-writer';
import { FILES, sha256 } from '@main/storage/files';
import { History } from '@main/storage/history';
import { Journal } from '@main/storage/journal';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeReadOnly } from '../read-only';
import { bytes, fault, namesIn, scratch } from '../support';

let folder: string;
let writable: () => void = () => {};

beforeEach(async () => {
  folder = join(await scratch(), 'record');
});

afterEach(() => {
  writable();
  writable = () => {};
});

test('a disk that can only be read: said, and what was kept is there', async () => {
  const history = new History(folder, writeDurably);
  await history.keep(bytes('one'), 'saved', 1);
  writable = makeReadOnly(folder);
  await expect(history.keep(bytes('two'), 'saved', 2)).rejects.toMatchObject({
    code: 'not-saved',
  });
  await expect(history.prune(2)).resolves.toBe(0);
  expect(await history.list()).toHaveLength(1);
  expect(await history.read(sha256('one'))).toEqual(Buffer.from('one'));
});

test('content that cannot be read is not said to be gone', async () => {
  const history = new History(folder, writeDurably, {
    ...FILES,
    readFile: () => Promise.reject(fault('EIO')),
  });
  await expect(history.read(sha256('one'))).rejects.toMatchObject({ code: 'EIO' });
});

test('a list that cannot be read now is read later', async () => {
  await new History(folder, writeDurably).keep(bytes('one'), 'saved', 1);
  let fails = true;
  const history = new History(folder, writeDurably, {
    ...FILES,
    readFile: (path) => (fails ? Promise.reject(fault('EIO')) : FILES.readFile(path)),
  });
  await expect(history.list()).rejects.toMatchObject({ code: 'not-saved' });
  fails = false;
  expect(await history.list()).toHaveLength(1);
});

test('lines of another kind are passed over', async () => {
  const history = new History(folder, writeDurably);
  await history.keep(bytes('one'), 'saved', 1);
  const lines = new Journal<object>(join(folder, 'versions'), () => null);
  const whole = { hash: sha256('two'), at: 1, why: 'saved', bytes: 3 };
  for (const odd of [
    { ...whole, hash: `${whole.hash}0` },
    { ...whole, hash: `x${whole.hash}` },
    { ...whole, at: '1' },
    { ...whole, why: 'dunno' },
    {},
  ]) {
    await lines.append(odd);
  }
  expect(await new History(folder, writeDurably).list()).toHaveLength(1);
});

test('a folder of the name of a version is no version', async () => {
  const history = new History(folder, writeDurably);
  await mkdir(join(folder, sha256('one')), { recursive: true });
  await expect(history.keep(bytes('one'), 'saved')).rejects.toMatchObject({ code: 'not-saved' });
  expect(await history.list()).toEqual([]);
});

test('it has settled when all is done, also when something failed', async () => {
  const history = new History(folder, writeDurably);
  void history.keep(bytes('one'), 'saved', 1);
  void history.keep(bytes('two'), 'saved', 2);
  await history.settled();
  expect((await namesIn(folder)).length).toBe(3);
});

test('thirty days to the millisecond', async () => {
  const history = new History(folder, writeDurably);
  const days = 30 * 24 * 60 * 60 * 1000;
  for (let n = 0; n < 22; n += 1) await history.keep(bytes(`${n}`), 'saved', n);
  expect(await history.prune(days)).toBe(0);
  expect(await history.prune(days + 1)).toBe(1);
  expect((await history.list()).at(-1)?.at).toBe(1);
});
