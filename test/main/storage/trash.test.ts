import { chmod, mkdir, readFile, realpath, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '@main/storage/durable-writer';
import { FILES, type Files } from '@main/storage/files';
import { Trash } from '@main/storage/trash';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentsOf, fault, fill, namesIn, scratch } from '../support';

let root: string;
let trash: Trash;

beforeEach(async () => {
  root = await realpath(await scratch());
  await fill(root, { '2026/one.md': 'one', '2026/two.md': 'two' });
  trash = new Trash(root, writeDurably);
});

test('a record goes to the trash and comes back, byte for byte', async () => {
  const id = await trash.put('2026/one.md', 'The first', Date.UTC(2026, 10, 21));
  expect(await namesIn(join(root, '2026'))).toEqual(['two.md']);
  expect(await trash.list()).toEqual([
    { id, path: '2026/one.md', title: 'The first', at: '2026-11-21T00:00:00.000Z' },
  ]);
  expect(await trash.restore(id)).toBe('2026/one.md');
  expect(await contentsOf(root)).toEqual({ '2026/one.md': 'one', '2026/two.md': 'two' });
  expect(await trash.list()).toEqual([]);
});

test('of several the one that was asked for comes back', async () => {
  const ids = [await trash.put('2026/one.md', 'One'), await trash.put('2026/two.md', 'Two')];
  expect(await trash.restore(ids[1] ?? '')).toBe('2026/two.md');
  expect((await trash.list()).map(({ id }) => id)).toEqual([ids[0]]);
  expect(await readFile(join(root, '2026/two.md'), 'utf8')).toBe('two');
});

test('a name that is taken meanwhile is never overwritten', async () => {
  const id = await trash.put('2026/one.md', 'The first');
  await writeFile(join(root, '2026/one.md'), 'another');
  expect(await trash.restore(id)).toBe('2026/one-2.md');
  expect(await readFile(join(root, '2026/one.md'), 'utf8')).toBe('another');
  expect(await readFile(join(root, '2026/one-2.md'), 'utf8')).toBe('one');
});

test('a folder that went meanwhile is made again', async () => {
  const id = await trash.put('2026/one.md', 'The first');
  await rm(join(root, '2026'), { recursive: true });
  expect(await trash.restore(id)).toBe('2026/one.md');
});

test('the newest is first, and the same file can go twice', async () => {
  const first = await trash.put('2026/one.md', 'A', Date.UTC(2026, 0, 1));
  await writeFile(join(root, '2026/one.md'), 'again');
  const second = await trash.put('2026/one.md', 'B', Date.UTC(2026, 0, 2));
  expect((await trash.list()).map(({ id }) => id)).toEqual([second, first]);
});

test('a file whose note is lost is still listed and comes back', async () => {
  const id = await trash.put('2026/one.md', 'The first');
  await unlink(join(root, `.close-call/trash/${id}.json`));
  expect(await trash.list()).toMatchObject([{ id, path: 'one.md', title: 'one' }]);
  expect(await trash.restore(id)).toBe('one.md');
});

test('an id names an entry, never a path', async () => {
  for (const id of ['../../2026/two', '2026/two.md', '', '.']) {
    await expect(trash.restore(id)).rejects.toMatchObject({ code: 'not-found' });
  }
});

test.each([
  '.git/hooks/post-checkout',
  '.git/hooks/post-checkout.md',
  '.obsidian/x.md',
  'node_modules/x.md',
  'a/b.sh',
  '..\\x.md',
  'a\\.git\\x.md',
  'a//x.md',
  '/x.md',
  '../../out.md',
])('a note that says %j is not believed: no record can have stood there', async (path) => {
  const id = await trash.put('2026/one.md', 'The first');
  await chmod(join(root, `.close-call/trash/${id}-one.md`), 0o755);
  const note = join(root, `.close-call/trash/${id}.json`);
  await writeFile(note, JSON.stringify({ path, title: 'x', at: '' }));
  expect(await trash.list()).toEqual([{ id, path: 'one.md', title: 'one', at: '' }]);
  expect(await trash.restore(id)).toBe('one.md');
  expect(await contentsOf(root)).toEqual({ 'one.md': 'one', '2026/two.md': 'two' });
});

test('a folder that leads out of the library meanwhile gets nothing back', async () => {
  const id = await trash.put('2026/one.md', 'The first');
  const outside = await scratch();
  await rm(join(root, '2026'), { recursive: true });
  await symlink(outside, join(root, '2026'));
  await expect(trash.restore(id)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await namesIn(outside)).toEqual([]);
  expect(await trash.list()).toMatchObject([{ id }]);
});

test('a trash folder that leads out of the library is not used', async () => {
  const outside = await scratch();
  await symlink(outside, join(root, '.close-call'));
  await expect(trash.put('2026/one.md', 'x')).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await namesIn(outside)).toEqual([]);
  expect(await readFile(join(root, '2026/one.md'), 'utf8')).toBe('one');
});

test('a name that can no longer be found says so, and the record stays in the trash', async () => {
  const id = await trash.put('2026/one.md', 'The first');
  const taken = Object.fromEntries(
    Array.from({ length: 99 }, (_, n) => [`2026/one-${n + 2}.md`, 'x'] as const),
  );
  await fill(root, { '2026/one.md': 'x', ...taken });
  await expect(trash.restore(id)).rejects.toMatchObject({
    code: 'not-saved',
    message: 'No free name was found for 2026/one.md.',
  });
  expect(await trash.list()).toMatchObject([{ id }]);
  await unlink(join(root, '2026/one-100.md'));
  expect(await trash.restore(id)).toBe('2026/one-100.md');
});

