// Proves that a record's file name is valid on every file system, short, unique and stable,
// whatever its title (the promise of docs on durability, row 15).

import { isoDate, recordPath, slugOf } from '@core/record/names';
import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { LONG, runs } from './runs';
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

const MANY = LONG ? 100_000 : runs(5_000);

/** Titles with a bias to those that look alike. */
function titles(): string[] {
  const random = randomFrom(15);
  return Array.from({ length: MANY }, () => {
    const words = Array.from({ length: 1 + random(5) }, () => PIECES[random(PIECES.length)] ?? '');
    const title = words.join([' ', '', '-', '. '][random(4)] ?? '');
    const twins = [title, title.normalize('NFC'), title.normalize('NFD'), title.toUpperCase()];
    return `${twins[random(4)]}${random(50) === 0 ? ` ${random(1000)}` : ''}`.slice(0, 300);
  });
}

/** What is wrong with a file name, by the rules of Windows, macOS and Linux; '' for a good one. */
function faultOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system wants them
  if (/[<>:"/\\|?*\u0000-\u001f]/.test(name)) return 'has a character that Windows refuses';
  if (/[. ]$/.test(name)) return 'ends with a dot or a space, which Windows takes off';
  if (/^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(?:\.|$)/i.test(name)) {
    return 'is a device of Windows';
  }
  if (/^[-.~]/.test(name)) return 'is hidden, or looks like an option';
  if (name !== name.normalize('NFD')) return 'has two spellings on macOS';
  if (new TextEncoder().encode(name).length > 120) return 'is too long';
  return '';
}

describe('row 15: the name of a record', () => {
  it(`is valid, unique, short and stable for ${MANY} titles`, () => {
    const taken = new Set<string>();
    let longest = 0;
    let twins = 0;
    for (const title of titles()) {
      // Few days for many records: most names are taken by another record of the day.
      const date = `2026-${10 + (taken.size % 3)}-${10 + (taken.size % 19)}`;
      const path = recordPath(title, date, taken);
      const [folder = '', name = '', ...more] = path.split('/');
      const faults = [folder, name].map(faultOf).filter(Boolean);
      expect({ title, faults, more }).toEqual({ title, faults: [], more: [] });
      if (taken.has(path.toLowerCase())) throw new Error(`${path} is taken`);
      if (recordPath(title, date, taken) !== path) throw new Error(`${path} is not stable`);
      for (const form of ['NFC', 'NFD'] as const) {
        expect(slugOf(title.normalize(form))).toBe(slugOf(title));
      }
      if (/-\d+\.md$/.test(path)) twins += 1;
      longest = Math.max(longest, new TextEncoder().encode(path).length);
      taken.add(path.toLowerCase());
    }
    expect(taken.size).toBe(MANY);
    expect(longest).toBeLessThanOrEqual(120);
    console.log(
      `row 15: ${MANY} of ${MANY} names valid, unique and stable, ${twins} of them numbered, the longest ${longest} bytes`,
    );
  }, 600_000);

  test.each([
    ['Orders disk hit 94 % before', 'orders-disk-hit-94-percent-before'],
    ['Straße & Łódź, naïve Ærø', 'strasse-and-lodz-naive-aero'],
    ['Cœur, đàn, ðorp, Þór, ısı', 'coeur-dan-dorp-thor-isi'],
    ['A — b  /  c', 'a-b-c'],
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
    ['2026-01-01', '2026-01-01'],
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
