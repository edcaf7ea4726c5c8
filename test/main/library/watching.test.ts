import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readListingChanges } from '@core/library/listing';
import { readHere } from '@main/indexer/reader';
import { LibraryIndex } from '@main/library/library-index';
import { type Reading, readRecordFile } from '@main/library/read-file';
import { LibrarySync } from '@main/library/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill, scratch, soon } from '../support';
import { openLibrary, recordText, section, viewOf } from './open';

const A = recordText('A', 'First');
const B = recordText('B', 'Second');

async function begin(files: Record<string, string> = { '2026/a.md': A, '2026/b.md': B }) {
  const opened = await openLibrary(await fill(await scratch(), files));
  const paths = () => opened.library.listing().records.map(({ path }) => path);
  const toBe = (expected: string[]) => soon(() => expect(paths()).toEqual(expected));
  return { ...opened, opened, paths, toBe, at: (path: string) => join(opened.root, path) };
}

describe('what happens outside is listed', () => {
  test('a new record, in a new folder', async () => {
    const { toBe, at, heard } = await begin();
    // In one piece: a file that is looked at while it is empty keeps the key of a file without an id.
    await writeFile(at('c.part'), recordText('C', 'Third'));
    await mkdir(at('2027'));
    await rename(at('c.part'), at('2027/c.md'));
    await toBe(['2026/a.md', '2026/b.md', '2027/c.md']);
    await soon(() =>
      expect(
        heard('library:changed')
          .map(({ changes }) => readListingChanges(changes))
          .at(-1),
      ).toMatchObject({
        put: [{ key: 'C' }],
        removed: [],
        rest: null,
      }),
    );
  });

  test('a record that is gone, told to whoever has it open', async () => {
    const { toBe, at, heard, opened } = await begin();
    await viewOf(opened, '2026/a.md');
    await unlink(at('2026/a.md'));
    await toBe(['2026/b.md']);
    await soon(() => expect(heard('record:changed').at(-1)).toEqual({ key: 'A', view: null }));
    await expect(opened.library.records.open('A')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a whole folder that is gone', async () => {
    const { toBe, at } = await begin();
    await rm(at('2026'), { recursive: true });
    await toBe([]);
  });

  test('a record that breaks, and is mended: its key stays', async () => {
    const { library, at } = await begin();
    await writeFile(at('2026/a.md'), '---\nclose-call: 1\ntitle: "x\n---\n');
    await soon(() => expect(library.listing().attention.length).toBe(1));
    expect(library.listing().attention[0]).toMatchObject({ key: 'A', path: '2026/a.md' });
    await writeFile(at('2026/a.md'), A);
    await soon(() => expect(library.listing().attention.length).toBe(0));
    await soon(() => expect(library.listing().records[0]?.key).toBe('A'));
  });

  test('close-call.yml', async () => {
    const { library, at } = await begin();
    await writeFile(at('close-call.yml'), 'name: Renamed\n');
    await soon(() => expect(library.info().name).toBe('Renamed'));
  });

  test('the search knows it too', async () => {
    const { library, at } = await begin();
    expect((await library.search('zeppelin')).keys).toEqual([]);
    await writeFile(at('2026/a.md'), recordText('A', 'A zeppelin'));
    await soon(async () => expect((await library.search('zepp')).keys).toEqual(['A']));
    await unlink(at('2026/a.md'));
    await soon(async () => expect((await library.search('zeppelin')).keys).toEqual([]));
  });
});

test('a file that is written in place is never told as broken or gone', async () => {
  const { at, heard, opened } = await begin();
  await viewOf(opened, '2026/a.md');
  for (let n = 1; n <= 5; n += 1) {
    await writeFile(at('2026/a.md'), '');
    await opened.library.rescan();
    await writeFile(at('2026/a.md'), recordText('A', `First ${n}`));
    await soon(() =>
      expect(heard('record:changed').at(-1)?.view?.content.fields.title).toBe(`First ${n}`),
    );
  }
  expect(heard('record:changed').every(({ view }) => view !== null)).toBe(true);
});

describe('a file that is renamed outside', () => {
  test('keeps its key, and is never said to be gone', async () => {
    const { toBe, at, heard, opened } = await begin();
    await viewOf(opened, '2026/a.md');
    await mkdir(at('2025'));
    await rename(at('2026/a.md'), at('2025/z.md'));
    await toBe(['2025/z.md', '2026/b.md']);
    expect(opened.library.listing().records[0]?.key).toBe('A');
    await soon(() =>
      expect(heard('record:changed').at(-1)?.view).toMatchObject({ key: 'A', path: '2025/z.md' }),
    );
    expect(heard('record:changed').every(({ view }) => view !== null)).toBe(true);
  });

  test('and edited: what is typed goes to the new place', async () => {
    const { at, opened } = await begin();
    await viewOf(opened, '2026/a.md');
    await rename(at('2026/a.md'), at('2026/z.md'));
    await opened.library.records.edit('A', section('notes', 'typed'), section('notes', ''));
    await soon(async () => expect(await readFile(at('2026/z.md'), 'utf8')).toContain('typed'));
    await expect(readFile(at('2026/a.md'))).rejects.toThrow();
  });

  test('away for longer than a rename takes, then under another name: edits follow it', async () => {
    const { at, toBe, opened } = await begin();
    await viewOf(opened, '2026/a.md');
    const away = join(await scratch(), 'a.md');
    await rename(at('2026/a.md'), away);
    await toBe(['2026/b.md']);
    await opened.library.records.edit('A', section('notes', 'typed'), section('notes', ''));
    await soon(() => expect(opened.saveState('A')?.kind).toBe('not-saved'));
    await rename(away, at('2026/z.md'));
    await soon(async () => expect(await readFile(at('2026/z.md'), 'utf8')).toContain('typed'));
    await opened.library.records.save('A');
    await expect(readFile(at('2026/a.md'))).rejects.toThrow();
  });

  test('away for longer, and back with other words: those are what is read', async () => {
    const { at, toBe, opened } = await begin();
    await viewOf(opened, '2026/a.md');
    await unlink(at('2026/a.md'));
    await toBe(['2026/b.md']);
    await writeFile(at('2026/z.md'), recordText('A', 'Another title'));
    await toBe(['2026/b.md', '2026/z.md']);
    await soon(async () =>
      expect(await opened.library.records.peek('A')).toMatchObject({
        path: '2026/z.md',
        content: { fields: { title: 'Another title' } },
      }),
    );
  });

  test('without an id, keeps its key by its bytes', async () => {
    const text = A.replace(/^id:.*\n/m, '');
    const { toBe, at, library } = await begin({ 'a.md': text });
    const key = library.listing().records[0]?.key;
    await rename(at('a.md'), at('b.md'));
    await toBe(['b.md']);
    expect(library.listing().records[0]?.key).toBe(key);
  });

  test('a copy is another record, with a key of its own', async () => {
    const { toBe, at, library } = await begin({ 'a.md': A });
    await writeFile(at('copy.md'), A);
    await toBe(['a.md', 'copy.md']);
    const [first, second] = library.listing().records;
    expect(first?.key).toBe('A');
    expect(second?.key).not.toBe('A');
  });
});

describe('another record that takes a file’s name', () => {
  const keys = ({ library }: Awaited<ReturnType<typeof begin>>) =>
    library.listing().records.map(({ key, path, fields }) => [key, path, fields.id]);

  test('while it moves away: each keeps its key, and what is typed goes with it', async () => {
    const begun = await begin();
    const { at, opened } = begun;
    await viewOf(opened, '2026/a.md');
    await opened.library.records.edit('A', section('notes', 'typed in A'), section('notes', ''));
    await rename(at('2026/a.md'), at('2026/c.md'));
    await rename(at('2026/b.md'), at('2026/a.md'));
    const moved = [
      ['B', '2026/a.md', 'B'],
      ['A', '2026/c.md', 'A'],
    ];
    await soon(() => expect(keys(begun)).toEqual(moved));
    await opened.library.records.save('A');
    expect(await readFile(at('2026/c.md'), 'utf8')).toContain('typed in A');
    expect(await readFile(at('2026/a.md'), 'utf8')).toBe(B);
  });

  test('as from another branch: it is not typed in, and all is there when it is gone', async () => {
    const begun = await begin({ 'a.md': A });
    const { at, opened } = begun;
    await viewOf(opened, 'a.md');
    await writeFile(at('c.part'), recordText('C', 'Third'));
    await rename(at('c.part'), at('a.md'));
    await soon(() => expect(keys(begun)).toEqual([['C', 'a.md', 'C']]));
    await opened.library.records.edit('A', section('notes', 'typed in A'), section('notes', ''));
    await opened.library.records.flush();
    expect(await readFile(at('a.md'), 'utf8')).toBe(recordText('C', 'Third'));
    expect(opened.saveState('A')).toMatchObject({
      kind: 'not-saved',
      reason: 'another near miss has the name of its file now',
    });
    await writeFile(at('a.part'), A);
    await rename(at('a.part'), at('a.md'));
    await soon(async () => expect(await readFile(at('a.md'), 'utf8')).toContain('typed in A'));
    await soon(() => expect(keys(begun)).toEqual([['A', 'a.md', 'A']]));
  });
});

test('a storm of 600 files, as from a git checkout', async () => {
  const folder = await scratch();
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], {
      stdio: 'pipe',
    });
  git('init', '-q', '-b', 'few');
  await fill(folder, { 'close-call.yml': '' });
  git('add', '.');
  git('commit', '-q', '-m', 'few');
  git('checkout', '-q', '-b', 'many');
  const many = Array.from({ length: 600 }, (_, n) => [
    `2025/r${n}.md`,
    recordText(`R${n}`, `No ${n}`),
  ]);
  await fill(folder, Object.fromEntries(many));
  git('add', '.');
  git('commit', '-q', '-m', 'many');
  git('checkout', '-q', 'few');
  const { library } = await openLibrary(folder);
  const count = (expected: number) =>
    soon(() => expect(library.listing().records.length).toBe(expected));
  git('checkout', '-q', 'many');
  await count(600);
  git('checkout', '-q', 'few');
  await count(0);
  git('checkout', '-q', 'many');
  await count(600);
});

