// What is typed and not saved yet, in a real file.

import { chmod, mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed, emptyForm, keptOf } from '@core/capture/form';
import type { KeptCapture } from '@core/ipc/contract';
import { KeptFile } from '@main/capture/kept-file';
import { FILES, type Files } from '@main/storage/files';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fault, namesIn } from '../support';

let folder = '';
let said: string[] = [];
beforeEach(async () => {
  said = [];
  folder = await mkdtemp(join(tmpdir(), 'close-call-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

const fileIn = (where: string, fs?: Files) =>
  new KeptFile(where, (message) => void said.push(message), fs);
const kept = (almost: string): KeptCapture => ({
  form: keptOf(changed(emptyForm(), { almost })),
  waiting: [],
});

test('is there again after a start, and gone once there is nothing to keep', async () => {
  const file = fileIn(folder);
  expect(await file.read()).toBeNull();
  await file.keep(kept('a disk'));
  expect(await fileIn(folder).read()).toEqual(kept('a disk'));
  await file.keep(null);
  expect(await fileIn(folder).read()).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test('the last word counts, however fast they come', async () => {
  const file = fileIn(folder);
  await Promise.all(['a', 'b', 'c'].map((text) => file.keep(kept(text))));
  expect(await file.read()).toEqual(kept('c'));
  await Promise.all([file.keep(kept('d')), file.keep(null)]);
  expect(await readdir(folder)).toEqual([]);
});

test.each(['', '{', '[]', '{"form":{}}', '\0'])(
  'a file that holds %j is set aside and said, each time beside the one before',
  async (text) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const times of [1, 2]) {
      vi.setSystemTime(times * 1000);
      await writeFile(join(folder, 'capture.json'), text);
      expect(await fileIn(folder).read()).toBeNull();
      const names = await namesIn(folder);
      expect(names).toEqual(
        Array(times).fill(expect.stringMatching(/^capture\.damaged-\w+\.json$/)),
      );
      for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toBe(text);
      expect(said).toHaveLength(times);
      expect(names.some((name) => said.at(-1)?.includes(name))).toBe(true);
    }
    const file = fileIn(folder);
    await file.keep(kept('a disk'));
    expect(await file.read()).toEqual(kept('a disk'));
  },
);

test('a file that cannot be read now is left alone, and is not taken for none', async () => {
  const file = fileIn(folder);
  await mkdir(join(folder, 'capture.json'));
  await expect(file.read()).rejects.toMatchObject({ code: 'unreadable' });
  expect(await namesIn(folder)).toEqual(['capture.json']);
  await rmdir(join(folder, 'capture.json'));
  await file.keep(kept('a disk'));
  expect(await file.read()).toEqual(kept('a disk'));
});

test('a file that cannot be set aside is not taken for none either', async () => {
  await writeFile(join(folder, 'capture.json'), '{');
  const rename = () => Promise.reject(fault('EACCES'));
  await expect(fileIn(folder, { ...FILES, rename }).read()).rejects.toMatchObject({
    code: 'unreadable',
  });
  expect(await namesIn(folder)).toEqual(['capture.json']);
  expect(said).toEqual([]);
});

test('its new name is on the disk before it is said to be kept', async () => {
  const done: string[] = [];
  const fs: Files = {
    ...FILES,
    open: (path, flags, mode) => {
      done.push(`open ${path.slice(folder.length)}`);
      return FILES.open(path, flags, mode);
    },
    rename: (from, to) => {
      done.push('rename');
      return FILES.rename(from, to);
    },
  };
  await fileIn(folder, fs).keep(kept('a disk'));
  expect(done).toEqual(['open /capture.json.next', 'rename', 'open ']);
});

test('only its owner reads it, and a disk that refuses is said', async () => {
  const file = fileIn(folder);
  await file.keep(kept('a disk'));
  if (process.platform !== 'win32') {
    const { stat } = await import('node:fs/promises');
    expect((await stat(join(folder, 'capture.json'))).mode & 0o077).toBe(0);
  }
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
  await expect(file.keep(kept('b'))).rejects.toMatchObject({ code: 'not-saved' });
});
