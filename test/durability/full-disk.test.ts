// A disk of 1 MiB with less and less room on it: what does not fit is not saved, and is said and
// kept; what was there is never cut short.

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, inject, type TestContext, test } from 'vitest';
import { openLibrary, recordText, section, viewOf } from '../main/library/open';
import { contentsOf, scratch } from '../main/support';
import { writerIn } from './programs/writer';
import { report } from './report';
import { PATIENCE } from './sizes';

const writer = writerIn(inject('programs'));
afterAll(() => writer.stop());

const PATH = '2026/2026-11-20-one.md';
const BLOCK = 4096;
/** What is typed comes to about this much. */
const SIZE = 30 * BLOCK;
const OLD = recordText('ONE', 'One', { notes: 'o'.repeat(SIZE - 2000) });
const TYPED = 'n'.repeat(SIZE);

/** A file system of 1 MiB, in memory; skips the test, and says why, where none can be mounted. */
async function onSmallDisk({ skip }: TestContext, work: (disk: string) => Promise<void>) {
  const disk = join(await scratch(), 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'tmpfs', disk], {
      stdio: 'pipe',
    });
  } catch (error) {
    const why = `a disk of 1 MiB cannot be mounted here: ${String(error).split('\n').join(' ')}`;
    report(`row 3: NOT TRIED: ${why}`);
    skip(why);
  }
  try {
    await work(disk);
  } finally {
    execFileSync('umount', ['--lazy', disk]);
  }
}

/** Fills the disk until only that much is free. */
async function leaveFree(disk: string, blocks: number): Promise<void> {
  const { bavail, bsize } = await statfs(disk);
  await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize - blocks * BLOCK));
  expect((await statfs(disk)).bavail * bsize).toBe(blocks * BLOCK);
}

test(
  'row 3: with 0 to twice its size free, a record is saved whole or kept whole, and said',
  (context) =>
    onSmallDisk(context, async (disk) => {
      const counts = { saved: 0, kept: 0 };
      const last = (2 * SIZE) / BLOCK;
      for (let blocks = 0; blocks <= last; blocks += 1) counts[await tried(disk, blocks)] += 1;
      report(
        `row 3: ${last + 1} disks with 0 to ${(last * BLOCK) / 1024} KiB free: ${counts.saved} saved, ` +
          `${counts.kept} kept the old, said so and had the text in the journal, 0 cut short`,
      );
      expect(counts.saved).toBeGreaterThan(0);
      expect(counts.kept).toBeGreaterThan(0);
    }),
  PATIENCE,
);

/** Types into a record on a disk with so much room, and saves it. */
async function tried(disk: string, blocks: number): Promise<'saved' | 'kept'> {
  const file = join(disk, PATH);
  await rm(join(disk, '2026'), { recursive: true, force: true });
  await mkdir(join(disk, '2026'));
  await writeFile(file, OLD);
  await leaveFree(disk, blocks);

  const timing = { quiet: 1e6, latest: 1e6, retries: [1e6] };
  const opened = await openLibrary(disk, { timing, write: writer.write });
  const before = (await viewOf(opened, PATH)).content.sections.notes;
  await opened.library.records.edit('ONE', section('notes', TYPED), section('notes', before));
  const save = await opened.library.records.save('ONE');

  const text = await readFile(file, 'utf8');
  const room = `${blocks} blocks free`;
  if (save.kind === 'saved') {
    expect(text, room).toBe(OLD.replace(before.trim(), TYPED));
  } else {
    expect(text, room).toBe(OLD);
    expect(save, room).toMatchObject({
      kind: 'not-saved',
      reason: expect.stringContaining('the disk is full'),
    });
    const journals = await contentsOf(join(opened.userData, 'journal'));
    expect(Object.values(journals).join(''), room).toContain(TYPED);
  }
  expect(Object.keys(await contentsOf(disk)).sort(), room).toEqual([PATH, 'filler'].sort());
  // With room again, what is in the journal gets into the file.
  await rm(join(disk, 'filler'));
  await opened.library.close();
  expect(await readFile(file, 'utf8'), 'with room again').toContain(TYPED);
  return save.kind === 'saved' ? 'saved' : 'kept';
}
