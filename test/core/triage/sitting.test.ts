// Proves how one goes through near misses: where one is, what was decided, the way back, and what
// accepting a choice comes to.

import { DECISIONS, emptyFields, type Triage } from '@core/record/model';
import {
  accepted,
  acceptedTriage,
  backToLeftOver,
  drafted,
  draftOf,
  inFront,
  leftOver,
  moved,
  type Sitting,
  startSitting,
  takenBack,
  withArrivals,
} from '@core/triage/sitting';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-11-25';
const NONE = emptyFields().triage;

describe('a sitting', () => {
  test('begins with the first, moves without deciding, and stops at both ends', () => {
    const start = startSitting(['a', 'b']);
    expect(inFront(start)).toBe('a');
    expect(inFront(moved(start, -1))).toBe('a');
    const second = moved(start, 1);
    expect(inFront(second)).toBe('b');
    const end = moved(second, 1);
    expect(inFront(end)).toBeNull();
    expect(moved(end, 1)).toEqual(end);
    expect(inFront(moved(end, -1))).toBe('b');
    expect(leftOver(end)).toEqual(['a', 'b']);
    expect(inFront(startSitting([]))).toBeNull();
  });

  test('goes on to the next that is not decided, past those that are', () => {
    let sitting = accepted(startSitting(['a', 'b', 'c']), 'b', 1);
    expect(inFront(sitting)).toBe('c');
    sitting = accepted({ ...sitting, at: 0 }, 'a', 2);
    expect(inFront(sitting)).toBe('c');
    sitting = accepted(sitting, 'c', 3);
    expect(inFront(sitting)).toBeNull();
    expect(leftOver(sitting)).toEqual([]);
    expect(backToLeftOver(sitting)).toBe(sitting);
  });

  test('what was passed over is left, and can be gone back to', () => {
    const end = accepted(moved(startSitting(['a', 'b']), 1), 'b', 1);
    expect(inFront(end)).toBeNull();
    expect(leftOver(end)).toEqual(['a']);
    expect(inFront(backToLeftOver(end))).toBe('a');
  });

  test('takes back the newest decision and returns to it, then the one before', () => {
    const start = startSitting(['a', 'b', 'c']);
    const one = accepted(start, 'a', 1);
    const two = accepted(one, 'b', 2);
    expect(takenBack(two)).toEqual(one);
    expect(takenBack(takenBack(two))).toEqual(start);
    expect(takenBack(start)).toBe(start);
  });

  test('a near miss decided twice is taken back in two steps', () => {
    const once = accepted(startSitting(['a', 'b']), 'a', 1);
    const twice = accepted({ ...once, at: 0 }, 'a', 2);
    expect(twice.decided).toEqual([{ key: 'a', steps: [1, 2] }]);
    expect(takenBack(twice)).toMatchObject({ at: 0, decided: [{ key: 'a', steps: [1] }] });
    // Accepting what was decided already is no step of its own.
    const same = accepted({ ...once, at: 0 }, 'a', null);
    expect(same.decided).toEqual(once.decided);
  });

  test('whatever is done, it stands on one of its near misses or at the end', () => {
    const keys = ['a', 'b', 'c', 'd'];
    const anyStep = fc.constantFrom('on', 'back', 'accept', 'undo', 'left', 'arrive', 'go');
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let sitting: Sitting = startSitting(keys.slice(0, 3));
        steps.forEach((step, index) => {
          const key = inFront(sitting);
          if (step === 'on') sitting = moved(sitting, 1);
          else if (step === 'back') sitting = moved(sitting, -1);
          else if (step === 'accept' && key) sitting = accepted(sitting, key, index);
          else if (step === 'undo') sitting = takenBack(sitting);
          else if (step === 'left') sitting = backToLeftOver(sitting);
          else if (step === 'arrive') sitting = withArrivals(sitting, ['d'], () => true);
          else if (step === 'go') sitting = withArrivals(sitting, [], (one) => one !== 'b');
          expect(sitting.at).toBeGreaterThanOrEqual(0);
          expect(sitting.at).toBeLessThanOrEqual(sitting.keys.length);
          const decided = sitting.decided.map((one) => one.key);
          expect(new Set(decided).size).toBe(decided.length);
          expect([...decided, ...leftOver(sitting)].sort()).toEqual([...sitting.keys].sort());
        });
      }),
    );
  });
});

