import {
  chmod,
  lstat,
  mkdir,
  readFile,
  realpath,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { AppError } from '@core/errors';
import { type WriterParts, writeDurably } from '@main/storage/durable-writer';
import { FILES, type Files, type OpenFile, sha256 } from '@main/storage/files';
import { beforeEach, describe, expect, test } from 'vitest';
import { bytes, fault, namesIn, scratch } from '../support';

const OLD = 'the old text\n';
const NEW = 'the new text, which is longer\n';

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await realpath(await scratch());
  target = join(folder, 'record.md');
  await writeFile(target, OLD);
});

/** The real disk, with some functions replaced. */
function parts(fs: Partial<Files>, backOff: readonly number[] = [1, 1, 1, 1]): WriterParts {
  return { fs: { ...FILES, ...fs }, backOff, alone: (_, work) => work() };
}

/** A disk on which files that are opened for writing behave differently. */
function withFile(change: (file: OpenFile) => Partial<OpenFile>): WriterParts {
  return parts({
    open: async (path, flags, mode) => {
      const file = await FILES.open(path, flags, mode);
      if (flags === 'r') return file;
      const plain: OpenFile = {
        write: (...args) => file.write(...args),
        stat: () => file.stat(),
        chmod: (bits) => file.chmod(bits),
        sync: () => file.sync(),
        close: () => file.close(),
      };
      return { ...plain, ...change(plain) };
    },
  });
}

const write = (where?: WriterParts) =>
  writeDurably(target, bytes(NEW), { basedOn: sha256(OLD) }, where);
const refused = (where: WriterParts) =>
  write(where).then(
    () => expect.unreachable('it was reported as written'),
    (error: AppError) => error,
  );

async function expectOldAndNothingElse(): Promise<void> {
  expect(await readFile(target, 'utf8')).toBe(OLD);
  expect(await namesIn(folder)).toEqual(['record.md']);
}

describe('a write that works', () => {
  test('leaves the new bytes and nothing else, and gives their hash', async () => {
    expect(await write()).toBe(sha256(NEW));
    expect(await readFile(target, 'utf8')).toBe(NEW);
    expect(await namesIn(folder)).toEqual(['record.md']);
  });

  test('keeps the mode of the file', async () => {
    await chmod(target, 0o646);
    await write();
    expect((await stat(target)).mode & 0o777).toBe(0o646);
  });

  test('writes through a link, which stays one', async () => {
    const link = join(folder, 'link.md');
    await symlink(target, link);
    await writeDurably(link, bytes(NEW), { basedOn: sha256(OLD) });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(target, 'utf8')).toBe(NEW);
  });

  test('goes on when the disk takes a few bytes at a time', async () => {
    const where = withFile((file) => ({
      write: (from, offset, length, position) =>
        file.write(from, offset, Math.min(length, 3), position),
    }));
    await write(where);
    expect(await readFile(target, 'utf8')).toBe(NEW);
  });

  test('does things in the order of the promise', async () => {
    const order: string[] = [];
    const note =
      <A extends unknown[], R>(name: string, fn: (...args: A) => R) =>
      (...args: A): R => {
        order.push(name);
        return fn(...args);
      };
    const where = withFile((file) => ({
      write: note('write', file.write),
      stat: note('size', file.stat),
      sync: note('fsync', file.sync),
      close: note('close', file.close),
    }));
    const { open } = where.fs;
    where.fs = {
      ...where.fs,
      open: async (path, flags, mode) => {
        if (flags !== 'r') return open(path, flags, mode);
        const handle = await open(path, flags, mode);
        return {
          write: (...args) => handle.write(...args),
          stat: () => handle.stat(),
          chmod: (bits) => handle.chmod(bits),
          sync: note('fsync folder', () => handle.sync()),
          close: () => handle.close(),
        };
      },
      readFile: note('read target', FILES.readFile),
      rename: note('rename', FILES.rename),
    };
    await write(where);
    expect(order).toEqual([
      'write',
      'size',
      'fsync',
      'close',
      'read target',
      'rename',
      'fsync folder',
      'read target',
    ]);
  });
});

