// The functions everything else stands on: all bytes, folders that last, and what is not there.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILES, type Files, hashOfFile, sha256, syncFolder, writeAll } from '@main/storage/files';
import { afterEach, expect, test, vi } from 'vitest';
import { bytes, fault, scratch } from '../support';

const { platform } = process;
afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }));

/** A disk whose folders answer an fsync as given; counts what is open. */
function folders(sync: () => Promise<void>) {
  const seen = { opened: 0, closed: 0, synced: 0 };
  const fs: Files = {
    ...FILES,
    open: async (path, flags) => {
      seen.opened += 1;
      const file = await FILES.open(path, flags);
      return Object.assign(Object.create(file), {
        sync: () => {
          seen.synced += 1;
          return sync();
        },
        close: () => {
          seen.closed += 1;
          return file.close();
        },
      });
    },
  };
  return { fs, seen };
}

test('a hash is of the content, and of nothing when nothing is there', async () => {
  const path = join(await scratch(), 'a.md');
  expect(await hashOfFile(FILES, path)).toBeNull();
  await writeFile(path, 'a');
  expect(await hashOfFile(FILES, path)).toBe(sha256('a'));
  expect(sha256('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  const refused = { ...FILES, readFile: () => Promise.reject(fault('EIO')) };
  await expect(hashOfFile(refused, path)).rejects.toMatchObject({ code: 'EIO' });
});

test('a file is hashed whole, however large', async () => {
  const path = join(await scratch(), 'large');
  for (const size of [0, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 300_000]) {
    const content = Uint8Array.from({ length: size }, (_, n) => (n * 7) % 251);
    await writeFile(path, content);
    expect(await hashOfFile(FILES, path)).toBe(sha256(content));
  }
});

test('nothing to write is written without asking the disk', async () => {
  const write = vi.fn();
  await writeAll({ ...(await FILES.open('/dev/null', 'r')), write }, bytes(''));
  expect(write).not.toHaveBeenCalled();
});

test('a folder is synced and closed again', async () => {
  const { fs, seen } = folders(() => Promise.resolve());
  await syncFolder(fs, await scratch());
  expect(seen).toEqual({ opened: 1, closed: 1, synced: 1 });
});

test.each(['EINVAL', 'ENOTSUP', 'ENOSYS'])(
  '%s: a folder that cannot be synced is no failure',
  async (code) => {
    const { fs, seen } = folders(() => Promise.reject(fault(code)));
    await syncFolder(fs, await scratch());
    expect(seen).toEqual({ opened: 1, closed: 1, synced: 1 });
  },
);

test('EIO of a folder is one, and it is closed', async () => {
  const { fs, seen } = folders(() => Promise.reject(fault('EIO')));
  await expect(syncFolder(fs, await scratch())).rejects.toMatchObject({ code: 'EIO' });
  expect(seen.closed).toBe(1);
});

test('on Windows no folder is opened as a file', async () => {
  Object.defineProperty(process, 'platform', { value: 'win32' });
  const { fs, seen } = folders(() => Promise.reject(fault('EISDIR')));
  await syncFolder(fs, await scratch());
  expect(seen.opened).toBe(0);
});
