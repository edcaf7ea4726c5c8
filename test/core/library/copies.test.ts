// Proves that the copies sync tools leave are told from records of their own, by name and by id.

import { copyAt, namedCopies } from '@core/library/copies';
import { recordPath } from '@core/record/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const PATH = '2026/2026-11-20-orders-disk.md';
const NAMES: [string, string, string][] = [
  ['Syncthing', PATH, '2026/2026-11-20-orders-disk.sync-conflict-20261120-101112-ABCDEF7.md'],
  ['Syncthing', PATH, '2026/2026-11-20-orders-disk.sync-conflict-20261120-101112.md'],
  ['Dropbox', PATH, "2026/2026-11-20-orders-disk (Ana's conflicted copy 2026-11-20).md"],
  ['Dropbox', PATH, '2026/2026-11-20-orders-disk (Ana’s conflicted copy 2026-11-20 (1)).md'],
  [
    'Dropbox or Nextcloud',
    PATH,
    '2026/2026-11-20-orders-disk (conflicted copy 2026-11-20 101112).md',
  ],
  ['Dropbox or Nextcloud', PATH, '2026/2026-11-20-orders-disk (conflicted copy 2026-11-20).md'],
  ['OneDrive', PATH, '2026/2026-11-20-orders-disk-DESKTOP-AB12.md'],
  ['OneDrive', PATH, '2026/2026-11-20-orders-disk-Anas-MacBook-Air.md'],
  ['iCloud', PATH, '2026/2026-11-20-orders-disk 2.md'],
  ['iCloud', 'at the root.MD', 'at the root 12.MD'],
  ['Google Drive', PATH, '2026/2026-11-20-orders-disk (1).md'],
];
const WEAK = NAMES.filter(([tool]) => ['OneDrive', 'iCloud', 'Google Drive'].includes(tool));
const STRONG = NAMES.filter((row) => !WEAK.includes(row));

const idAt = (ids: Record<string, string>) => (path: string) => ids[path] ?? null;

describe('a copy is told from a record of its own', () => {
  test.each(NAMES)('%s: %s, by %s', (tool, original, copy) => {
    expect(copyAt(copy, idAt({ [original]: 'X', [copy]: 'X' }))).toEqual({ tool, of: original });
  });

  test.each(NAMES)('%s: not when %s is not there', (_tool, _original, copy) => {
    expect(copyAt(copy, idAt({ [copy]: 'X' }))).toBeNull();
  });

  test.each(NAMES)('%s: not when the ids differ', (_tool, original, copy) => {
    expect(copyAt(copy, idAt({ [original]: 'X', [copy]: 'Y' }))).toBeNull();
  });

  test.each(NAMES)('%s: not when the copy of %s is no record', (_tool, original, copy) => {
    expect(copyAt(copy, idAt({ [original]: 'X' }))).toBeNull();
  });

  test.each(NAMES)('%s: not in another folder than %s', (_tool, original, copy) => {
    const elsewhere = `2025/${copy.split('/').pop()}`;
    expect(copyAt(elsewhere, idAt({ [original]: 'X', [elsewhere]: 'X' }))).toBeNull();
  });

  test.each(STRONG)('%s: a clear name is enough where an id is missing', (tool, original, copy) => {
    const found = { tool, of: original };
    expect(copyAt(copy, idAt({ [original]: 'X', [copy]: '' }))).toEqual(found);
    expect(copyAt(copy, idAt({ [original]: '', [copy]: '' }))).toEqual(found);
  });

  test.each(WEAK)('%s: an ordinary name is not, without an id', (_tool, original, copy) => {
    expect(copyAt(copy, idAt({ [original]: '', [copy]: '' }))).toBeNull();
    expect(copyAt(copy, idAt({ [original]: 'X', [copy]: '' }))).toBeNull();
  });
});

test('a copy of a copy is another version of the record both come from', () => {
  const first = 'a.sync-conflict-20261120-101112-ABCDEF7.md';
  const second = 'a.sync-conflict-20261120-101112-ABCDEF7 2.md';
  const ids = idAt({ 'a.md': 'X', [first]: 'X', [second]: 'X' });
  expect(copyAt(second, ids)).toEqual({ tool: 'iCloud', of: 'a.md' });
});

test('a record whose own name ends like a computer’s is found by the rest of its name', () => {
  const ids = idAt({ 'a-DESKTOP.md': 'X', 'a-DESKTOP-AB12.md': 'X' });
  expect(copyAt('a-DESKTOP-AB12.md', ids)).toEqual({ tool: 'OneDrive', of: 'a-DESKTOP.md' });
});

test('what is no Markdown file, and a name that is nothing but a mark, are no copies', () => {
  expect(namedCopies('a 2.txt')).toEqual([]);
  expect(namedCopies('2026/ 2.md')).toEqual([]);
  expect(namedCopies('.md')).toEqual([]);
});

test('no name made from a title is ever taken for a copy', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const title = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('copy 2', 'Ana (1)', 'on DESKTOP-AB12', 'x (conflicted copy 2026-11-20)'),
  );
  fc.assert(
    fc.property(title, day, fc.nat(3), (text, date, twins) => {
      const taken = new Set<string>();
      for (let n = 0; n <= twins; n += 1) {
        const path = recordPath(text, date, taken);
        expect(namedCopies(path)).toEqual([]);
        taken.add(path.toLowerCase());
      }
    }),
  );
});

test('no two records with ids of their own are ever versions of one another', () => {
  const names = fc.constantFrom(...NAMES.map(([, , copy]) => copy), PATH);
  const paths = fc.uniqueArray(names, { minLength: 1 });
  fc.assert(
    fc.property(paths, (all) => {
      const ids = Object.fromEntries(all.map((path, index) => [path, `ID-${index}`]));
      for (const path of all) expect(copyAt(path, idAt(ids))).toBeNull();
    }),
  );
});