describe('a disk that refuses', () => {
  test.each([
    ['ENOSPC', 'the disk is full'],
    ['EIO', 'the disk reported an error'],
  ])('%s while writing: the old file stays, in words', async (code, reason) => {
    const error = await refused(withFile(() => ({ write: () => Promise.reject(fault(code)) })));
    expect(error.code).toBe('not-saved');
    expect(error.details.reason).toBe(reason);
    expect(error.message).toContain(reason);
    await expectOldAndNothingElse();
  });

  test.each(['EROFS', 'EACCES', 'EMFILE', 'ENOENT'])('%s while opening', async (code) => {
    const where = parts({
      open: (path, flags, mode) =>
        flags === 'wx' ? Promise.reject(fault(code)) : FILES.open(path, flags, mode),
    });
    const error = await refused(where);
    expect(error.code).toBe('not-saved');
    expect(error.details.reason).not.toContain(code);
    await expectOldAndNothingElse();
  });

  test('a disk that takes no more bytes is full', async () => {
    const error = await refused(
      withFile(() => ({ write: () => Promise.resolve({ bytesWritten: 0 }) })),
    );
    expect(error.details.reason).toBe('the disk is full');
    await expectOldAndNothingElse();
  });

  test('a disk that says it took bytes it did not keep', async () => {
    const error = await refused(
      withFile((file) => ({
        write: async (from, offset, length, position) => {
          await file.write(from, offset, Math.floor(length / 2), position);
          return { bytesWritten: length };
        },
      })),
    );
    expect(error.code).toBe('not-saved');
    await expectOldAndNothingElse();
  });

  test('EIO from fsync is never "saved"', async () => {
    const error = await refused(withFile(() => ({ sync: () => Promise.reject(fault('EIO')) })));
    expect(error.details.reason).toBe('the disk reported an error');
    await expectOldAndNothingElse();
  });

  test('EIO from the fsync of the folder is never "saved"', async () => {
    const where = parts({
      open: async (path, flags, mode) => {
        const file = await FILES.open(path, flags, mode);
        if (flags !== 'r') return file;
        return Object.assign(Object.create(file), {
          sync: () => Promise.reject(fault('EIO')),
          close: () => file.close(),
        });
      },
    });
    expect((await refused(where)).code).toBe('not-saved');
    expect(await namesIn(folder)).toEqual(['record.md']);
  });

  test('a disk that gives back something else is never "saved"', async () => {
    let reads = 0;
    const where = parts({
      readFile: async (path) => {
        reads += 1;
        return reads === 1 ? FILES.readFile(path) : bytes('rot');
      },
    });
    expect((await refused(where)).code).toBe('not-saved');
  });

  test('a file its owner has protected is not replaced', async () => {
    const where = parts({ access: () => Promise.reject(fault('EACCES')) });
    expect((await refused(where)).details.reason).toContain('may not be written to');
    await expectOldAndNothingElse();
  });

  test('a folder that is gone', async () => {
    const error = await writeDurably(join(folder, 'no/such.md'), bytes(NEW), {
      basedOn: null,
    }).catch((caught: AppError) => caught);
    expect(error).toMatchObject({ code: 'not-saved', details: { code: 'ENOENT' } });
  });
});

