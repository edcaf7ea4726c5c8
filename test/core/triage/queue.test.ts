// Proves what waits for triage, when a decision not to act comes back, and how often a theme was
// seen before.

import { emptyFields, type RecordFields, STATUSES } from '@core/record/model';
import {
  dueReviews,
  isReviewDue,
  newestFirst,
  type Row,
  reviewDay,
  toTriage,
  waitsForTriage,
} from '@core/triage/queue';
import { seenBefore } from '@core/triage/seen-before';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function row(key: string, fields: Partial<RecordFields> = {}, readOnly = false): Row {
  return { key, path: `2026/${key}.md`, fields: { ...emptyFields(), ...fields }, readOnly };
}

const TODAY = '2026-11-25';
const triage = emptyFields().triage;

describe('what waits', () => {
  test('was captured or says nothing of its status, and can be written', () => {
    const rows = [
      ...STATUSES.map((status) => row(status, { status })),
      row('none', { status: null }),
      row('read only', { status: 'captured' }, true),
    ];
    expect(rows.filter(waitsForTriage).map(({ key }) => key)).toEqual(['captured', 'none']);
  });

  test('comes newest first: by the day it occurred, else was reported, else by its path', () => {
    const rows = [
      row('b', { occurred: '2026-11-01' }),
      row('undated'),
      row('c', { occurred: '2026-11-20', reported: '2026-01-01' }),
      row('a', { reported: '2026-11-01' }),
    ];
    expect(toTriage(rows).map(({ key }) => key)).toEqual(['c', 'a', 'b', 'undated']);
    expect(rows.map(({ key }) => key)).toEqual(['b', 'undated', 'c', 'a']);
  });

  test('is in an order that does not hang on how the rows come', () => {
    const anyRow = fc
      .tuple(fc.uuid(), fc.constantFrom('', '2026-01-02', '2025-12-31'))
      .map(([key, occurred]) => row(key, { occurred }));
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        expect(rows.toSorted(newestFirst)).toEqual(rows.toReversed().sort(newestFirst));
      }),
    );
  });
});

describe('a decision not to act', () => {
  test.each<[RecordFields['triage']['decision'], string, boolean]>([
    ['log', '2026-11-25', true],
    ['log', '2026-11-24', true],
    ['log', '2026-11-26', false],
    ['log', '', false],
    ['log', 'soon', false],
    ['act now', '2026-11-24', false],
    [null, '2026-11-24', false],
  ])('“%s” with the day %s is due on 2026-11-25: %s', (decision, review, due) => {
    expect(isReviewDue(row('a', { triage: { ...triage, decision, review } }), TODAY)).toBe(due);
  });

  test('comes back longest overdue first', () => {
    const log = (key: string, review: string) =>
      row(key, { triage: { ...triage, decision: 'log', review } });
    const rows = [
      log('b', '2026-11-25'),
      log('later', '2026-12-01'),
      log('c', '2026-01-01'),
      log('a', '2026-11-25'),
    ];
    expect(dueReviews(rows, TODAY).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  });

  test('is looked at again after ninety days', () => {
    expect(reviewDay(TODAY)).toBe('2027-02-23');
  });
});

describe('seen before', () => {
  const themed = (key: string, occurred: string, ...themes: string[]) =>
    row(key, { occurred, themes });
  const record = themed('this', TODAY, 'disk', 'alerts');

  test.each<[string, Row[], string[], string[]]>([
    ['nothing', [], ['None with disk before.', 'None with alerts before.'], []],
    [
      'other themes only',
      [themed('a', '2026-11-01', 'pool')],
      ['None with disk before.', 'None with alerts before.'],
      [],
    ],
    [
      'one of the past year and one of long ago',
      [themed('old', '2024-01-01', 'disk'), themed('new', '2026-11-01', 'disk')],
      ['1 with disk in the past year, 1 before that.', 'None with alerts before.'],
      ['new', 'old'],
    ],
    [
      'a year ago to the day, and a day more',
      [themed('in', '2025-11-25', 'disk'), themed('out', '2025-11-24', 'alerts')],
      ['1 with disk in the past year.', 'None with alerts in the past year, 1 before that.'],
      ['in', 'out'],
    ],
    [
      'both themes at once, without a date',
      [themed('a', '', 'disk', 'alerts')],
      [
        'None with disk in the past year, 1 before that.',
        'None with alerts in the past year, 1 before that.',
      ],
      ['a'],
    ],
  ])('%s', (_, rows, sentences, last) => {
    const seen = seenBefore([record, ...rows], record, TODAY);
    expect(seen.sentences).toEqual(sentences);
    expect(seen.last.map(({ key }) => key)).toEqual(last);
  });

  test('the last three are named, all are counted, and it never counts itself', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 9 }), (days) => {
        const rows = days.map((day, i) =>
          themed(String(i), `2026-10-${String(day).padStart(2, '0')}`, 'disk'),
        );
        const seen = seenBefore([...rows, record], record, TODAY);
        expect(seen.sentences[0]).toBe(
          rows.length === 0
            ? 'None with disk before.'
            : `${rows.length} with disk in the past year.`,
        );
        expect(seen.last).toEqual(rows.toSorted(newestFirst).slice(0, 3));
      }),
    );
  });

  test('without a theme nothing is compared, and that is said', () => {
    const seen = seenBefore([themed('a', TODAY)], themed('b', TODAY), TODAY);
    expect(seen).toEqual({
      sentences: ['It has no theme yet, so it is not compared with others.'],
      last: [],
    });
  });
});
