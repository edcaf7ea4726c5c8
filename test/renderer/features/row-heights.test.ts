// Where the entries of a list are drawn: as if every height were added up each time.

import { RowHeights } from '@renderer/features/library/row-heights';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const USUAL = { row: 70, head: 50 };

test('an entry begins where those before it end, whatever was measured, and is found at its place', () => {
  const measured = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 400 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 80 }),
      fc.uniqueArray(fc.nat(79)),
      measured,
      (count, some, heights) => {
        const heads = [...some].sort((a, b) => a - b).filter((head) => head < count);
        const rows = new RowHeights(count, heads, USUAL);
        const all: number[] = Array.from({ length: count }, (_, n) =>
          heads.includes(n) ? 50 : 70,
        );
        for (const [index, height] of heights) {
          rows.measure(index, height);
          if (index < count) all[index] = height;
        }
        let top = 0;
        all.forEach((height, index) => {
          expect(rows.topOf(index)).toBe(top);
          expect(rows.at(top)).toBe(index);
          expect(rows.at(top + height - 1)).toBe(index);
          top += height;
        });
        expect(rows.total).toBe(top);
        expect(rows.at(-1)).toBe(0);
        expect(rows.at(top + 1)).toBe(count - 1);
      },
    ),
  );
});

test('a row is usually as tall as those that were measured, not counting headings', () => {
  const rows = new RowHeights(10, [0], USUAL);
  expect(rows.usualRow).toBe(70);
  rows.measure(0, 300);
  rows.measure(1, 100);
  rows.measure(2, 103);
  expect(rows.usualRow).toBe(102);
});
