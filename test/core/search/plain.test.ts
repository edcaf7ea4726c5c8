// Snippets say words, not the signs of Markdown; what is marked in them stays marked.

import { plainPiece } from '@core/search/plain';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['**By design.** It held', 'By design. It held'],
  ['a *lean* and a _low_ word', 'a lean and a low word'],
  ['in `orders-db` and ~~not~~ there', 'in orders-db and not there'],
  ['see [the page](https://example.org/a "A page") of it', 'see the page of it'],
  ['- one\n- two\n> three\n## Four\n5. five', 'one\ntwo\nthree\nFour\nfive'],
  ['snake_case_name stays, 2 - 1 too', 'snake_case_name stays, 2 - 1 too'],
  ['94 \\% and \\[x\\]', '94 % and [x]'],
  ['bold begins** here', 'bold begins here'],
])('%s', (markdown, plain) => {
  expect(plainPiece(markdown, []).text).toBe(plain);
});

test('marks stay on their words', () => {
  const text = '- **By** [design](x) it `held`';
  const marks: [number, number][] = ['By', 'design', 'held'].map((word) => [
    text.indexOf(word),
    text.indexOf(word) + word.length,
  ]);
  const plain = plainPiece(text, marks);
  expect(plain.marks.map(([from, to]) => plain.text.slice(from, to))).toEqual([
    'By',
    'design',
    'held',
  ]);
});

test('of any text, only signs go, and marks are in order within what is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab *_`[]()#>-\n\\~1.') }), (text) => {
      const marks = [...text.matchAll(/[ab]+/g)].map(({ 0: word, index }): [number, number] => [
        index,
        index + word.length,
      ]);
      const plain = plainPiece(text, marks);
      let before = 0;
      for (const [from, to] of plain.marks) {
        expect(from).toBeGreaterThanOrEqual(before);
        expect(plain.text.slice(from, to)).toMatch(/^[ab]+$/);
        before = to;
      }
      expect(before).toBeLessThanOrEqual(plain.text.length);
    }),
  );
});
