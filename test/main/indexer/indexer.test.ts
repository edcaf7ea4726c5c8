// The index is what the disk says, whatever its cache was: damaged, of another version, or older than
// the files; and after any number of changes.

import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowFacts } from '@core/library/row-facts';
import { cachedFiles, loadCache, saveCache } from '@main/indexer/cache';
import { Indexer } from '@main/indexer/indexer';
import { type ListedFile, pack, unpack } from '@main/indexer/packed';
import { joined, plain, rowLength } from '@main/library/kept-record';
import { listedFrom } from '@main/library/listed';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { recordText } from '../library/open';
import { fill, scratch } from '../support';

let root: string;
let cache: string;
let changed: string[];
const open: Indexer[] = [];

beforeEach(async () => {
  root = await fill(await scratch(), {
    '2026/a.md': recordText('A', 'One'),
    '2026/b.md': recordText('B', 'Two'),
    'broken.md': '---\nclose-call: 1\ntitle: "\n---\n',
    'page.md': '# A page\n',
  });
  cache = join(await scratch(), 'index', 'x');
  changed = [];
});

afterEach(() => {
  for (const indexer of open.splice(0)) indexer.close();
});

function start(version = '1'): Indexer {
  const events = { changed: (paths: readonly string[]) => void changed.push(...paths) };
  const indexer = new Indexer({ root, cache, version }, events);
  open.push(indexer);
  return indexer;
}

/** The paths of what is found, best first. */
async function found(indexer: Indexer, query: string): Promise<(string | null | undefined)[]> {
  const { paths, rows } = await indexer.search(query, null);
  return [...rows].map((row) => paths?.[row]);
}

const sorted = (files: readonly ListedFile[]) => [...files].sort(([a], [b]) => (a < b ? -1 : 1));

/** What is listed first, as values. */
const listedBy = (indexer: Indexer): ListedFile[] =>
  unpack(indexer.open().packed).map(([path, listed]) => [path, plain(listed)]);

/** As an index without a cache lists it. */
function fresh(): ListedFile[] {
  const events = { changed: () => {} };
  return listedBy(new Indexer({ root, cache: `${cache}-none`, version: '1' }, events));
}

/** Lets the app run once, long after the files were written, and end. */
async function runOnce(): Promise<void> {
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  const indexer = start();
  indexer.open();
  await found(indexer, 'x');
  indexer.close();
  vi.restoreAllMocks();
}

test('what is listed is the same after it was packed for another thread', () => {
  const indexer = start();
  const { packed } = indexer.open();
  const { paths } = indexer.survey();
  const files = sorted(indexer.take(paths) as ListedFile[]);
  expect(files.map(([, { kind }]) => kind)).toEqual(['record', 'record', 'attention', 'other']);
  for (const given of [packed, structuredClone(packed), pack(files), pack(unpack(packed))]) {
    expect(unpack(given).map(([path, listed]) => [path, plain(listed)])).toEqual(files);
  }
});

test('rows are the same text, whichever of them are packed and whichever are asked for', () => {
  const made = ['A', 'B', 'C', 'D', 'E'].map((id): ListedFile => {
    const listed = listedFrom(`${id}.md`, Buffer.from(recordText(id, `${id} – ü`)));
    return [`${id}.md`, listed];
  });
  const packed = unpack(pack(made));
  const other = unpack(pack(made.slice(2)));
  const from = fc.constantFrom(packed, made, other);
  const rows = fc.array(fc.tuple(from, fc.nat(4)), { maxLength: 8 });
  fc.assert(
    fc.property(rows, (asked) => {
      const records = asked.flatMap(([files, n]) => {
        const listed = files[n]?.[1];
        return listed?.kind === 'record' ? [listed] : [];
      });
      expect(joined(records)).toEqual({
        heads: records.map(({ head }) => head).join(','),
        rows: records.map(({ row }) => row).join(''),
      });
      expect(records.map(rowLength)).toEqual(records.map(({ row }) => row.length));
    }),
  );
  const all = packed.flatMap(([, listed]) => (listed.kind === 'record' ? [listed] : []));
  expect(JSON.parse(`[${joined(all).heads}]`).map(({ title }: RowFacts) => title)).toEqual(
    all.map(({ title }) => title),
  );
});

