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
