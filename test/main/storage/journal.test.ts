import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILES, type Files, type OpenFile } from '@main/storage/files';
import { Journal } from '@main/storage/journal';
import * as fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { fault, namesIn, scratch } from '../support';

const asText = (value: unknown) => (typeof value === 'string' ? value : null);
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await scratch();
  path = join(folder, 'deep/one.journal');
});

const open = (fs = FILES) => new Journal<string>(path, asText, fs);

test('what was appended is read, in order, by another run', async () => {
  const journal = open();
  await journal.append('first');
  await Promise.all(['second', 'with\nlines', 'ünïcode 🌊'].map((entry) => journal.append(entry)));
  expect(await open().read()).toEqual(['first', 'second', 'with\nlines', 'ünïcode 🌊']);
});

test('no file is an empty journal', async () => {
  expect(await open().read()).toEqual([]);
});

test('an append resolves after its fsync, and what waits goes together', async () => {
  let syncs = 0;
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = {
    ...FILES,
    open: async (name: string, flags: string, mode?: number): Promise<OpenFile> => {
      const file = await FILES.open(name, flags, mode);
      if (flags !== 'a') return file;
      return Object.assign(Object.create(file), {
        write: file.write.bind(file),
        stat: file.stat.bind(file),
        close: file.close.bind(file),
        sync: async () => {
          syncs += 1;
          if (syncs === 1) await gate;
          await file.sync();
        },
      });
    },
  };
  const journal = open(slow);
  let done = 0;
  const count = () => {
    done += 1;
  };
  const all = [journal.append('0').then(count)];
  await expect.poll(() => syncs).toBe(1);
  for (let n = 1; n <= 50; n += 1) all.push(journal.append(String(n)).then(count));
  expect(done).toBe(0);
  release();
  await Promise.all(all);
  expect(done).toBe(51);
  expect(syncs).toBe(2);
  expect((await open().read()).length).toBe(51);
});

test('a torn last line is ignored at any length, and hides nothing that comes after', async () => {
  const journal = open();
  await journal.append('whole');
  const before = (await readFile(path)).length;
  await journal.append('torn in the middle');
  const full = await readFile(path);
  for (let length = before; length < full.length - 1; length += 1) {
    await writeFile(path, full);
    await truncate(path, length);
    expect(await open().read()).toEqual(['whole']);
    await open().append('later');
    expect(await open().read()).toEqual(['whole', 'later']);
  }
});

test('damage of any byte loses at most the line it is in', async () => {
  const journal = open();
  for (const entry of ['one', 'two', 'three']) await journal.append(entry);
  const whole = await readFile(path);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        await writeFile(path, damaged);
        const left = await open().read();
        const joined = whole[at] === 0x0a ? 2 : 1;
        expect(left.length).toBeGreaterThanOrEqual(3 - joined);
        expect(['one', 'two', 'three'].filter((entry) => left.includes(entry))).toEqual(left);
      },
    ),
    { numRuns: 100 },
  );
});

test('lines of another kind are passed over', async () => {
  const journal = open();
  await journal.append('mine');
  await appendFile(path, 'not a line of ours\n0123456789abcdef {"a":1}\n');
  await journal.append('mine too');
  expect(await open().read()).toEqual(['mine', 'mine too']);
});

test('replace keeps what is appended meanwhile, and no entries are no file', async () => {
  const journal = open();
  const kept = ['a'];
  await journal.append('a');
  const replaced = journal.replace(() => kept);
  kept.push('b');
  await Promise.all([journal.append('b'), replaced]);
  expect(new Set(await open().read())).toEqual(new Set(['a', 'b']));
  await journal.clear();
  expect(await namesIn(join(folder, 'deep'))).toEqual([]);
  await journal.append('again');
  expect(await open().read()).toEqual(['again']);
});

