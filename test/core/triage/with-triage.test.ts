// Proves what a change of triage changes: the decision that follows, and the status.

import { emptyFields, type Status, type Triage } from '@core/record/model';
import { statusAfterTriage, withTriage } from '@core/triage/with-triage';
import { describe, expect, test } from 'vitest';

const EMPTY = emptyFields().triage;
const bands = { actNow: 15, investigate: 8 };
const after = (triage: Partial<Triage>, change: Partial<Triage>) =>
  withTriage({ triage: { ...EMPTY, ...triage }, status: 'captured' }, change, bands);

describe('the decision', () => {
  const severe = { severity: 'severe', recurrence: 'likely', decision: 'act now' } as const;

  test('is the suggestion, once both questions are answered', () => {
    expect(after({}, { severity: 'severe' }).triage.decision).toBeNull();
    expect(after({ severity: 'severe' }, { recurrence: 'likely' }).triage.decision).toBe('act now');
  });

  test('follows the suggestion as long as nobody decided otherwise', () => {
    expect(after(severe, { recurrence: 'rare' }).triage.decision).toBe('log');
    expect(after(severe, { recurrence: null }).triage.decision).toBeNull();
  });

  test('stays what somebody decided', () => {
    const decided = after(severe, { decision: 'log' }).triage;
    expect(decided.decision).toBe('log');
    expect(after(decided, { recurrence: 'almost certain' }).triage.decision).toBe('log');
  });

  test('taken back, is the suggestion again', () => {
    expect(after({ ...severe, decision: 'log' }, { decision: null }).triage.decision).toBe(
      'act now',
    );
  });

  test('is not touched by its reason and its review', () => {
    const undecided = { ...severe, decision: null };
    expect(after(undecided, { reason: 'later' }).triage).toMatchObject({
      decision: null,
      reason: 'later',
    });
    expect(after(severe, { review: '2027-01-01' }).triage.decision).toBe('act now');
  });

  test('follows the bands of the library', () => {
    const fields = { triage: { ...EMPTY, severity: 'severe' as const }, status: null };
    const strict = { actNow: 25, investigate: 20 };
    expect(withTriage(fields, { recurrence: 'likely' }, strict).triage.decision).toBe('log');
  });
});

describe('the day to look again', () => {
  const on = '2027-02-23';
  const change = (before: Partial<Triage>, part: Partial<Triage>) =>
    withTriage({ triage: { ...EMPTY, ...before }, status: null }, part, bands, on).triage.review;

  test.each<[string, Partial<Triage>, Partial<Triage>, string]>([
    ['comes with a decision not to act', {}, { decision: 'log' }, on],
    ['also when that only follows the words', { severity: 'minor' }, { recurrence: 'rare' }, on],
    [
      'is not another one than was said',
      { review: '2027-01-01' },
      { decision: 'log' },
      '2027-01-01',
    ],
    ['is not put back when someone clears it', { decision: 'log', review: on }, { review: '' }, ''],
    ['goes with the decision', { decision: 'log', review: on }, { decision: 'act now' }, ''],
    [
      'unless someone chose it',
      { decision: 'log', review: '2027-01-01' },
      { decision: 'act now' },
      '2027-01-01',
    ],
    ['does not come with another decision', {}, { decision: 'act now' }, ''],
  ])('%s', (_, before, part, review) => expect(change(before, part)).toBe(review));
});

test.each<[Status | null, Status | null]>([
  ['triaged', 'captured'],
  ['logged', 'captured'],
  ['investigating', 'investigating'],
  [null, null],
])('from %s, a decision that is gone makes it %s', (status, expected) => {
  const decided = { severity: 'severe', recurrence: 'rare', decision: 'log' } as const;
  const fields = { triage: { ...EMPTY, ...decided }, status };
  expect(withTriage(fields, { recurrence: null }, bands).status).toBe(expected);
});

test.each<[Status | null, Triage['decision'], Status | null]>([
  ['captured', 'log', 'logged'],
  ['captured', 'investigate', 'triaged'],
  ['triaged', 'log', 'logged'],
  ['logged', 'act now', 'triaged'],
  ['logged', null, 'logged'],
  [null, 'act now', 'triaged'],
  ['learned', 'log', 'learned'],
  ['investigating', 'act now', 'investigating'],
  ['captured', null, 'captured'],
])('from %s, deciding “%s” makes it %s', (status, decision, expected) => {
  expect(statusAfterTriage(status, { ...EMPTY, decision })).toBe(expected);
  const fields = { triage: EMPTY, status };
  if (decision) expect(withTriage(fields, { decision }).status).toBe(expected);
});
