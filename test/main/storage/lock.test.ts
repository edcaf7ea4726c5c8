// One owner at a time, tried with real processes that hold a lock, let go of it, or are killed.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  readFile,
  realpath,
  rename,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type WriterParts, writeDurably } from '@main/storage/durable-writer';
import { FILES, sha256 } from '@main/storage/files';
import { alone, isLock, type Lock, lock, locksFolder } from '@main/storage/lock';
import { afterEach, describe, expect, test } from 'vitest';
import { bytes, namesIn, scratch, soon } from '../support';

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const process of running) process.kill('SIGKILL');
});

/** Another process, alive until it is killed. */
async function other(): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ['-e', 'console.log(1);setInterval(()=>{},1000)']);
  running.add(child);
  await once(child.stdout, 'data');
  return child as ChildProcess & { pid: number };
}

/** The claim a process would have put up, taken from one of ours. */
async function claimOf(folder: string, thing: string, pid: number): Promise<string> {
  await owned(lock(thing, folder));
  const [own = ''] = await namesIn(folder);
  const status = await readFile(`/proc/${pid}/stat`, 'latin1');
  const born = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
  const path = join(folder, own.replace(/\.\d+-\d+\./, `.${pid}-${born}.`));
  await writeFile(path, '');
  await unlink(join(folder, own));
  return path;
}

async function owned(answer: ReturnType<typeof lock>): Promise<Lock> {
  const got = await answer;
  if (!isLock(got)) throw new Error(`owned by ${got.pid}`);
  return got;
}

describe('a lock', () => {
  test('has one owner until it is released', async () => {
    const folder = await scratch();
    const first = await owned(lock('/a', folder));
    expect(await lock('/a', folder)).toEqual({ pid: process.pid });
    await first.release();
    await owned(lock('/a', folder));
  });

  test('of one thing does not keep anybody from another', async () => {
    const folder = await scratch();
    await owned(lock('/a', folder));
    await owned(lock('/b', folder));
  });

  test('of a live process holds, and is free when it is killed', async () => {
    const folder = await scratch();
    const child = await other();
    await claimOf(folder, '/a', child.pid);
    expect(await lock('/a', folder)).toEqual({ pid: child.pid });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await owned(lock('/a', folder));
    expect(await namesIn(folder)).toHaveLength(1);
  });

  test('of a process whose number another one has now is free', async () => {
    const folder = await scratch();
    const child = await other();
    const path = await claimOf(folder, '/a', child.pid);
    await rename(
      path,
      path.replace(/-(\d+)\./, (_, born) => `-${Number(born) - 5}.`),
    );
    await owned(lock('/a', folder));
  });

  test.skipIf(process.platform !== 'linux')(
    'of a process that ended and was not asked after is free',
    async () => {
      const folder = await scratch();
      // What it starts ends when it is another program, which never asks after it.
      const child = 'while grep -qx sh /proc/$PPID/comm; do :; done';
      const parent = spawn('sh', ['-c', `sh -c '${child}' & echo $!; exec sleep 60`]);
      running.add(parent);
      const [said] = await once(parent.stdout, 'data');
      const pid = Number(said);
      await soon(async () => {
        expect(await readFile(`/proc/${pid}/stat`, 'latin1')).toContain(') Z ');
      });
      await claimOf(folder, '/a', pid);
      await owned(lock('/a', folder));
    },
  );

  test('is empty and nobody else’s to read', async () => {
    const folder = await scratch();
    await owned(lock('/a', folder));
    const [claim = ''] = await namesIn(folder);
    expect(await stat(join(folder, claim))).toMatchObject({ size: 0, mode: 0o100600 });
  });

  test('is waited for a moment, and had when it is let go meanwhile', async () => {
    const folder = await scratch();
    const first = await owned(lock('/a', folder));
    const second = lock('/a', folder);
    await first.release();
    await owned(second);
  });

  test('of the dead is cleared away the first time a folder is used, and nothing that looks like one', async () => {
    const folder = await scratch();
    const child = await other();
    const dead = basename(await claimOf(folder, '/b', child.pid));
    const likeIt = [`x${dead}`, `${dead}.md`];
    for (const name of likeIt) await writeFile(join(folder, name), '');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const fresh = join(await scratch(), 'moved');
    await rename(folder, fresh);
    await owned(lock('/a', fresh));
    expect(await namesIn(fresh)).toEqual(expect.arrayContaining(likeIt));
    expect(await namesIn(fresh)).not.toContain(dead);
  });

  test('is not looked for in a folder that is a link or holds other files', async () => {
    const folder = await scratch();
    const link = join(folder, 'link');
    await mkdir(join(folder, 'real'));
    await symlink(join(folder, 'real'), link);
    await expect(lock('/a', link)).rejects.toThrow('belongs to someone else');
    await writeFile(join(folder, 'real', 'notes.txt'), '');
    await owned(lock('/a', join(folder, 'real')));
    expect(await namesIn(join(folder, 'real'))).toContain('notes.txt');
  });

  test('of twenty who want it at once is never given to two', async () => {
    const folder = await scratch();
    let inside = 0;
    let most = 0;
    let done = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      done += 1;
    };
    const insist = async (): Promise<void> => {
      while (
        !(await alone('/a', work, folder).then(
          () => true,
          () => false,
        ))
      );
    };
    await Promise.all(Array.from({ length: 20 }, insist));
    expect({ most, done }).toEqual({ most: 1, done: 20 });
    expect(await namesIn(folder)).toEqual([]);
  });
});

