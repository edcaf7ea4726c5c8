// Which rows the list shows, in which groups and order.

import type { Filter } from '@core/library/facets';
import { filterRows } from '@core/library/filters';
import { Found } from '@core/library/found';
import { shownGroups } from '@core/library/list-view';
import type { RecordSummary } from '@core/library/listing';
import { SORTS, sortRows } from '@core/library/sorts';
import { DECISIONS, RECURRENCES, SEVERITIES, STATUSES } from '@core/record/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barrier, NO_WORDS, row } from './rows';

const judged = (
  severity: (typeof SEVERITIES)[number],
  recurrence: (typeof RECURRENCES)[number],
) => ({
  triage: { severity, recurrence, decision: null, reason: '', review: '' },
});
const keys = (rows: readonly RecordSummary[]) => rows.map(({ key }) => key);
const stopped = barrier({ state: 'stopped' });
const standing = barrier({ state: 'untested', known: 'known' });
const untested = barrier({ state: 'untested' });

describe('filters', () => {
  const rows = [
    row('pool', {
      status: 'investigating',
      services: ['orders-db'],
      themes: ['connection-pool'],
      kind: 'resource',
      occurred: '2026-06-01',
      barriers: [barrier({ state: 'stopped', kind: 'timing' })],
      triage: { severity: null, recurrence: null, decision: 'act now', reason: '', review: '' },
    }),
    row('canary', {
      status: 'learned',
      services: ['billing', 'orders'],
      themes: ['canary'],
      kind: 'late catch',
      occurred: '2026-05-31T23:30:00Z',
      barriers: [
        barrier({ state: 'stopped', kind: 'canary or staged rollout', byDesign: 'yes' }),
        barrier({ state: 'stopped', kind: 'luck' }),
      ],
    }),
    row('bare', { status: null, occurred: 'last spring' }),
  ];
  const find = (...filters: [Filter['facet'], string][]) =>
    keys(
      rows.filter(
        filterRows(
          filters.map(([facet, value]) => ({ facet, value })),
          { services: ['orders-db', 'billing', 'orders'], themes: ['connection-pool', 'canary'] },
        ),
      ),
    );

  test.each<[string, [Filter['facet'], string][], string[]]>([
    ['nothing leaves all', [], ['pool', 'canary', 'bare']],
    ['a status', [['status', 'learned']], ['canary']],
    ['without a status it waits for triage', [['status', 'captured']], ['bare']],
    ['a service in use means itself', [['service', 'orders']], ['canary']],
    ['another means those that begin so', [['service', 'order']], ['pool', 'canary']],
    ['at any of its words', [['theme', 'pool']], ['pool']],
    ['in any case', [['theme', 'POOL']], ['pool']],
    ['a kind', [['kind', 'late catch']], ['canary']],
    ['the first that stopped it', [['saver', 'luck']], []],
    ['and its kind', [['saver', 'timing']], ['pool']],
    ['a decision', [['decision', 'act now']], ['pool']],
    ['none', [['decision', 'none']], ['canary', 'bare']],
    ['saved by luck', [['luck', 'yes']], ['pool']],
    ['not by luck, as far as it is known', [['luck', 'no']], ['canary']],
    ['from a month on', [['after', '2026-06']], ['pool']],
    ['before a month', [['before', '2026-06']], ['canary']],
    ['before a day', [['before', '2026-06-02']], ['pool', 'canary']],
    [
      'between',
      [
        ['after', '2026'],
        ['before', '2026-06'],
      ],
      ['canary'],
    ],
    [
      'the narrowest of two dates',
      [
        ['before', '2027'],
        ['before', '2026-06'],
      ],
      ['canary'],
    ],
    [
      'either of one facet',
      [
        ['status', 'learned'],
        ['status', 'captured'],
      ],
      ['canary', 'bare'],
    ],
    [
      'and both of two',
      [
        ['status', 'learned'],
        ['kind', 'resource'],
      ],
      [],
    ],
  ])('%s', (_, filters, found) => {
    expect(find(...filters)).toEqual(found);
  });
});

