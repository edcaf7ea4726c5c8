// Dates in words: text in, text out, no time zone anywhere.

import {
  daysAfter,
  howLongAgo,
  isDateOrTime,
  isoDay,
  longDate,
  shortDate,
  timeOfDay,
} from '@core/dates';
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

  test.each([
    ['2026-11-25', 90, '2027-02-23'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01T23:59:00Z', 1, '2026-01-02'],
    ['soon', 1, 'soon'],
  ])('%s and %i days is %s', (from, days, to) => expect(daysAfter(from, days)).toBe(to));

  test.each([
    ['2026-11-13', '12 days ago'],
    ['2026-11-24', 'yesterday'],
    ['2026-11-25', 'today'],
    ['2026-11-26', 'tomorrow'],
    ['2026-11-28', 'in 3 days'],
    ['soon', ''],
  ])('%s seen from 2026-11-25 is “%s”', (day, words) => {
    expect(howLongAgo(day, '2026-11-25')).toBe(words);
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

test.each([
  ['2026-11-20', true],
  ['2028-02-29', true],
  [' 2026-11-20 ', true],
  ['2026-11-20T14:02', true],
  ['2026-11-20 14:02:59', true],
  ['2026-11-20T14:02:59.5Z', true],
  ['2026-11-20T14:02:59+02:00', true],
  ['', false],
  ['yesterday', false],
  ['2026-02-30', false],
  ['2026-13-45', false],
  ['2026-11-20 in the night', false],
  ['2026-11-20T25:00', false],
  ['20.11.2026', false],
])('is %j a date or a time: %s', (text, expected) => {
  expect(isDateOrTime(text)).toBe(expected);
});
