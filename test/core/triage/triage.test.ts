import { RECURRENCES, SEVERITIES } from '@core/record/model';
import {
  asksForReason,
  needsReason,
  suggestedDecision,
  triageArithmetic,
  triageProduct,
  whySuggested,
} from '@core/triage/triage';
import { describe, expect, test } from 'vitest';

describe('triage', () => {
  // The grid of mock/triage: severity from negligible to catastrophic, recurrence from rare.
  const GRID = ['L L L L L', 'L L L I I', 'L L I I A', 'L I I A A', 'I I A A A'].map((row) =>
    row.split(' '),
  );
  const WORD = { L: 'log', I: 'investigate', A: 'act now' } as Record<string, string>;

  for (const [s, severity] of SEVERITIES.entries()) {
    for (const [r, recurrence] of RECURRENCES.entries()) {
      test(`${severity} × ${recurrence} suggests ${WORD[GRID[s]?.[r] ?? '']}`, () => {
        expect(suggestedDecision({ severity, recurrence })).toBe(WORD[GRID[s]?.[r] ?? '']);
        expect(triageProduct({ severity, recurrence })).toBe((s + 1) * (r + 1));
      });
    }
  }

  test('the bands of the library move the decision', () => {
    const bands = { actNow: 20, investigate: 16 };
    expect(suggestedDecision({ severity: 'severe', recurrence: 'likely' }, bands)).toBe(
      'investigate',
    );
    expect(suggestedDecision({ severity: 'major', recurrence: 'likely' }, bands)).toBe('log');
  });

  test('the arithmetic is shown with its words', () => {
    expect(triageArithmetic({ severity: 'severe', recurrence: 'likely' })).toBe(
      'severe × likely, 4 × 4 = 16',
    );
    expect(triageArithmetic({ severity: 'severe', recurrence: null })).toBe('');
    expect(triageProduct({ severity: null, recurrence: 'rare' })).toBeNull();
    expect(suggestedDecision({ severity: null, recurrence: 'rare' })).toBeNull();
  });

  test.each([
    ['severe', 'likely', 'Act now starts at 15.'],
    ['severe', 'possible', 'Investigate starts at 8.'],
    ['catastrophic', 'possible', 'Act now starts at 15.'],
    ['catastrophic', 'rare', 'Catastrophic is never less than investigate.'],
    ['minor', 'rare', 'Below 8 it is logged.'],
    [null, 'rare', ''],
  ] as const)('%s × %s: %s', (severity, recurrence, why) => {
    expect(whySuggested({ severity, recurrence })).toBe(why);
  });

  test('a decision other than the suggested one asks for a reason', () => {
    const triage = { severity: 'severe', recurrence: 'likely', review: '' } as const;
    expect(needsReason({ ...triage, decision: 'log', reason: ' ' })).toBe(true);
    expect(needsReason({ ...triage, decision: 'log', reason: 'retired next week' })).toBe(false);
    expect(needsReason({ ...triage, decision: 'act now', reason: '' })).toBe(false);
    expect(needsReason({ ...triage, decision: null, reason: '' })).toBe(false);
  });

  test('deciding not to act asks for a reason, also when that is the suggestion', () => {
    const triage = { severity: 'minor', recurrence: 'rare', decision: 'log', review: '' } as const;
    expect(needsReason({ ...triage, reason: '' })).toBe(true);
    expect(needsReason({ ...triage, reason: 'it is gone next week' })).toBe(false);
    expect(asksForReason({ ...triage, reason: 'it is gone next week' })).toBe(true);
    expect(asksForReason({ ...triage, severity: null, reason: '' })).toBe(false);
  });
});