describe('a rename that is refused for now', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])('%s three times, then it works', async (code) => {
    let tries = 0;
    const where = parts({
      rename: (from, to) => {
        tries += 1;
        return tries <= 3 ? Promise.reject(fault(code)) : FILES.rename(from, to);
      },
    });
    await write(where);
    expect(tries).toBe(4);
    expect(await readFile(target, 'utf8')).toBe(NEW);
  });

  test('for ever: said so, never written in place', async () => {
    let tries = 0;
    const where = parts({
      rename: () => {
        tries += 1;
        return Promise.reject(fault('EPERM'));
      },
    });
    const { code, details } = await refused(where);
    expect([code, details.code]).toEqual(['not-saved', 'EPERM']);
    expect(tries).toBe(5);
    await expectOldAndNothingElse();
  });

  test('ten seconds of tries by default', async () => {
    const { DEFAULT_BACK_OFF } = await import('@main/storage/durable-writer');
    expect(DEFAULT_BACK_OFF.reduce((sum, pause) => sum + pause, 0)).toBe(10_000);
  });

  test('what is changed meanwhile is seen before the next try', async () => {
    let tries = 0;
    const where = parts({
      rename: async () => {
        tries += 1;
        await writeFile(target, 'someone else');
        throw fault('EBUSY');
      },
    });
    expect((await refused(where)).code).toBe('conflict');
    expect(tries).toBe(1);
    expect(await readFile(target, 'utf8')).toBe('someone else');
  });

  test('a place that cannot be looked up is no place for a new file', async () => {
    const where = parts({ realpath: () => Promise.reject(fault('EIO')) });
    expect((await refused(where)).details.code).toBe('EIO');
    await expectOldAndNothingElse();
  });

  test('other errors are not tried again', async () => {
    let tries = 0;
    const where = parts({
      rename: () => {
        tries += 1;
        return Promise.reject(fault('EIO'));
      },
    });
    await refused(where);
    expect(tries).toBe(1);
  });
});