test('a trash that leads out of the library is empty, and nothing comes back from it', async () => {
  const outside = await fill(await scratch(), { [`trash/${'0'.repeat(26)}-x.md`]: 'x' });
  await symlink(outside, join(root, '.close-call'));
  expect(await trash.list()).toEqual([]);
  await expect(trash.restore('0'.repeat(26))).rejects.toMatchObject({ code: 'not-allowed' });
});

test('what is not there is not in the trash', async () => {
  await expect(trash.restore('0'.repeat(26))).rejects.toMatchObject({
    message: 'This record is not in the trash any more.',
  });
  await expect(trash.put('2026/none.md', 'x')).rejects.toMatchObject({ code: 'not-found' });
  expect(await contentsOf(root)).toEqual({ '2026/one.md': 'one', '2026/two.md': 'two' });
});

test('a link does not go to the trash, nor what it leads to', async () => {
  await symlink('two.md', join(root, '2026/link.md'));
  await expect(trash.put('2026/link.md', 'x')).rejects.toMatchObject({
    message: '2026/link.md is a link to another file, so it is not moved.',
  });
  expect(await namesIn(join(root, '2026'))).toEqual(['link.md', 'one.md', 'two.md']);
  expect(await namesIn(root)).toEqual(['2026']);
});

test('a link that leads nowhere meanwhile has its name, and the record gets another', async () => {
  const id = await trash.put('2026/one.md', 'The first');
  await symlink('nowhere.md', join(root, '2026/one.md'));
  expect(await trash.restore(id)).toBe('2026/one-2.md');
});

test('other files in the trash, and notes of another kind, do no harm', async () => {
  const id = await trash.put('2026/one.MD'.replace('MD', 'md'), 'The first');
  const folder = join(root, '.close-call/trash');
  await fill(folder, { 'notes.txt': 'x', [`${id}-x.txt`]: 'x', [`x${id}-y.md`]: 'x' });
  expect(await trash.list()).toHaveLength(1);
  for (const text of ['{"path":1}', 'not JSON', 'null']) {
    await writeFile(join(folder, `${id}.json`), text);
    trash = new Trash(root, writeDurably);
    expect(await trash.list()).toEqual([{ id, path: 'one.md', title: 'one', at: '' }]);
  }
  expect(await trash.restore(id)).toBe('one.md');
  expect(await namesIn(folder)).toEqual(['notes.txt', `${id}-x.txt`, `x${id}-y.md`].sort());
});

test('of thousands of notes one is read at a time, and none twice', async () => {
  const ids = Array.from({ length: 2000 }, (_, n) => String(n).padStart(26, '0'));
  const note = JSON.stringify({ path: '2026/gone.md', title: 'Gone', at: '' });
  const files = ids.flatMap((id) => [[`${id}-gone.md`, 'x'] as const, [`${id}.json`, note]]);
  const folder = join(root, '.close-call/trash');
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  let [open, most, reads] = [0, 0, 0];
  const fs: Files = {
    ...FILES,
    readFile: async (path) => {
      reads += 1;
      open += 1;
      most = Math.max(most, open);
      return FILES.readFile(path).finally(() => {
        open -= 1;
      });
    },
  };
  trash = new Trash(root, writeDurably, fs);
  for (const _look of ['first', 'second']) {
    expect((await trash.list()).map(({ path }) => path)).toEqual(ids.map(() => '2026/gone.md'));
  }
  expect({ most, reads }).toEqual({ most: 1, reads: 2000 });
});

describe('a note that cannot be read', () => {
  const refusing = (code: string) => {
    const fs: Files = { ...FILES, readFile: () => Promise.reject(fault(code)) };
    return new Trash(root, writeDurably, fs);
  };

  test('is not taken for a lost one: the record stays in the trash, and goes where it stood', async () => {
    const id = await trash.put('2026/one.md', 'The first');
    const faulty = refusing('EIO');
    expect(await faulty.list()).toMatchObject([{ id, path: 'one.md' }]);
    await expect(faulty.restore(id)).rejects.toMatchObject({
      code: 'unreadable',
      message:
        'Where one.md stood could not be read: the disk reported an error. It stays in the trash.',
      details: { reason: 'the disk reported an error' },
    });
    expect(await trash.restore(id)).toBe('2026/one.md');
  });

  test('because it went meanwhile is lost', async () => {
    const id = await trash.put('2026/one.md', 'The first');
    expect(await refusing('ENOENT').restore(id)).toBe('one.md');
  });
});

test('a link in the trash is neither followed nor listed', async () => {
  const folder = join(root, '.close-call/trash');
  const id = await trash.put('2026/one.md', 'The first');
  const outside = await fill(await scratch(), {
    'note.json': JSON.stringify({ path: '2026/told.md', title: 'Told', at: '' }),
  });
  await symlink('../../2026/two.md', join(folder, `${'0'.repeat(26)}-two.md`));
  await rm(join(folder, `${id}.json`));
  await symlink(join(outside, 'note.json'), join(folder, `${id}.json`));
  expect(await trash.list()).toEqual([{ id, path: 'one.md', title: 'one', at: '' }]);
  await expect(trash.restore('0'.repeat(26))).rejects.toMatchObject({ code: 'not-found' });
});
