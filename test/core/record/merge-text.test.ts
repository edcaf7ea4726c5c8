// What the merge of three texts promises, by examples; its properties are tried in
// test/durability.

import { mergeText } from '@core/record/merge-text';
import { describe, expect, test } from 'vitest';

const BASE = 'The disk filled.\n\nNobody looked.\n\nA job ran.';

describe('a merge', () => {
  test('takes both sides where they changed different lines', () => {
    const mine = BASE.replace('The disk filled.', 'The disk filled to 94 %.');
    const theirs = BASE.replace('A job ran.', 'A clean-up job ran.');
    expect(mergeText(BASE, mine, theirs)).toBe(
      'The disk filled to 94 %.\n\nNobody looked.\n\nA clean-up job ran.',
    );
  });

  test('takes once what both sides did alike', () => {
    const both = `${BASE}\n\nLuck.`;
    expect(mergeText(BASE, both, both)).toBe(both);
  });

  test('leaves the choice where both changed one line', () => {
    expect(mergeText(BASE, BASE.replace('A job', 'Luck'), BASE.replace('A job', 'Skill'))).toBe(
      null,
    );
  });

  test('leaves the choice where one side took out what the other changed', () => {
    const mine = BASE.replace('\n\nNobody looked.', '');
    expect(mergeText(BASE, mine, BASE.replace('Nobody', 'Almost nobody'))).toBe(null);
  });

  test('is not misled by line ends, and keeps mine', () => {
    const mine = BASE.replaceAll('\n', '\r\n');
    expect(mergeText(BASE, mine, `${BASE}\nMore.`)).toBe(`${mine}\r\nMore.`);
  });
});

// Each letter is a line. Where lines are repeated a merge can go wrong without a conflict.
describe('a merge that could be read in two ways is left to a person', () => {
  const lines = (letters: string) => [...letters].join('\n');
  const merged = (base: string, mine: string, theirs: string) =>
    mergeText(lines(base), lines(mine), lines(theirs));

  test.each([
    ['clean from the front, a conflict from the end', 'bb', 'yb', 'b'],
    ['a change that lands in two places', 'cc', 'ccc', 'cxc'],
    ['a line one side took out and the other moved', 'acd', 'cd', 'cda'],
    ['a line one side moved and the other put in again', 'bdd', 'dbd', 'dbdd'],
    ['a line both took out, and one put back elsewhere', 'dddc', 'dcd', 'dc'],
    ['a line both put in, and one moved as well', 'daadccc', 'aadddccc', 'aadccdcd'],
  ])('%s', (_, base, mine, theirs) => {
    expect(merged(base, mine, theirs)).toBe(null);
  });

  test.each([
    ['the same line put in by both in one place', 'ab', 'axb', 'axb', 'axb'],
    ['the same line put in by both in two places', 'abcd', 'axbcd', 'abcxd', 'axbcxd'],
    ['the same line taken out by both', 'abc', 'ac', 'ac', 'ac'],
    ['two of the same lines, one taken out by each', 'abxca', 'bxca', 'abxc', 'bxc'],
  ])('but not %s', (_, base, mine, theirs, result) => {
    expect(merged(base, mine, theirs)).toBe(lines(result));
  });
});

/** All texts of up to `most` lines, each an `a` or a `b`. */
function shortTexts(most: number): string[] {
  const letters = [''];
  for (const text of letters) if (text.length < most) letters.push(`${text}a`, `${text}b`);
  return letters.map((text) => [...text].join('\n'));
}

/** How often a line may be in a merge: what both changed the same way may be one change or two. */
function allowed(base: number, mine: number, theirs: number): number[] {
  const both = mine + theirs - base;
  if (mine > base && theirs > base) return [Math.max(mine, theirs), both];
  if (mine < base && theirs < base) return [both, Math.min(mine, theirs)];
  return [both, both];
}

test('of all short texts nothing is lost or there twice, and as many as ever need no choice', () => {
  const count = (text: string, line: string) => text.split('\n').filter((x) => x === line).length;
  let clean = 0;
  for (const base of shortTexts(3)) {
    for (const mine of shortTexts(4)) {
      for (const theirs of shortTexts(4)) {
        const merged = mergeText(base, mine, theirs);
        if (merged === null) continue;
        clean += 1;
        for (const line of ['a', 'b']) {
          const [least = 0, most = 0] = allowed(
            count(base, line),
            count(mine, line),
            count(theirs, line),
          );
          expect(count(merged, line)).toBeGreaterThanOrEqual(least);
          expect(count(merged, line)).toBeLessThanOrEqual(most);
        }
      }
    }
  }
  expect(clean).toBe(2013);
});
