// Splices are put in from the last to the first, in whatever order they come.

import { apply } from '@core/record/yaml-scalar';
import { expect, test } from 'vitest';

const first = { start: 0, end: 1, text: 'AAA' };
const inserted = { start: 2, end: 2, text: '+' };
const replaced = { start: 2, end: 4, text: 'CD' };
const last = { start: 5, end: 6, text: '' };

test.each([
  ['in their order', [first, inserted, replaced, last]],
  ['the other way round', [last, replaced, inserted, first]],
  ['mixed', [replaced, last, first, inserted]],
])('%s', (_name, splices) => {
  expect(apply('abcdefg', splices)).toBe('AAAb+CDeg');
});

test('what is put in at one place comes out in the order given', () => {
  const [one, two] = [1, 2].map((n) => ({ start: 1, end: 1, text: `${n}` })) as [never, never];
  expect(apply('ab', [one, two])).toBe('a12b');
  expect(apply('ab', [two, one])).toBe('a21b');
});
