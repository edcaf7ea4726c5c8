// The index is what the disk says, whatever its cache was: damaged, of another version, or older than
// the files; and after any number of changes.

import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCache, saveCache } from '@main/indexer/cache';
import { Indexer, type ListedFile } from '@main/indexer/indexer';
import { pack, unpack } from '@main/indexer/packed';
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

/** As an index without a cache lists it. */
function fresh(): readonly ListedFile[] {
  const events = { changed: () => {} };
  return sorted(new Indexer({ root, cache: `${cache}-none`, version: '1' }, events).open().files);
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
  const opened = start().open();
  expect(opened.files.length).toBe(4);
  expect(unpack(structuredClone(pack(opened)))).toEqual(opened);
});

describe('the cache', () => {
  test('is believed where the files are what they were', async () => {
    await runOnce();
    const text = await readFile(cache, 'latin1');
    expect(text).toContain('"title":"One"');
    expect(sorted(start().open().files)).toEqual(fresh());
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
    expect(sorted(start().open().files)).toEqual(fresh());
  });

  test('of another version of the app counts as none', async () => {
    await runOnce();
    const before = await stat(cache);
    const indexer = start('2');
    expect(sorted(indexer.open().files)).toEqual(fresh());
    indexer.close();
    expect((await stat(cache)).ino).not.toBe(before.ino);
  });

  test('shows no file that was changed, came or went since', async () => {
    await runOnce();
    await writeFile(join(root, '2026/a.md'), recordText('A', 'Another'));
    await writeFile(join(root, '2026/c.md'), recordText('C', 'Three'));
    await rm(join(root, '2026/b.md'));
    expect(sorted(start().open().files)).toEqual(fresh());
  });

  test('is not taken in by a change of the same size and time', async () => {
    const file = join(root, '2026/a.md');
    const long = new Date('2026-01-01T00:00:00Z');
    await utimes(file, long, long);
    await runOnce();
    await writeFile(file, (await readFile(file, 'utf8')).replace('One', 'Eno'));
    await utimes(file, long, long);
    expect(sorted(start().open().files)).toEqual(fresh());
  });

  test('is put right by the files where all stamps agree', async () => {
    await runOnce();
    const owner = JSON.stringify([root, '1']);
    const files = loadCache(cache, owner);
    const a = files.get('2026/a.md');
    const b = files.get('2026/b.md');
    if (!a || !b) throw new Error('Nothing is kept');
    // It says of one what holds for the other, under the stamp of the first.
    saveCache(cache, owner, files.set('2026/a.md', { stamp: a.stamp, listed: b.listed }));
    const indexer = start();
    expect(new Map(indexer.open().files).get('2026/a.md')).toMatchObject({ title: 'Two' });
    await found(indexer, 'x');
    expect(changed).toEqual(['2026/a.md']);
    expect(indexer.take(['2026/a.md'])).toMatchObject([['2026/a.md', { title: 'One' }]]);
    expect(await found(indexer, 'one')).toEqual(['2026/a.md']);
  });
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
}, 60_000);
