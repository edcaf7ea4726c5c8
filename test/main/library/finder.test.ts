// What a search finds crosses as numbers: what they mean is told to whoever has not got it, and told
// anew whenever it has changed.

import type { FoundPaths } from '@main/indexer/indexer';
import { Finder } from '@main/library/finder';
import { LibraryIndex } from '@main/library/library-index';
import { listedFrom } from '@main/library/listed';
import { expect, test } from 'vitest';
import { recordText } from './open';

const listed = (id: string) => listedFrom(`2026/${id}.md`, Buffer.from(recordText(id, id)));

/** A reader whose table can be changed, over an index with these records. */
function setUp(...ids: string[]) {
  const index = LibraryIndex.of(new Map(ids.map((id) => [`2026/${id}.md`, listed(id)])));
  const reader = {
    table: 'one',
    paths: ids.map((id): string | null => `2026/${id}.md`),
    told: 0,
    async search(_query: string, known: string | null): Promise<FoundPaths> {
      const paths = known === reader.table ? null : reader.paths;
      if (paths) reader.told += 1;
      return { table: reader.table, paths, rows: Uint32Array.of(1, 0), terms: ['x'] };
    },
  };
  return { index, reader, finder: new Finder(reader, index) };
}

test('keys are told once, to each who has not got them', async () => {
  const { reader, finder } = setUp('A', 'B');
  const first = await finder.find('x', null);
  expect(first).toMatchObject({ keys: 'A\nB', rows: Uint32Array.of(1, 0), terms: ['x'] });
  expect(await finder.find('y', first.table)).toMatchObject({ table: first.table, keys: null });
  expect(await finder.find('y', null)).toMatchObject({ table: first.table, keys: 'A\nB' });
  expect(reader.told).toBe(1);
});

test('a number of a record that is gone, or is a copy of another, means nobody', async () => {
  const { reader, finder, index } = setUp('A', 'B');
  const { table } = await finder.find('x', null);
  index.remove('2026/A.md');
  const gone = await finder.find('x', table);
  expect(gone.keys).toBe('\nB');
  expect(gone.table).not.toBe(table);
  reader.table = 'two';
  reader.paths = [null, '2026/B.md', '2026/B (conflicted copy 2026-01-02).md'];
  index.put('2026/B (conflicted copy 2026-01-02).md', listed('B'));
  expect((await finder.find('x', gone.table)).keys).toBe('\nB\n');
});

test('an answer of a table that is no longer known is asked for again', async () => {
  const { reader, finder } = setUp('A', 'B');
  const { search } = reader;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await finder.find('x', null);
  // The first answer comes after the second, which is of a later table.
  reader.search = async (query, known) => {
    const answer = await search(query, known);
    if (query === 'slow' && answer.table === 'one') await held;
    return answer;
  };
  const slow = finder.find('slow', null);
  reader.table = 'two';
  reader.paths = [null, '2026/B.md'];
  await finder.find('quick', null);
  release();
  expect((await slow).keys).toBe('\nB');
});