describe('the cache', () => {
  test('is believed where the files are what they were', async () => {
    await runOnce();
    const text = await readFile(cache, 'latin1');
    expect(text).toContain('"title":"One"');
    expect(listedBy(start())).toEqual(fresh());
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 7)],
    ['cut off in its first line', (bytes) => bytes.subarray(0, 9)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed in one letter',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('"One"', '"Onf"'), 'latin1'),
    ],
    [
      'of another format',
      (bytes) =>
        Buffer.from(
          bytes.toString('latin1').replace(/^close-call index \d+/, 'close-call index 0'),
          'latin1',
        ),
    ],
    ['something else', () => Buffer.from('{"records":[]}\n')],
  ])('that is %s counts as none', async (_name, damage) => {
    await runOnce();
    await writeFile(cache, damage(await readFile(cache)));
    expect(listedBy(start())).toEqual(fresh());
  });

  test('of another version of the app counts as none', async () => {
    await runOnce();
    const before = await stat(cache);
    const indexer = start('2');
    expect(listedBy(indexer)).toEqual(fresh());
    indexer.close();
    expect((await stat(cache)).ino).not.toBe(before.ino);
  });

  test('shows no file that was changed, came or went since', async () => {
    await runOnce();
    await writeFile(join(root, '2026/a.md'), recordText('A', 'Another'));
    await writeFile(join(root, '2026/c.md'), recordText('C', 'Three'));
    await rm(join(root, '2026/b.md'));
    expect(listedBy(start())).toEqual(fresh());
  });

  test('is not taken in by a change of the same size and time', async () => {
    const file = join(root, '2026/a.md');
    const long = new Date('2026-01-01T00:00:00Z');
    await utimes(file, long, long);
    await runOnce();
    await writeFile(file, (await readFile(file, 'utf8')).replace('One', 'Eno'));
    await utimes(file, long, long);
    expect(listedBy(start())).toEqual(fresh());
  });

  test('is put right by the files where all stamps agree', async () => {
    await runOnce();
    const owner = JSON.stringify([root, '1']);
    const kept = loadCache(cache, owner);
    if (!kept) throw new Error('Nothing is kept');
    const files = cachedFiles(kept);
    const listed = files.find(([path]) => path === '2026/b.md')?.[1].listed;
    // It says of one what holds for the other, under the stamp of the first.
    const swapped = files.map(([path, file]) => {
      return [path, path === '2026/a.md' && listed ? { ...file, listed } : file] as const;
    });
    saveCache(cache, owner, new Map(swapped));
    const indexer = start();
    expect(new Map(listedBy(indexer)).get('2026/a.md')).toMatchObject({ title: 'Two' });
    await found(indexer, 'x');
    expect(changed).toEqual(['2026/a.md']);
    expect(indexer.take(['2026/a.md'])).toMatchObject([['2026/a.md', { title: 'One' }]]);
    expect(await found(indexer, 'one')).toEqual(['2026/a.md']);
  });
});

test('whoever searches does not wait until the words of many rows are read', async () => {
  const indexer = start();
  indexer.open();
  await found(indexer, 'one');
  const order: string[] = [];
  const rows = Array<string>(50).fill('2026/a.md');
  const read = indexer.snippets(rows, ['one']).then(() => order.push('read'));
  await found(indexer, 'two').then(() => order.push('found'));
  await read;
  expect(order).toEqual(['found', 'read']);
});

test('whoever searches in a library that closes is answered', async () => {
  const indexer = start();
  indexer.open();
  const searching = indexer.search('One', null);
  indexer.close();
  await expect(searching).resolves.toMatchObject({ table: expect.any(String) });
});

test('after any changes, index and search are what a fresh look gives', async () => {
  const names = ['a.md', 'b.md', 'c.md', 'd.md'];
  const step = fc.record({
    what: fc.constantFrom('write', 'remove', 'move', 'look', 'survey', 'restart'),
    name: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    title: fc.constantFrom('Alpha', 'Beta', 'Gamma'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      root = await scratch();
      cache = join(await scratch(), 'x');
      let indexer = start();
      indexer.open();
      for (const { what, name, to, title } of steps) {
        const file = join(root, name);
        if (what === 'write') await writeFile(file, recordText(name, title));
        if (what === 'remove') await rm(file, { force: true });
        if (what === 'move') await rename(file, join(root, to)).catch(() => {});
        if (what === 'look') indexer.look([name]);
        if (what === 'survey') indexer.survey();
        if (what !== 'restart') continue;
        indexer.close();
        indexer = start();
        indexer.open();
      }
      const { paths } = indexer.survey();
      const expected = fresh();
      expect(sorted(indexer.take(paths) as ListedFile[])).toEqual(expected);
      for (const word of ['alpha', 'beta', 'gamma']) {
        const titled = expected.filter(
          ([, listed]) => listed.kind === 'record' && listed.title.toLowerCase() === word,
        );
        expect((await found(indexer, word)).sort()).toEqual(titled.map(([path]) => path));
      }
      indexer.close();
    }),
    { numRuns: 60 },
  );
});