test('late, doubled and reordered events end in what is on the disk', async () => {
  const names = ['a.md', 'b.md', 'c.md', 'd.md'];
  const step = fc.oneof(
    fc.record({ do: fc.constant('write'), name: fc.constantFrom(...names), id: fc.nat(5) }),
    fc.record({ do: fc.constant('remove'), name: fc.constantFrom(...names), id: fc.nat(5) }),
    fc.record({ do: fc.constant('look'), name: fc.constantFrom(...names), id: fc.nat(5) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const root = await scratch();
      const index = LibraryIndex.of(new Map());
      const events = { put: () => {}, moved: () => {}, removed: () => {} };
      const parts = { root, cache: join(await scratch(), 'index'), version: '' };
      const reader = readHere(parts, { changed: () => {} });
      const sync = new LibrarySync({ root, reader, index, events, grace: 1 });
      for (const { do: what, name, id } of steps) {
        if (what === 'write') await writeFile(join(root, name), recordText(`I${id}`, `T${id}`));
        else if (what === 'remove') await rm(join(root, name), { force: true });
        else void sync.look([name]);
      }
      await sync.look(names);
      await soon(async () => {
        await sync.look(names);
        const disk = new Map<string, Reading | null>();
        for (const name of names) disk.set(name, await readRecordFile(root, name));
        for (const name of names) {
          expect(index.at(name)?.reading.hash).toBe(disk.get(name)?.hash);
        }
        const keys = index.records().map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      });
      sync.stop();
    }),
    { numRuns: 100 },
  );
}, 30_000);