describe('work done alone', () => {
  test('is refused as busy while someone else is at it', async () => {
    const folder = await scratch();
    await owned(lock('/a', folder));
    await expect(alone('/a', async () => 1, folder)).rejects.toMatchObject({ code: 'EBUSY' });
  });

  test('releases the lock also when it fails', async () => {
    const folder = await scratch();
    await expect(alone('/a', () => Promise.reject(new Error('no')), folder)).rejects.toThrow('no');
    await owned(lock('/a', folder));
  });

  test('is done where no claim can be put up', async () => {
    const folder = join(await scratch(), 'file');
    await writeFile(folder, '');
    expect(await alone('/a', async () => 'done', folder)).toBe('done');
  });
});

test('a save waits for another process that is saving the same file', async () => {
  const folder = await scratch();
  const target = join(folder, 'record.md');
  await writeFile(target, 'old');
  const locks = join(folder, 'locks');
  const other = await owned(lock(await realpath(target), locks));
  let refused = 0;
  const parts: WriterParts = {
    fs: FILES,
    backOff: [1, 1, 1],
    alone: async (thing, work) => {
      try {
        return await alone(thing, work, locks);
      } catch (error) {
        refused += 1;
        await other.release();
        throw error;
      }
    },
  };
  await writeDurably(target, bytes('new'), { basedOn: sha256('old') }, parts);
  expect({ refused, text: await readFile(target, 'utf8') }).toEqual({ refused: 1, text: 'new' });
});

describe('the folder of the claims', () => {
  test('is the user’s own, in memory where there is a folder for that', async () => {
    const inMemory = await scratch();
    expect(locksFolder(inMemory)).toBe(join(inMemory, `close-call-locks-${process.getuid?.()}`));
    expect(locksFolder(join(inMemory, 'nowhere'))).toBe(
      join(tmpdir(), `close-call-locks-${process.getuid?.()}`),
    );
  });

  test('has one name where users have no numbers, and is used there', async () => {
    const folder = await scratch();
    const { getuid } = process;
    Object.defineProperty(process, 'getuid', { value: undefined, configurable: true });
    try {
      expect(locksFolder(folder)).toBe(join(folder, 'close-call-locks-own'));
      await owned(lock('/a', folder));
    } finally {
      Object.defineProperty(process, 'getuid', { value: getuid, configurable: true });
    }
  });
});