test('a disk that refuses is said, and the next append works', async () => {
  let full = true;
  const fs = {
    ...FILES,
    open: (name: string, flags: string, mode?: number) =>
      full && flags === 'a' ? Promise.reject(fault('ENOSPC')) : FILES.open(name, flags, mode),
  };
  const journal = open(fs);
  await expect(journal.append('lost')).rejects.toMatchObject({
    code: 'not-saved',
    details: { reason: 'the disk is full' },
  });
  full = false;
  await journal.append('kept');
  expect(await open().read()).toEqual(['kept']);
});

test('a disk that says it took what it did not keep is not believed', async () => {
  let lies = true;
  const forgetful: Files = {
    ...FILES,
    open: async (name, flags, mode) => {
      const file = await FILES.open(name, flags, mode);
      if (flags === 'r') return file;
      return {
        write: async (bytes, offset, length, position) =>
          lies ? { bytesWritten: length } : file.write(bytes, offset, length, position),
        stat: () => file.stat(),
        chmod: (mode) => file.chmod(mode),
        sync: () => file.sync(),
        close: () => file.close(),
      };
    },
  };
  const journal = open(forgetful);
  await expect(journal.append('lost')).rejects.toMatchObject({ code: 'not-saved' });
  lies = false;
  await journal.append('kept');
  expect(await open().read()).toEqual(['kept']);
});

test('a journal that cannot be read or removed says so', async () => {
  const fs = {
    ...FILES,
    readFile: () => Promise.reject(fault('EIO')),
    unlink: () => Promise.reject(fault('EACCES')),
  };
  const journal = open(fs);
  await journal.append('kept');
  await expect(journal.read()).rejects.toMatchObject({ code: 'EIO' });
  await expect(journal.clear()).rejects.toMatchObject({ code: 'not-saved' });
  expect(await open().read()).toEqual(['kept']);
  // What is not there cannot be removed, and need not be.
  await open({ ...FILES, unlink: () => Promise.reject(fault('ENOENT')) }).clear();
});

test('its file is for its owner alone, and its folder is synced when it is new', async () => {
  const synced: string[] = [];
  const fs: Files = {
    ...FILES,
    open: (name, flags, mode) => {
      if (flags === 'r') synced.push(name);
      return FILES.open(name, flags, mode);
    },
  };
  const journal = open(fs);
  await journal.append('one');
  await journal.append('two');
  expect(synced).toEqual([join(folder, 'deep')]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await journal.replace(() => ['three']);
  expect(synced.length).toBeGreaterThan(1);
  expect(await readFile(path, 'utf8')).toMatch(/^[0-9a-f]{16} "three"\n$/);
});

test('begins on a line of its own after a failure, and only then', async () => {
  const lines = async () => (await readFile(path, 'utf8')).split('\n');
  let fails = false;
  const fs: Files = {
    ...FILES,
    open: async (name, flags, mode) => {
      const file = await FILES.open(name, flags, mode);
      if (flags !== 'a') return file;
      const sync = () => (fails ? Promise.reject(fault('EIO')) : file.sync());
      return Object.assign(Object.create(file), {
        sync,
        write: file.write.bind(file),
        stat: file.stat.bind(file),
        close: file.close.bind(file),
      });
    },
  };
  const journal = open(fs);
  await journal.append('one');
  await journal.append('two');
  expect((await lines()).filter((line) => line === '')).toHaveLength(2);
  fails = true;
  await expect(journal.append('three')).rejects.toMatchObject({ details: { code: 'EIO' } });
  fails = false;
  await journal.append('four');
  expect((await lines()).at(-3)).toBe('');
  await journal.clear();
  await journal.append('five');
  expect((await lines())[0]).toMatch(/"five"$/);
});

test('everything asked for is done when it has settled', async () => {
  const journal = open();
  void journal.append('one');
  const replaced = journal.replace(() => ['two']);
  await journal.settled();
  expect(await open().read()).toEqual(['two']);
  await replaced;
});
