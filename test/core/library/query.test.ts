// What is typed to find near misses: filters among words, never an error.

import { FACET_VALUES, FACETS, type Filter, filterName, isFewFacet } from '@core/library/facets';
import { parseQuery, printQuery, suggestValues, takeFilters } from '@core/library/query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const filter = (facet: Filter['facet'], value: string): Filter => ({ facet, value });
const inUse = {
  services: ['orders-db', 'checkout', 'gateway'],
  themes: ['connection-pool', 'disk-capacity'],
};

describe('reading', () => {
  test.each<[string, Filter[], string]>([
    ['', [], ''],
    ['disk almost full', [], 'disk almost full'],
    ['service:orders theme:pool', [filter('service', 'orders'), filter('theme', 'pool')], ''],
    [
      'pool saver:luck before:2026-06 after:2026 ran dry',
      [filter('saver', 'luck'), filter('before', '2026-06'), filter('after', '2026')],
      'pool ran dry',
    ],
    ['Status:Captured', [filter('status', 'captured')], ''],
    ['status:capt', [filter('status', 'captured')], ''],
    ['status:to-triage', [filter('status', 'captured')], ''],
    ['saver:"person by chance"', [filter('saver', 'person by chance')], ''],
    ['saver:person-by-chance', [filter('saver', 'person by chance')], ''],
    ['saver:canary', [filter('saver', 'canary or staged rollout')], ''],
    ['service:"orders db" x', [filter('service', 'orders db')], 'x'],
    [
      'decision:"act now" decision:none',
      [filter('decision', 'act now'), filter('decision', 'none')],
      '',
    ],
    ['luck:yes', [filter('luck', 'yes')], ''],
    ['before:2026-06-14', [filter('before', '2026-06-14')], ''],
    // A name that is no facet, and a value the facet does not have, are words.
    ['host:db1 down', [], 'host:db1 down'],
    ['https://example.org/x', [], 'https://example.org/x'],
    ['before:yesterday noon', [], '"before:yesterday" noon'],
    ['before:2026-13 x', [], '"before:2026-13" x'],
    ['saver:person x', [], '"saver:person" x'],
    ['"status:captured"', [], '"status:captured"'],
    ['theme:pool theme:pool', [filter('theme', 'pool')], ''],
    // Not finished: neither a filter nor a word yet.
    ['disk saver:per', [], 'disk'],
    ['disk theme:', [], 'disk'],
    ['saver:"person', [], ''],
    ['"', [], '"'],
  ])('%s', (text, filters, words) => {
    expect(parseQuery(text)).toEqual({ filters, words });
  });

  test('whatever is typed can be read, and what is read can be printed and read again', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom(...FACETS.map((facet) => `${facet}:`), '"', ' ', '\\', ':'),
      fc.constantFrom('captured', 'luck', '2026', '2026-06', 'act now', 'orders'),
    );
    const typed = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const query = parseQuery(text);
        expect(parseQuery(printQuery(query))).toEqual(query);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every filter is read again from its print, whatever a service is called', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
    const any = fc.oneof(
      fc.record({ facet: fc.constantFrom('service' as const, 'theme' as const), value: word }),
      ...FACETS.filter(isFewFacet).map((facet) =>
        fc.record({
          facet: fc.constant(facet),
          value: fc.constantFrom<string>(...FACET_VALUES[facet]),
        }),
      ),
      fc.record({
        facet: fc.constantFrom('after' as const, 'before' as const),
        value: fc.constantFrom('2026', '2026-02', '2026-02-28'),
      }),
    );
    fc.assert(
      fc.property(any, (one) => {
        expect(parseQuery(printQuery({ filters: [one], words: 'x' }))).toEqual({
          filters: [one],
          words: 'x',
        });
      }),
    );
  });
});

describe('taking filters out while typing', () => {
  test.each<[string, Filter[], string]>([
    ['theme:pool ', [filter('theme', 'pool')], ''],
    ['theme:pool', [], 'theme:pool'],
    ['full theme:pool disk', [filter('theme', 'pool')], 'full disk'],
    ['service:orders theme:pool', [filter('service', 'orders')], 'theme:pool'],
    ['host:db1 ', [], 'host:db1 '],
  ])('%s', (text, filters, rest) => {
    expect(takeFilters(text)).toEqual({ filters, rest });
  });

  test('at the end of typing all are taken', () => {
    expect(takeFilters('full theme:pool', true)).toEqual({
      filters: [filter('theme', 'pool')],
      rest: 'full ',
    });
  });
});

describe('suggesting', () => {
  const names = (text: string) => suggestValues(text, inUse).map(({ name }) => name);

  test('values in use, by the beginning of any of their words', () => {
    expect(names('service:')).toEqual(['orders-db', 'checkout', 'gateway']);
    expect(names('service:db')).toEqual(['orders-db']);
    expect(names('full theme:po')).toEqual(['connection-pool']);
  });

  test('values of the format, as they are called and as they are written', () => {
    expect(names('status:to')).toEqual(['To triage']);
    expect(names('status:capt')).toEqual(['To triage']);
    expect(names('saver:person')).toEqual(['person on duty', 'person by chance']);
  });

  test('nothing for words, for dates, or once the filter is finished', () => {
    expect(['full', 'before:20', 'service:orders ', 'nothing:x'].map(names)).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  test('what was typed before it stays', () => {
    expect(suggestValues('disk theme:pool', inUse)[0]).toEqual({
      filter: filter('theme', 'connection-pool'),
      name: 'connection-pool',
      rest: 'disk ',
    });
  });
});

test.each<[Filter, string]>([
  [filter('status', 'captured'), 'Status: To triage'],
  [filter('saver', 'person by chance'), 'Saved by: person by chance'],
  [filter('decision', 'none'), 'Decision: not decided'],
  [filter('luck', 'yes'), 'Luck saved us'],
  [filter('luck', 'no'), 'Not saved by luck'],
  [filter('before', '2026-06'), 'Before June 2026'],
  [filter('after', '2026'), 'From 2026'],
  [filter('after', '2026-06-01'), 'From 1 June 2026'],
])('%o is called %s', (one, name) => {
  expect(filterName(one)).toBe(name);
});
