// Proves that estimates stay hidden while they come in, and that what they come to is said in the
// words of the scale.

import {
  ESTIMATE_KINDS,
  ESTIMATE_SCALES,
  estimateCounts,
  estimatesNote,
  NO_ESTIMATES,
  spread,
  spreadFinding,
  spreadSentence,
  withEstimate,
} from '@core/session/estimates';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const values = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 });

describe('estimates', () => {
  test.each([
    [[], 'No estimates yet.', ''],
    [[4], 'One estimate: severe.', ''],
    [[4, 4, 4], 'All 3 say severe.', ''],
    [[3, 4], '2 estimates, from major to severe.', ''],
    [
      [5, 3, 4, 5],
      '4 estimates, from major to catastrophic.',
      'The room sees this differently: why?',
    ],
  ])('of severity %j are “%s” “%s”', (given, sentence, finding) => {
    expect(spreadSentence('severity', given)).toBe(sentence);
    expect(spreadFinding(given)).toBe(finding);
  });

  test.each([
    [
      [2, 4, 4],
      'How close? 3 estimates, from some way off to very close: some way off 1, very close 2. The room sees this differently: why?',
    ],
    [[4, 4], 'How close? All 2 say very close.'],
    [[4], 'How close? One estimate: very close.'],
  ])('%j go into the notes as %j', (given, note) => {
    expect(estimatesNote('close', given)).toBe(note);
  });

  it('are hidden again as soon as another comes in', () => {
    const revealed = { ...withEstimate(NO_ESTIMATES, 4), revealed: true };
    expect(withEstimate(revealed, 2)).toEqual({ values: [4, 2], revealed: false });
    expect(NO_ESTIMATES.values).toEqual([]);
  });

  it('are each counted once, on five values with names', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ESTIMATE_KINDS), values, (kind, given) => {
        const counts = estimateCounts(kind, given);
        expect(counts).toHaveLength(5);
        expect(new Set(ESTIMATE_SCALES[kind]).size).toBe(5);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(given.length);
        expect(spread(given) >= 2).toBe(spreadFinding(given) !== '');
      }),
    );
  });
});
