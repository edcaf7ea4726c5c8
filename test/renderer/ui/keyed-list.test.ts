// Proves that items of a list are recognised, and that removals taken back in any order restore it.

import { placeOf, withKeys } from '@renderer/ui/keyed-list';
import { expect, test } from 'vitest';

interface Named {
  name: string;
}
const nameOf = (item: Named) => item.name;
const list = (...names: string[]) => names.map((name) => ({ name }));
const keysOf = (rows: { key: string }[]) => rows.map(({ key }) => key);

test('the same objects keep their keys wherever they are', () => {
  const items = list('', '', 'a');
  const rows = withKeys(items, [], nameOf);
  const [first, second, third] = keysOf(rows);
  const moved = [items[2], items[0], items[1]].filter((item) => item !== undefined);
  expect(keysOf(withKeys(moved, rows, nameOf))).toEqual([third, first, second]);
});

test('what comes anew from the file is known by its name, else by its place', () => {
  const rows = withKeys(list('a', 'b', 'c'), [], nameOf);
  const [a, b, c] = keysOf(rows);
  expect(keysOf(withKeys(list('c', 'a', 'b'), rows, nameOf))).toEqual([c, a, b]);
  expect(keysOf(withKeys(list('a', 'x', 'c'), rows, nameOf))).toEqual([a, b, c]);
  expect(keysOf(withKeys(list('a', 'c'), rows, nameOf))).toEqual([a, c]);
  const longer = keysOf(withKeys(list('a', 'new', 'b', 'c'), rows, nameOf));
  expect([longer[0], longer[2], longer[3]]).toEqual([a, b, c]);
  expect(new Set(longer).size).toBe(4);
});

test('typing the name of another does not swap the two', () => {
  const rows = withKeys(list('Revie', 'Review'), [], nameOf);
  expect(keysOf(withKeys(list('Review', 'Review'), rows, nameOf))).toEqual(keysOf(rows));
});

test('a key goes back beside its nearest neighbour that is still there', () => {
  const order = ['a', 'b', 'c', 'd'];
  expect(placeOf('c', order, ['a', 'b', 'd'])).toBe(2);
  expect(placeOf('c', order, ['d', 'a'])).toBe(2);
  expect(placeOf('c', order, ['x', 'd'])).toBe(1);
  expect(placeOf('c', order, ['x'])).toBe(1);
});
