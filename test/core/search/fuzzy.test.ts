// Which name is meant by a few letters.

import { fuzzyScore } from '@core/search/fuzzy';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const NAMES = [
  'Capture a near miss',
  'Start a session',
  'Search the library',
  'Export Markdown…',
  'Export PDF…',
  'Show the folder',
  'Close this library',
  'Café at the gate',
];

function best(typed: string): string | undefined {
  const scored = NAMES.flatMap((name) => {
    const score = fuzzyScore(typed, name);
    return score === null ? [] : [{ name, score }];
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.name;
}

test.each([
  ['cap', 'Capture a near miss'],
  ['CANM', 'Capture a near miss'],
  ['sess', 'Start a session'],
  ['pdf', 'Export PDF…'],
  ['exm', 'Export Markdown…'],
  ['export pdf', 'Export PDF…'],
  ['library', 'Search the library'],
  ['ctl', 'Close this library'],
  ['cafe', 'Café at the gate'],
])('%s means %s', (typed, name) => {
  expect(best(typed)).toBe(name);
});

test('letters that are not there, or in another order, are no fit', () => {
  expect(fuzzyScore('xyz', 'Export PDF…')).toBeNull();
  expect(fuzzyScore('fdp', 'pdf')).toBeNull();
});

test('nothing typed fits everything alike', () => {
  expect(NAMES.map((name) => fuzzyScore(' ', name))).toEqual(NAMES.map(() => 0));
});

test('whatever is left of a name by leaving letters out fits it', () => {
  const name = fc.string({ minLength: 1, unit: fc.constantFrom(...'abcdef -') });
  fc.assert(
    fc.property(name, fc.infiniteStream(fc.boolean()), (text, keep) => {
      const part = [...text].filter(() => keep.next().value).join('');
      expect(fuzzyScore(part, text)).not.toBeNull();
    }),
  );
});
