import { parseRecord } from '@core/record/parse';
import { SearchIndex } from '@core/search/search';
import { beforeEach, expect, test } from 'vitest';
import { recordText } from './open';

let index: SearchIndex;

function put(key: string, text: string): void {
  const parsed = parseRecord(text);
  if (parsed.kind !== 'record') throw new Error('not a record');
  index.put({ key, content: parsed.record });
}

beforeEach(() => {
  index = new SearchIndex();
  put('disk', recordText('1', 'Orders disk hit 94 %', { saved: 'The cleanup job, by luck.' }));
  put('flag', recordText('2', 'Flag default would have charged every trial'));
  put('cert', recordText('3', 'Certificate renewal failed', { notes: 'The disk was fine.' }));
});

const keys = (query: string) => index.search(query).keys;

test('every word must be found, by its beginning, anywhere in the record', () => {
  expect(keys('cleanup luck')).toEqual(['disk']);
  expect(keys('certif')).toEqual(['cert']);
  expect(keys('disk cleanup')).toEqual(['disk']);
  expect(keys('renewal fine')).toEqual(['cert']);
});

test('the title weighs most', () => {
  expect(keys('disk')).toEqual(['disk', 'cert']);
});

test('when nothing has all words, what has any is found', () => {
  expect(keys('renewal elephant')).toEqual(['cert']);
});

test('a small slip is forgiven in long words only', () => {
  expect(keys('certifcate')).toEqual(['cert']);
  expect(keys('dosk')).toEqual([]);
});

test('the words that were met are given as they stand in the text', () => {
  expect(index.search('certifcate').terms).toEqual(['certificate']);
  expect(index.search('Certif').terms).toEqual(['certif*']);
});

test.each(['', '   ', '"', '*', '\\', '(', '🌊'])(
  '%j finds nothing and breaks nothing',
  (query) => {
    expect(keys(query)).toEqual([]);
  },
);

test('what changes or goes is found accordingly', () => {
  put('flag', recordText('2', 'Renamed entirely'));
  expect(keys('charged')).toEqual([]);
  expect(keys('entirely')).toEqual(['flag']);
  index.remove('flag');
  index.remove('never there');
  expect(keys('entirely')).toEqual([]);
});

test('services, barriers, actions and people are found', () => {
  put(
    'full',
    `---
close-call: 1
title: x
reporter: Samira
services: [ledger]
barriers:
  - name: Read-only fallback
    note: untried
actions:
  - id: a1
    what: Page at eighty
    owner: Noor
---
## Something else

An unknown section.
`,
  );
  for (const word of ['samira', 'ledger', 'fallback', 'untried', 'eighty', 'noor', 'unknown']) {
    expect(keys(word)).toEqual(['full']);
  }
});
