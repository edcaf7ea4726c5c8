// What is typed and not saved yet, in a real file.

import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed, emptyForm, keptOf } from '@core/capture/form';
import type { KeptCapture } from '@core/ipc/contract';
import { KeptFile } from '@main/capture/kept-file';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'close-call-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kept = (almost: string): KeptCapture => ({
  form: keptOf(changed(emptyForm(), { almost })),
  waiting: [],
});

test('is there again after a start, and gone once there is nothing to keep', async () => {
  const file = new KeptFile(folder);
  expect(await file.read()).toBeNull();
  await file.keep(kept('a disk'));
  expect(await new KeptFile(folder).read()).toEqual(kept('a disk'));
  await file.keep(null);
  expect(await new KeptFile(folder).read()).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test('the last word counts, however fast they come', async () => {
  const file = new KeptFile(folder);
  await Promise.all(['a', 'b', 'c'].map((text) => file.keep(kept(text))));
  expect(await file.read()).toEqual(kept('c'));
  await Promise.all([file.keep(kept('d')), file.keep(null)]);
  expect(await readdir(folder)).toEqual([]);
});

test.each(['', '{', '[]', '{"form":{}}', '\0'])(
  'a file that holds %j is set aside',
  async (text) => {
    await writeFile(join(folder, 'capture.json'), text);
    expect(await new KeptFile(folder).read()).toBeNull();
    expect(await readFile(join(folder, 'capture.json.damaged'), 'utf8')).toBe(text);
    const file = new KeptFile(folder);
    await file.keep(kept('a disk'));
    expect(await file.read()).toEqual(kept('a disk'));
  },
);

test('only its owner reads it, and a disk that refuses is said', async () => {
  const file = new KeptFile(folder);
  await file.keep(kept('a disk'));
  if (process.platform !== 'win32') {
    const { stat } = await import('node:fs/promises');
    expect((await stat(join(folder, 'capture.json'))).mode & 0o077).toBe(0);
  }
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
  await expect(file.keep(kept('b'))).rejects.toMatchObject({ code: 'not-saved' });
});
