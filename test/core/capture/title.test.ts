// Proves that a title made from a text is short, plain, whole words, and from its beginning.

import { titleFrom } from '@core/capture/paste';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CASES } from '../../fixtures/cases';
import { growth, LINEAR } from '../record/runs';

describe('a title from a text', () => {
  test.each([
    ['The disk was full.', 'The disk was full'],
    ['The disk was full. Nobody knew.', 'The disk was full'],
    ['Version 5.6.0 was bad! It ran.', 'Version 5.6.0 was bad!'],
    ['It runs e.g. on Mondays. Always.', 'It runs e.g. on Mondays'],
    ['It would fail?\n\nSecond paragraph', 'It would fail?'],
    ['one\ntwo\n\nthree', 'one two'],
    ['## Heading', 'Heading'],
    ['> - **Bold** `code` and [a link](http://x.y)', 'Bold code and a link'],
    ['*slanted* and snake_case_name * 2', 'slanted and snake_case_name * 2'],
    ['\n\n---\n\nText', 'Text'],
    ['データが消える。それだけ。', 'データが消える'],
    ['', ''],
    [' \n***\n', ''],
  ])('%j', (text, title) => {
    expect(titleFrom(text)).toBe(title);
  });

  it('ends at a word and says that it was cut', () => {
    const story =
      'The orders database would have gone read-only, and checkout with it, in the evening peak of that day';
    expect(titleFrom(story)).toBe(
      'The orders database would have gone read-only, and checkout with it, in the evening peak…',
    );
    expect(titleFrom('😀'.repeat(80))).toBe(`${'😀'.repeat(44)}…`);
  });

  test.each(CASES)('is the beginning of the story in $name', ({ lines }) => {
    const story = lines.find((line) => line.startsWith('What almost happened: '))?.slice(22) ?? '';
    const title = titleFrom(story);
    expect(title.length).toBeGreaterThan(20);
    const [beginning, rest] = [title.replace('…', ''), story.replace(/`/g, '')];
    expect(rest.startsWith(beginning)).toBe(true);
    expect(rest.charAt(beginning.length)).toMatch(/[\s.,;]/);
  });

  it('is one line of at most 90 characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const title = titleFrom(text);
        expect(title.length).toBeLessThanOrEqual(90);
        expect(title).not.toMatch(/[\r\n]|^\s|\s$/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['[', '*', ' ', '> ', '.', '[a]('])('takes linear time: many %j', (mark) => {
    expect(growth((n) => titleFrom(mark.repeat(60_000 * n)))).toBeLessThan(LINEAR);
  });
});
