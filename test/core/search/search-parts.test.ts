// Marks, snippets and slips; and that records which went leave nothing behind.

import { emptyFields, emptySections, type RecordContent } from '@core/record/model';
import { marksIn } from '@core/search/marks';
import { SearchIndex } from '@core/search/search';
import { slipsToBeginning } from '@core/search/slips';
import { snippetOf } from '@core/search/snippet';
import { expect, test } from 'vitest';

test('words and beginnings of words are marked where they stand', () => {
  expect(marksIn('The Disk, and disks: “undisk”', ['disk', 'th*'])).toEqual([
    [0, 3],
    [4, 8],
  ]);
  expect(marksIn('Disk', [])).toEqual([]);
});

test('a snippet shows where most different words stand, cut between words', () => {
  const far = `${'padding '.repeat(60)}cleanup job saved the disk ${'after '.repeat(60)}`;
  const texts = [
    { where: 'Notes', text: 'A disk.' },
    { where: 'What saved us', text: far },
  ];
  const snippet = snippetOf(texts, ['disk', 'clean*']);
  expect(snippet?.where).toBe('What saved us');
  expect(snippet?.text).toMatch(/^…padding .*cleanup job saved the disk .*after…$/);
  const { text = '', marks = [] } = snippet ?? {};
  expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['cleanup', 'disk']);
  expect(snippetOf(texts, ['elephant'])).toBeNull();
});

test.each([
  ['certifcate', 'certificate', 1],
  ['chekcout', 'checkout', 1],
  ['expir', 'expired', 0],
  ['overflwed', 'overflowed', 1],
])('%s is near to %s', (typed, word, slips) => {
  expect(slipsToBeginning(typed, word, 2)).toBe(slips);
});

test('records that went leave nothing behind, however many', () => {
  const index = new SearchIndex();
  const content = (title: string): RecordContent => ({
    version: 1,
    fields: { ...emptyFields(), title },
    sections: emptySections(),
    extras: [],
    unknownKeys: [],
    problems: [],
    lineEnd: '\n',
  });
  for (let n = 0; n < 900; n += 1) index.put({ key: `k${n % 3}`, content: content(`word${n}`) });
  expect(index.search('word899').keys[0]).toBe('k2');
  expect(index.search('word').keys.sort()).toEqual(['k0', 'k1', 'k2']);
  index.remove('k1');
  expect(index.search('word').keys.sort()).toEqual(['k0', 'k2']);
});
