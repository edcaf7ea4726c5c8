// Dates are read as text: what is written is what is shown, in any time zone. Papers by custom.

import { paperFor } from '@core/export/paper';
import { capitalised, dateForTable, dateInWords, dayInWords, oneLine } from '@core/export/words';
import { describe, expect, it } from 'vitest';

describe('dates', () => {
  it.each([
    ['2026-11-20', '20 November 2026', '20 Nov 2026'],
    ['2026-01-02', '2 January 2026', '2 Jan 2026'],
    ['2026-05-31', '31 May 2026', '31 May 2026'],
    ['2024-02-29', '29 February 2024', '29 Feb 2024'],
    [
      '2026-11-20T23:59:60+14:00',
      '20 November 2026, 23:59:60+14:00',
      '20 Nov 2026, 23:59:60+14:00',
    ],
    ['2026-11-20T00:30:00Z', '20 November 2026, 00:30:00Z', '20 Nov 2026, 00:30:00Z'],
    ['2026-11-20 at noon', '20 November 2026 at noon', '20 Nov 2026 at noon'],
    ['2025-02-29', '2025-02-29', '2025-02-29'],
    ['2026-13-01', '2026-13-01', '2026-13-01'],
    ['last\nTuesday', 'last Tuesday', 'last Tuesday'],
    ['20.11.2026', '20.11.2026', '20.11.2026'],
    ['', '', ''],
  ])('%j is %j', (written, words, short) => {
    expect(dateInWords(written)).toBe(words);
    expect(dateForTable(written)).toBe(short);
  });

  it('are the same in every time zone', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'UTC', 'Etc/GMT+12']) {
        process.env.TZ = zone;
        expect(dayInWords('2026-11-20T00:30:00+14:00')).toBe('20 November 2026');
      }
    } finally {
      process.env.TZ = before;
    }
  });
});

describe('text of fields', () => {
  it('becomes one line', () => {
    expect(oneLine(' a\r\n\tb\u0000\u0085c\u2028d\u00a0e ')).toBe('a b c d e');
  });

  it('starts with a capital, whatever it starts with', () => {
    expect(['ärger', 'ABC', '𐐨x', '', '1'].map(capitalised)).toEqual([
      'Ärger',
      'ABC',
      '𐐀x',
      '',
      '1',
    ]);
  });
});

describe('paper', () => {
  it.each([
    ['locale', 'US', 'Letter'],
    ['locale', 'mx', 'Letter'],
    ['locale', 'DE', 'A4'],
    ['locale', '', 'A4'],
    ['A4', 'US', 'A4'],
    ['Letter', 'DE', 'Letter'],
  ] as const)('%s in %j is %s', (setting, country, paper) => {
    expect(paperFor(setting, country)).toBe(paper);
  });
});