describe('a file that is not what the edit was based on', () => {
  test('changed: a conflict, and left as it is', async () => {
    await writeFile(target, 'changed outside');
    const error = await write().catch((caught: AppError) => caught);
    expect(error).toMatchObject({ code: 'conflict' });
    expect(await readFile(target, 'utf8')).toBe('changed outside');
    expect(await namesIn(folder)).toEqual(['record.md']);
  });

  test('gone: a conflict, and not made again', async () => {
    await unlink(target);
    await expect(write()).rejects.toMatchObject({ code: 'conflict' });
    expect(await namesIn(folder)).toEqual([]);
  });

  test('a new file never replaces one that is there', async () => {
    await expect(writeDurably(target, bytes(NEW), { basedOn: null })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expectOldAndNothingElse();
  });

  test('a new file is put in place, also without links', async () => {
    const first = join(folder, 'first.md');
    await writeDurably(first, bytes(NEW), { basedOn: null });
    const noLinks = parts({ link: () => Promise.reject(fault('ENOTSUP')) });
    const second = join(folder, 'second.md');
    await writeDurably(second, bytes(NEW), { basedOn: null }, noLinks);
    expect([await readFile(first, 'utf8'), await readFile(second, 'utf8')]).toEqual([NEW, NEW]);
    await expect(
      writeDurably(target, bytes(NEW), { basedOn: null }, noLinks),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await readFile(target, 'utf8')).toBe(OLD);
    expect(await namesIn(folder)).toEqual(['first.md', 'record.md', 'second.md']);
  });
});

describe('a new file', () => {
  const putNew = (where: WriterParts) =>
    writeDurably(join(folder, 'new.md'), bytes(NEW), { basedOn: null }, where);

  test.each(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EISDIR'])(
    '%s of a link: it is reserved and renamed',
    async (code) => {
      const order: string[] = [];
      await putNew(
        parts({
          link: () => Promise.reject(fault(code)),
          open: (path, flags, mode) => {
            if (path.endsWith('new.md')) order.push(`reserve ${flags}`);
            return FILES.open(path, flags, mode);
          },
          rename: (from, to) => {
            order.push('rename');
            return FILES.rename(from, to);
          },
        }),
      );
      expect(order).toEqual(['reserve wx', 'rename']);
      expect(await readFile(join(folder, 'new.md'), 'utf8')).toBe(NEW);
    },
  );

  test('is not put anywhere when the disk refuses the link', async () => {
    const where = parts({ link: () => Promise.reject(fault('EIO')) });
    await expect(putNew(where)).rejects.toMatchObject({ details: { code: 'EIO' } });
    await expectOldAndNothingElse();
  });

  test('is not put anywhere when its name cannot be reserved', async () => {
    const where = parts({
      link: () => Promise.reject(fault('EPERM')),
      open: (path, flags, mode) =>
        path.endsWith('new.md') ? Promise.reject(fault('EACCES')) : FILES.open(path, flags, mode),
    });
    await expect(putNew(where)).rejects.toMatchObject({ details: { code: 'EACCES' } });
    await expectOldAndNothingElse();
  });

  describe('where there are no links', () => {
    const link = () => Promise.reject(fault('EISDIR'));

    test('waits until another program lets go of the reserved name', async () => {
      let held = 2;
      const rename = (from: string, to: string) =>
        held-- > 0 ? Promise.reject(fault('EBUSY')) : FILES.rename(from, to);
      await putNew(parts({ link, rename }));
      expect(await readFile(join(folder, 'new.md'), 'utf8')).toBe(NEW);
    });

    test('leaves no empty file when it cannot be put there', async () => {
      const where = parts({ link, rename: () => Promise.reject(fault('EIO')) });
      await expect(putNew(where)).rejects.toMatchObject({ details: { code: 'EIO' } });
      await expectOldAndNothingElse();
    });

    test('leaves what someone put into the reserved file', async () => {
      const rename = async (_from: string, to: string) => {
        await writeFile(to, 'theirs');
        throw fault('EBUSY');
      };
      await expect(putNew(parts({ link, rename }))).rejects.toMatchObject({ code: 'conflict' });
      expect(await readFile(join(folder, 'new.md'), 'utf8')).toBe('theirs');
    });
  });

  test('gets the mode any program would give it', async () => {
    const there = join(folder, 'any.md');
    await writeFile(there, '');
    await putNew(parts({}));
    const modes = await Promise.all([there, join(folder, 'new.md')].map((path) => stat(path)));
    expect(new Set(modes.map(({ mode }) => mode)).size).toBe(1);
  });

  test('in a place that is taken says so', async () => {
    for (const where of [parts({}), parts({ link: () => Promise.reject(fault('EXDEV')) })]) {
      await expect(
        writeDurably(target, bytes(NEW), { basedOn: null }, where),
      ).rejects.toMatchObject({
        message: 'A file of this name is already there.',
        details: { reason: 'a file of this name is already there' },
      });
    }
  });
});

test('a place that cannot be looked at is not written to', async () => {
  for (const fs of [
    { realpath: () => Promise.reject(fault('ELOOP')) },
    { stat: () => Promise.reject(fault('EIO')) },
  ]) {
    expect((await refused(parts(fs))).code).toBe('not-saved');
    await expectOldAndNothingElse();
  }
});

test('what went wrong is said, and where', async () => {
  await writeFile(target, 'changed outside');
  await expect(write()).rejects.toMatchObject({
    message: 'The file was changed outside Close Call.',
    details: { reason: 'the file was changed outside Close Call' },
  });
  await writeFile(target, OLD);
  let reads = 0;
  const rotten = parts({
    readFile: (path) => {
      reads += 1;
      return reads === 1 ? FILES.readFile(path) : Promise.resolve(bytes('rot'));
    },
  });
  await expect(write(rotten)).rejects.toMatchObject({
    message: 'Not saved: the disk gave back something else.',
    details: { reason: 'the disk gave back something else than was written' },
  });
  await writeFile(target, OLD);
  const short = withFile((file) => ({
    stat: async () => ({ size: (await file.stat()).size - 1 }),
  }));
  await expect(write(short)).rejects.toMatchObject({ details: { code: 'ENOSPC' } });
});

test('the temporary name fits beside the longest name there can be', async () => {
  const name = `${'ö'.repeat(126)}.md`;
  await mkdir(folder, { recursive: true });
  await writeDurably(join(folder, name), bytes(NEW), { basedOn: null });
  expect(await namesIn(folder)).toContain(name);
});
