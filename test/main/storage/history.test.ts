// Versions come back byte for byte, the old ones go, and damage is said.

import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '@main/storage/durable-writer';
import { sha256 } from '@main/storage/files';
import { History } from '@main/storage/history';
import { beforeEach, describe, expect, test } from 'vitest';
import { bytes, namesIn, scratch } from '../support';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 21);

let folder: string;
let history: History;

beforeEach(async () => {
  folder = join(await scratch(), 'history', 'record');
  history = new History(folder, writeDurably);
});

const texts = async (of: History) =>
  Promise.all(
    (await of.list()).map(async ({ hash }) => new TextDecoder().decode(await of.read(hash))),
  );

test('gives back every version byte for byte, the newest first, also after a restart', async () => {
  const odd = new Uint8Array([0xef, 0xbb, 0xbf, 13, 10, 0, 255]);
  await history.keep(bytes('one'), 'found', 1);
  await history.keep(odd, 'saved', 2);
  const again = new History(folder, writeDurably);
  expect(await again.list()).toEqual([
    { hash: sha256(odd), at: 2, why: 'saved', bytes: 7 },
    { hash: sha256('one'), at: 1, why: 'found', bytes: 3 },
  ]);
  expect(await again.read(sha256(odd))).toEqual(Buffer.from(odd));
});

test('has nothing, and makes no folder, where nothing was kept', async () => {
  expect(await history.list()).toEqual([]);
  expect(await history.prune()).toBe(0);
  await expect(namesIn(folder)).rejects.toThrow('ENOENT');
});

test('keeps the newest version once, and one that came back again', async () => {
  for (const text of ['a', 'a', 'b', 'a']) await history.keep(bytes(text), 'saved');
  expect(await texts(history)).toEqual(['a', 'b', 'a']);
  expect((await namesIn(folder)).length).toBe(3);
});

test('keeps versions that come at the same time, in their order', async () => {
  const all = Array.from({ length: 30 }, (_, n) => `version ${n}`);
  await Promise.all(all.map((text) => history.keep(bytes(text), 'saved')));
  expect(await texts(history)).toEqual(all.toReversed());
});

describe('age', () => {
  /** One version a day, the last one today. */
  async function days(count: number) {
    for (let n = 0; n < count; n += 1) {
      await history.keep(bytes(`day ${n}`), 'saved', NOW - (count - 1 - n) * DAY);
    }
  }

  test('takes what is older than thirty days', async () => {
    await days(40);
    expect(await history.prune(NOW)).toBe(9);
    expect((await texts(history)).at(-1)).toBe('day 9');
    expect(await namesIn(folder)).toHaveLength(31 + 1);
    expect(await new History(folder, writeDurably).list()).toHaveLength(31);
  });

  test('never takes one of the last twenty', async () => {
    await days(25);
    expect(await history.prune(NOW + 365 * DAY)).toBe(5);
    expect(await texts(history)).toHaveLength(20);
  });

  test('leaves the content of an old version that is a newer one too', async () => {
    await history.keep(bytes('the same'), 'saved', NOW - 90 * DAY);
    await days(25);
    await history.keep(bytes('the same'), 'saved', NOW);
    expect(await history.prune(NOW)).toBe(1);
    expect((await texts(history))[0]).toBe('the same');
  });

  test('leaves files that are not its own', async () => {
    await days(1);
    await writeFile(join(folder, 'notes.txt'), '');
    await writeFile(join(folder, sha256('left over')), 'left over');
    await history.prune(NOW);
    expect(await namesIn(folder)).toEqual([sha256('day 0'), 'notes.txt', 'versions'].sort());
  });
});

describe('damage', () => {
  test('is said, and mended when the same content is kept again', async () => {
    const hash = await history.keep(bytes('whole'), 'saved');
    await history.keep(bytes('next'), 'saved');
    await writeFile(join(folder, hash), 'broken');
    await expect(history.read(hash)).rejects.toMatchObject({
      code: 'not-found',
      message: 'This version was damaged on the disk.',
    });
    await history.keep(bytes('whole'), 'saved');
    expect(await history.read(hash)).toEqual(Buffer.from('whole'));
  });

  test('of one line of the list hides no other version', async () => {
    await history.keep(bytes('one'), 'saved');
    await writeFile(join(folder, 'versions'), 'half a li', { flag: 'a' });
    const again = new History(folder, writeDurably);
    await again.keep(bytes('two'), 'saved');
    expect(await texts(new History(folder, writeDurably))).toEqual(['two', 'one']);
  });

  test('a version that is gone is said to be', async () => {
    await expect(history.read(sha256('never'))).rejects.toMatchObject({
      message: 'This version is not kept any more.',
    });
  });

  test('what cannot be kept is said, and the next one is kept', async () => {
    const root = await scratch();
    const inTheWay = join(root, 'history');
    await writeFile(inTheWay, '');
    const blocked = new History(join(inTheWay, 'record'), writeDurably);
    await expect(blocked.keep(bytes('one'), 'saved')).rejects.toMatchObject({ code: 'not-saved' });
    await unlink(inTheWay);
    await blocked.keep(bytes('one'), 'saved');
    expect(await texts(blocked)).toEqual(['one']);
  });
});