describe('what comes and goes meanwhile', () => {
  const there = () => true;

  test('what was captured since is added at the end, and nobody is moved', () => {
    const sitting = moved(startSitting(['a', 'b']), 1);
    const next = withArrivals(sitting, ['c', 'b'], there);
    expect(next.keys).toEqual(['a', 'b', 'c']);
    expect(inFront(next)).toBe('b');
  });

  test('at the end one stays there; where nothing was, the first one is shown', () => {
    const end = moved(startSitting(['a']), 1);
    expect(inFront(withArrivals(end, ['b'], there))).toBeNull();
    expect(inFront(withArrivals(startSitting([]), ['b'], there))).toBe('b');
  });

  test('what went is left out, and the same one stays in front', () => {
    const sitting = moved(accepted(startSitting(['a', 'b', 'c']), 'a', 1), 1);
    const next = withArrivals(sitting, [], (key) => key !== 'a');
    expect(next).toMatchObject({ keys: ['b', 'c'], decided: [] });
    expect(inFront(next)).toBe('c');
  });

  test('near misses that were asked for are not joined by others', () => {
    const sitting = startSitting(['a'], true);
    expect(withArrivals(sitting, ['b'], there)).toBe(sitting);
  });

  test('nothing new is the same sitting', () => {
    const sitting = startSitting(['a']);
    expect(withArrivals(sitting, ['a'], there)).toBe(sitting);
  });
});

describe('accepting', () => {
  const chosen = { severity: 'severe', recurrence: 'likely' } as const;

  test('writes what was chosen and the decision, and nothing else', () => {
    expect(acceptedTriage(NONE, chosen, 'act now', TODAY)).toEqual({
      ...chosen,
      decision: 'act now',
      reason: '',
      review: '',
    });
  });

  test('a decision not to act has a day: the chosen one, else in ninety days', () => {
    const log = (before: Partial<Triage>, draft: Partial<Triage>) =>
      acceptedTriage({ ...NONE, ...before }, draft, 'log', TODAY).review;
    expect(log({}, {})).toBe('2027-02-23');
    expect(log({}, { review: '2026-12-24' })).toBe('2026-12-24');
    expect(log({ review: '2027-01-01' }, {})).toBe('2027-01-01');
    // The day that has come is not the next one.
    expect(log({ review: TODAY }, {})).toBe('2027-02-23');
  });

  test('another decision than before takes its reason along, unless one is given', () => {
    const before: Triage = {
      ...chosen,
      decision: 'log',
      reason: 'Gone next week',
      review: '2026-01-01',
    };
    expect(acceptedTriage(before, {}, 'act now', TODAY)).toMatchObject({ reason: '', review: '' });
    expect(acceptedTriage(before, { reason: ' It came back ' }, 'act now', TODAY).reason).toBe(
      'It came back',
    );
    expect(acceptedTriage(before, {}, 'log', TODAY).reason).toBe('Gone next week');
    expect(acceptedTriage({ ...before, decision: null }, {}, 'log', TODAY).reason).toBe(
      'Gone next week',
    );
  });

  test('taken back, what was chosen comes to the same again', () => {
    const anyText = fc.constantFrom('', 'Because');
    const anyDay = fc.constantFrom(undefined, '2027-05-05');
    fc.assert(
      fc.property(anyText, anyDay, fc.constantFrom(...DECISIONS), (reason, review, decision) => {
        const draft = { ...chosen, reason, ...(review ? { review } : {}) };
        const written = acceptedTriage(NONE, draft, decision, TODAY);
        expect(acceptedTriage(NONE, draftOf(written), decision, TODAY)).toEqual(written);
      }),
    );
  });

  test('shows before what it will write', () => {
    const anyText = fc.constantFrom('', 'Because');
    const anyDay = fc.constantFrom('', '2026-01-01', '2027-05-05');
    fc.assert(
      fc.property(anyText, anyDay, fc.constantFrom(...DECISIONS), (reason, review, decision) => {
        const before = { ...NONE, ...chosen, decision, reason, review };
        const shown = drafted(before, {}, TODAY);
        const written = acceptedTriage(before, {}, decision, TODAY);
        expect(written.reason).toBe(shown.reason);
        if (decision === 'log') expect(written.review).toBe(shown.review);
      }),
    );
  });
});