describe('orders', () => {
  const rows = [
    row('a', { ...judged('severe', 'likely'), barriers: [stopped, standing], title: 'Öl' }),
    row('b', { ...judged('severe', 'likely'), barriers: [stopped], title: 'ohm' }),
    row('c', { ...judged('catastrophic', 'likely'), barriers: [stopped, standing], title: '' }),
    row('d', { occurred: '2026-03-01', barriers: [], title: 'Zed' }),
    row('e', { occurred: '2026-02-01', barriers: [stopped], title: 'able' }),
    row('f', { ...judged('severe', 'likely'), barriers: [stopped, untested], title: 'pool' }),
  ];

  test('what could have happened, then what is left; what is not triaged comes newest first', () => {
    expect(keys(sortRows(rows, 'counterfactual'))).toEqual(['c', 'b', 'f', 'a', 'd', 'e']);
  });

  test('what is left, then what could have happened', () => {
    expect(keys(sortRows(rows, 'left'))).toEqual(['b', 'e', 'f', 'c', 'a', 'd']);
  });

  test('date, newest first, and by title without regard to case and accents', () => {
    expect(keys(sortRows(rows, 'date')).slice(0, 2)).toEqual(['d', 'e']);
    expect(keys(sortRows(rows, 'title'))).toEqual(['e', 'b', 'a', 'f', 'd', 'c']);
  });

  const anyRow = fc
    .record({
      key: fc.uuid(),
      status: fc.constantFrom(null, ...STATUSES),
      severity: fc.constantFrom(null, ...SEVERITIES),
      recurrence: fc.constantFrom(null, ...RECURRENCES),
      decision: fc.constantFrom(null, ...DECISIONS),
      occurred: fc.constantFrom('', '2025-01-01', '2026-02-02', 'soon'),
      barriers: fc.array(fc.constantFrom(stopped, standing, untested)),
      title: fc.string(),
    })
    .map(({ key, severity, recurrence, decision, ...fields }) =>
      row(key, { ...fields, triage: { severity, recurrence, decision, reason: '', review: '' } }),
    );
  const anyRows = fc.uniqueArray(anyRow, { selector: ({ key }) => key, maxLength: 30 });

  test('an order loses nothing and does not depend on the order before', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(...SORTS), fc.boolean(), (some, sort, byStatus) => {
        const sorted = sortRows(some, sort, byStatus);
        expect(new Set(sorted)).toEqual(new Set(some));
        expect(sortRows([...some].reverse(), sort, byStatus)).toEqual(sorted);
      }),
    );
  });

  test('groups hold every row once, each under its status', () => {
    fc.assert(
      fc.property(anyRows, (some) => {
        const groups = shownGroups({
          rows: some,
          filters: [],
          sort: null,
          hits: null,
          inUse: NO_WORDS,
        });
        expect(groups.flatMap((group) => group.rows)).toHaveLength(some.length);
        expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
        for (const group of groups) {
          expect(new Set(group.rows.map(({ fields }) => fields.status ?? 'captured')).size).toBe(1);
        }
      }),
    );
  });
});

describe('groups', () => {
  const rows = [
    row('a', { status: 'learned', occurred: '2026-01-01' }),
    row('b', { status: 'captured', occurred: '2026-01-02' }),
    row('c', { status: 'captured', occurred: '2026-01-03' }),
  ];
  const show = (parts: Partial<Parameters<typeof shownGroups>[0]>) =>
    shownGroups({ rows, filters: [], sort: null, hits: null, inUse: NO_WORDS, ...parts }).map(
      ({ name, rows: shown }) => [name, ...keys(shown)],
    );

  test('by status, in the order work flows', () => {
    expect(show({})).toEqual([
      ['To triage', 'c', 'b'],
      ['Learned', 'a'],
    ]);
  });

  test('in one, in another order', () => {
    expect(show({ sort: 'date' })).toEqual([['Newest first', 'c', 'b', 'a']]);
  });

  test('what was found, best first, or in an order asked for; what is gone is left out', () => {
    const [a, , c] = rows as [RecordSummary, RecordSummary, RecordSummary];
    const before = row('gone');
    const hits = new Found([a, before, c], [before, ...rows]);
    expect(show({ hits })).toEqual([['Found', 'a', 'c']]);
    expect(show({ hits, sort: 'date' })).toEqual([['Found', 'c', 'a']]);
    expect(show({ hits, filters: [{ facet: 'status', value: 'captured' }] })).toEqual([
      ['Found', 'c'],
    ]);
    expect(show({ hits: new Found([], rows) })).toEqual([]);
    // Of a row that says something else now, what it says now is shown.
    const now = row('c', { status: 'captured', occurred: '2026-01-04' });
    expect(shownGroups({ rows: [a, now], filters: [], sort: null, hits, inUse: NO_WORDS })).toEqual(
      [{ name: 'Found', rows: [a, now] }],
    );
  });
});
