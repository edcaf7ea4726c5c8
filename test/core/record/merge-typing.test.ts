// Typing in two windows at once: both are there, whole, whatever was typed where.

import { applied, changeOf, changeOfPieces, mergeTyping } from '@core/record/merge-typing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('both are followed', () => {
  test.each([
    ['one line', 'a b', 'a b c', 'x a b', 'x a b c'],
    ['the same place', 'a', 'ab', 'ac', 'acb'],
    ['the same text', 'a', 'ab', 'ab', 'ab'],
    ['only mine', 'a', 'ab', 'a', 'ab'],
    ['only theirs', 'a', 'a', 'ab', 'ab'],
    [
      'mine taken out, theirs put in elsewhere',
      'one two three',
      'two three',
      'one two three!',
      'two three!',
    ],
    ['the same word changed twice', 'a cat sat', 'a dog sat', 'a cow sat', 'a owdog sat'],
    ['one inside what the other took out', 'abcdef', 'af', 'abcXdef', 'aXf'],
    ['neighbours', 'abcd', 'aXcd', 'abYd', 'aXYd'],
    ['mine put in where theirs is another word', 'saw 7', 'saw about 7', 'saw 12', 'saw about 12'],
    ['theirs put in where mine is another word', 'saw 7', 'saw 12', 'saw about 7', 'saw about 12'],
    ['mine put in before what they took out', 'a bad day', 'a very bad day', 'a day', 'a very day'],
    ['an emoji beside another', '😀', '😀😁', '😂😀', '😂😀😁'],
    // Their second halves are the same.
    ['an emoji in the place of another', 'a😀', 'a🨀', 'ba😀', 'ba🨀'],
    ['from nothing', '', 'mine', 'theirs', 'theirsmine'],
  ])('%s', (_name, base, mine, theirs, result) => {
    expect(mergeTyping(base, mine, theirs)).toBe(result);
  });
});

/** No half of a character stands alone. */
const isWhole = (part: string) => !/\p{Surrogate}/u.test(part);
const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', '🨀'),
  maxLength: 20,
});

test('a change put back gives the text it was made of, and halves no character', () => {
  fc.assert(
    fc.property(text, text, (base, after) => {
      const { start, end, text: put } = changeOf(base, after);
      expect(start).toBeLessThanOrEqual(end);
      expect(base.slice(0, start) + put + base.slice(end)).toBe(after);
      expect(isWhole(put)).toBe(true);
      expect(isWhole(base.slice(start, end))).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('every letter typed on either side is in the result, in its order', () => {
  const at = fc.nat({ max: 20 });
  const put = (base: string, where: number, typed: string) => {
    const cut = Math.min(where, base.length);
    return base.slice(0, cut) + typed + base.slice(cut);
  };
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' '), maxLength: 20 }),
      at,
      at,
      (base, one, other) => {
        const merged = mergeTyping(base, put(base, one, 'XYZ'), put(base, other, '123'));
        expect(merged).toContain('XYZ');
        expect(merged).toContain('123');
        expect(merged.replace(/XYZ|123/g, '')).toBe(base);
      },
    ),
    { numRuns: 5_000 },
  );
});

test('what differs between texts in pieces is looked for in those that differ', () => {
  const pieces = fc.array(fc.constantFrom('a', 'b', '', 'ab', '👍', 'ba\n\n'), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, pieces, pieces, pieces, (start, one, other, end) => {
      const [base, after] = [
        [...start, ...one, ...end],
        [...start, ...other, ...end],
      ];
      const change = changeOfPieces(base, after);
      expect(applied(base.join(''), [change])).toBe(after.join(''));
      expect(change.text.length).toBeLessThanOrEqual(other.join('').length);
    }),
    { numRuns: 5_000 },
  );
});
