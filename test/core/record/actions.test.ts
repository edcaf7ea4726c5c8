// Proves that actions are ordered by what could have happened: the product first, then what is
// left, then effort, then age; and that each place is explained.

import { isOpenAction, nextActionId, rankActions } from '@core/record/actions';
import {
  type Action,
  type Barrier,
  EFFORTS,
  emptyFields,
  RECURRENCES,
  type RecordFields,
  SEVERITIES,
} from '@core/record/model';
import { triageProduct } from '@core/triage/triage';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const ACTION: Action = { id: '', what: '', kind: null, owner: '', due: '', effort: null, done: '' };
const BARRIER: Barrier = {
  name: '',
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
};

const anyRecord: fc.Arbitrary<RecordFields> = fc
  .record({
    severity: fc.constantFrom(null, ...SEVERITIES),
    recurrence: fc.constantFrom(null, ...RECURRENCES),
    states: fc.array(
      fc.constantFrom(null, 'stopped' as const, 'untested' as const, 'failed' as const),
      { maxLength: 4 },
    ),
    known: fc.constantFrom(null, 'known' as const),
    efforts: fc.array(fc.constantFrom(null, ...EFFORTS), { maxLength: 4 }),
    reported: fc.constantFrom('', '2026-01-02', '2025-12-31', '2026-01-02T10:00:00Z'),
    occurred: fc.constantFrom('', '2024-05-06'),
  })
  .map(({ severity, recurrence, states, known, efforts, reported, occurred }) => ({
    ...emptyFields(),
    triage: { severity, recurrence, decision: null, reason: '', review: '' },
    barriers: states.map((state) => ({ ...BARRIER, state, known })),
    actions: efforts.map((effort, i) => ({ ...ACTION, id: `a${i + 1}`, effort })),
    reported,
    occurred,
  }));

describe('the order of actions', () => {
  it('is the formula, place by place', () => {
    const strengths = ['none', 'minimal', 'limited', 'effective', null];
    const efforts = ['small', 'medium', 'large', null];
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), (records) => {
        const ranked = rankActions(records);
        expect(ranked).toHaveLength(records.reduce((n, { actions }) => n + actions.length, 0));
        expect(new Set(ranked.map(({ action }) => action)).size).toBe(ranked.length);
        const places = ranked.map(({ record, action, product, strength }) => {
          expect(product).toBe(triageProduct(record.triage) ?? 0);
          const age = record.reported || record.occurred || '9999';
          const lowFirst = String(25 - product).padStart(2, '0');
          const effort = efforts.indexOf(action.effort);
          return `${lowFirst} ${strengths.indexOf(strength)} ${effort} ${age}`;
        });
        expect(places).toEqual(places.toSorted());
      }),
    );
  });

  it('does not hang on the order the records come in', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 6 }), (records) => {
        const key = ({
          product,
          strength,
          action,
          record,
        }: ReturnType<typeof rankActions>[number]) =>
          JSON.stringify([product, strength, action.effort, record.reported || record.occurred]);
        expect(rankActions(records.toReversed()).map(key)).toEqual(rankActions(records).map(key));
      }),
    );
  });

  it('puts a cheap fix for a severe near miss above an easy one for a trivial one', () => {
    const record = (severity: 'severe' | 'negligible', effort: 'large' | 'small') => ({
      ...emptyFields(),
      triage: { severity, recurrence: 'likely' as const, decision: null, reason: '', review: '' },
      actions: [{ ...ACTION, what: severity, effort }],
    });
    const ranked = rankActions([record('negligible', 'small'), record('severe', 'large')]);
    expect(ranked.map(({ action }) => action.what)).toEqual(['severe', 'negligible']);
  });

  test.each<[Partial<RecordFields>, string]>([
    [{}, 'not triaged; what is left is not known; effort not said'],
    [
      {
        triage: {
          severity: 'severe',
          recurrence: 'likely',
          decision: null,
          reason: '',
          review: '',
        },
        barriers: [{ ...BARRIER, state: 'stopped' }],
        actions: [{ ...ACTION, effort: 'small' }],
      },
      'severe × likely, 4 × 4 = 16; nothing was left; small effort',
    ],
    [
      {
        barriers: [
          { ...BARRIER, state: 'stopped' },
          { ...BARRIER, state: 'untested' },
        ],
      },
      'not triaged; one untested barrier left; effort not said',
    ],
  ])('is explained: %j', (fields, arithmetic) => {
    const [ranked] = rankActions([{ ...emptyFields(), actions: [ACTION], ...fields }]);
    expect(ranked?.arithmetic).toBe(arithmetic);
  });
});

test.each([
  ['', true],
  [' \t', true],
  ['2026-11-21', false],
])('an action that is done on %j is open: %s', (done, open) => {
  expect(isOpenAction({ ...ACTION, done })).toBe(open);
});

test('actions alike stay in the order they were written in', () => {
  const whats = ['one', 'two', 'three', 'four'];
  const record = { ...emptyFields(), actions: whats.map((what) => ({ ...ACTION, what })) };
  expect(rankActions([record]).map(({ action }) => action.what)).toEqual(whats);
});

test.each([
  [[], 'a1'],
  [['a1'], 'a2'],
  [['a1', 'a2', 'a3'], 'a4'],
  [['a1', 'a3'], 'a4'],
  [['x', 'a3', 'a4'], 'a5'],
  [['', ''], 'a3'],
])('after %j comes %s', (ids, next) => {
  expect(nextActionId(ids.map((id) => ({ ...ACTION, id })))).toBe(next);
});
