// A lock where the system does not say when a process began: a live owner holds it, a dead one
// does not, and neither does one from before the machine was started.

import { spawnSync } from 'node:child_process';
import { chown, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isLock, type Lock, lock as lockHere } from '@main/storage/lock';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fault, namesIn, scratch } from '../support';

const { platform } = process;
let folder: string;
let lock: typeof lockHere;

beforeEach(async () => {
  folder = await scratch();
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  vi.resetModules();
  lock = (await import('@main/storage/lock')).lock;
});

afterEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(process, 'platform', { value: platform });
});

/** Changes the claim that is up, as another process would have put it up. */
async function rewrite(change: (pid: string, born: string) => string): Promise<void> {
  const [claim = ''] = await namesIn(folder);
  const to = claim.replace(/(\d+)-(\d+)(?=\.[0-9a-f]{8}$)/, (_, pid, born) => change(pid, born));
  await rename(join(folder, claim), join(folder, to));
}

test('a live owner holds it, until it lets go', async () => {
  const own = await lock('/a', folder);
  expect(await lock('/a', folder)).toEqual({ pid: process.pid });
  await (own as Lock).release();
  expect(isLock(await lock('/a', folder))).toBe(true);
});

test('the owner may belong to somebody else', async () => {
  await lock('/a', folder);
  await rewrite((_, born) => `1-${born}`);
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw fault('EPERM');
  });
  expect(await lock('/a', folder)).toEqual({ pid: 1 });
});

test('a dead owner does not', async () => {
  await lock('/a', folder);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  await rewrite((_, born) => `${pid}-${born}`);
  expect(isLock(await lock('/a', folder))).toBe(true);
  expect(await namesIn(folder)).toHaveLength(1);
});

test.each([
  [100, true],
  [-100, true],
  [300, false],
  [-300, false],
])('clocks that moved by %i s: held is %s', async (seconds, isHeld) => {
  await lock('/a', folder);
  await rewrite((pid, born) => `${pid}-${Number(born) + seconds}`);
  expect(isLock(await lock('/a', folder))).toBe(!isHeld);
});

describe('on Linux', () => {
  beforeEach(() => void Object.defineProperty(process, 'platform', { value: 'linux' }));

  test('the start of a process tells it from a later one', async () => {
    await lockHere('/a', folder);
    const stat = await readFile('/proc/self/stat', 'latin1');
    const born = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const [claim = ''] = await namesIn(folder);
    expect(claim).toMatch(new RegExp(`^[0-9a-f]{32}\\.${process.pid}-${born}\\.[0-9a-f]{8}$`));
    await rewrite((pid, ticks) => `${pid}-${Number(ticks) + 1}`);
    expect(isLock(await lockHere('/a', folder))).toBe(true);
  });

  test.skipIf(process.getuid?.() !== 0)('a folder of somebody else is not used', async () => {
    const theirs = join(folder, 'theirs');
    await mkdir(theirs);
    await chown(theirs, 4711, 4711);
    await expect(lockHere('/a', theirs)).rejects.toMatchObject({
      code: 'EPERM',
      message: `${theirs} belongs to someone else`,
    });
    expect(await namesIn(theirs)).toEqual([]);
  });

  test('other names in the folder are not claims', async () => {
    await lockHere('/a', folder);
    const [claim = ''] = await namesIn(folder);
    await rename(join(folder, claim), join(folder, `${claim}x`));
    await writeFile(join(folder, `x${claim}`), '');
    expect(isLock(await lockHere('/a', folder))).toBe(true);
    expect(await namesIn(folder)).toHaveLength(3);
  });
});
