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
