// Dates in words: text in, text out, no time zone anywhere.

import { isoDay, longDate, shortDate, timeOfDay } from '@core/dates';
import { describe, expect, test } from 'vitest';

describe('dates', () => {
  test.each([
    ['2026-11-20', '20 November 2026'],
    ['2026-01-02T03:04:05Z', '2 January 2026'],
    ['last Tuesday', 'last Tuesday'],
    ['2026-13-01', '2026-13-01'],
    ['', ''],
  ])('%s is said as %s', (iso, words) => expect(longDate(iso)).toBe(words));

  test.each([
    ['2026-11-21', 'Today'],
    ['2026-11-20', 'Yesterday'],
    ['2026-11-19', '19 Nov'],
    ['2025-12-31', '31 Dec 2025'],
    ['2026-11-22', '22 Nov'],
    ['soon', 'soon'],
  ])('%s seen from 2026-11-21 is %s', (iso, words) => {
    expect(shortDate(iso, '2026-11-21')).toBe(words);
  });

  test('yesterday works over a month and a year', () => {
    expect(shortDate('2025-12-31', '2026-01-01')).toBe('Yesterday');
    expect(shortDate('2024-02-29', '2024-03-01')).toBe('Yesterday');
  });

  test('the day is the local one', () => {
    expect(isoDay(new Date(2026, 10, 21, 23, 59))).toBe('2026-11-21');
    expect(isoDay(new Date(2026, 0, 2, 0, 0))).toBe('2026-01-02');
  });

  test('so is the time of day, always with four digits', () => {
    expect(timeOfDay(new Date(2026, 10, 21, 14, 2, 59).getTime())).toBe('14:02');
    expect(timeOfDay(new Date(2026, 10, 21, 0, 5).getTime())).toBe('00:05');
  });
});
