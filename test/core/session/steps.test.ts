// Proves that time boxes scale to exactly what is asked for, in whole minutes, in proportion.

import {
  DEFAULT_TIME_BOXES,
  STEP_KEYS,
  scaleBoxes,
  type TimeBoxes,
  totalMinutes,
} from '@core/session/steps';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const box = fc.oneof(
  fc.integer({ min: 1, max: 600 }),
  fc.double({ min: 0.01, max: 600, noNaN: true }),
);
const anyBoxes = fc.record(
  Object.fromEntries(['opening', ...STEP_KEYS].map((key) => [key, box])),
) as fc.Arbitrary<TimeBoxes>;

test('whole minutes, none below one, exactly the total asked for', () => {
  fc.assert(
    fc.property(anyBoxes, fc.integer({ min: 7, max: 5000 }), (boxes, minutes) => {
      const scaled = scaleBoxes(boxes, minutes);
      expect(Object.keys(scaled)).toEqual(Object.keys(boxes));
      for (const value of Object.values(scaled)) {
        expect(Number.isInteger(value) && value >= 1).toBe(true);
      }
      expect(totalMinutes(scaled)).toBe(minutes);
    }),
  );
});

test('every box is within a minute of its share, where each share is a minute or more', () => {
  fc.assert(
    fc.property(anyBoxes, fc.integer({ min: 7, max: 5000 }), (boxes, minutes) => {
      const factor = minutes / totalMinutes(boxes);
      fc.pre(Object.values(boxes).every((value) => value * factor >= 1));
      const scaled = scaleBoxes(boxes, minutes);
      for (const key of ['opening', ...STEP_KEYS] as const) {
        expect(Math.abs(scaled[key] - boxes[key] * factor)).toBeLessThan(1 + 1e-9);
      }
    }),
  );
});

test('with fewer minutes than boxes, each box is one minute', () => {
  expect(new Set(Object.values(scaleBoxes(DEFAULT_TIME_BOXES, 3)))).toEqual(new Set([1]));
});

test('the same total changes nothing', () => {
  expect(scaleBoxes(DEFAULT_TIME_BOXES, 25)).toEqual(DEFAULT_TIME_BOXES);
  expect(scaleBoxes(DEFAULT_TIME_BOXES, 50)).toMatchObject({ opening: 4, story: 10, saved: 8 });
});
