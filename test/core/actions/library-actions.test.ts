// Proves which actions of a library are shown, which are overdue, and what a session is reminded of.

import {
  countOpen,
  EVERY_OPEN_ACTION,
  isOverdue,
  isShown,
  libraryActions,
  ownersOf,
  placeOf,
  stillOpenAbout,
} from '@core/actions/library-actions';
import { type Action, emptyFields, type RecordFields } from '@core/record/model';
import type { Row } from '@core/triage/queue';
import { describe, expect, test } from 'vitest';

const TODAY = '2026-11-25';
const action = (part: Partial<Action> = {}): Action => ({
  id: 'a1',
  what: '',
  kind: null,
  owner: '',
  due: '',
  effort: null,
  done: '',
  ...part,
});
const row = (key: string, fields: Partial<RecordFields> = {}): Row => ({
  key,
  path: `2026/${key}.md`,
  readOnly: false,
  fields: { ...emptyFields(), ...fields },
});

test.each<[Partial<Action>, boolean]>([
  [{ due: '2026-11-24' }, true],
  [{ due: '2026-11-25' }, false],
  [{ due: '2026-11-26' }, false],
  [{ due: '' }, false],
  [{ due: 'next week' }, false],
  [{ due: '2026-11-24', done: '2026-11-25' }, false],
])('%j is overdue: %s', (part, overdue) => {
  expect(isOverdue(action(part), TODAY)).toBe(overdue);
});

describe('the filter', () => {
  const all = { ...EVERY_OPEN_ACTION, state: 'all' } as const;
  test.each<[string, Partial<Action>, Partial<typeof EVERY_OPEN_ACTION>, boolean]>([
    ['open ones by default', {}, {}, true],
    ['done ones not by default', { done: TODAY }, {}, false],
    ['done ones alone', { done: TODAY }, { state: 'done' }, true],
    ['no open ones among the done', {}, { state: 'done' }, false],
    ['both', { done: TODAY }, all, true],
    ['an owner', { owner: ' Ana ' }, { owner: 'Ana' }, true],
    ['another owner', { owner: 'Sam' }, { owner: 'Ana' }, false],
    ['nobody', {}, { owner: '' }, true],
    ['somebody, where nobody is asked for', { owner: 'Ana' }, { owner: '' }, false],
    ['a kind', { kind: 'fix' }, { kind: 'fix' }, true],
    ['another kind', { kind: 'detect' }, { kind: 'fix' }, false],
    ['overdue', { due: '2026-01-01' }, { overdue: true }, true],
    ['not overdue', { due: '2027-01-01' }, { overdue: true }, false],
    [
      'all of it at once',
      { owner: 'Ana', kind: 'fix', due: '2026-01-01' },
      {
        owner: 'Ana',
        kind: 'fix',
        overdue: true,
      },
      true,
    ],
  ])('%s', (_, part, filter, shown) => {
    expect(isShown(action(part), { ...EVERY_OPEN_ACTION, ...filter }, TODAY)).toBe(shown);
  });
});

test('all actions come in counterfactual order, each with its row and its place there', () => {
  const severe = { ...emptyFields().triage, severity: 'severe', recurrence: 'likely' } as const;
  const rows = [
    row('mild', { actions: [action({ what: 'first' }), action({ what: 'second' })] }),
    row('none'),
    row('severe', { triage: severe, actions: [action({ what: 'third' })] }),
  ];
  const ranked = libraryActions(rows);
  expect(ranked.map(({ action: { what }, row: { key }, index }) => [what, key, index])).toEqual([
    ['third', 'severe', 0],
    ['first', 'mild', 0],
    ['second', 'mild', 1],
  ]);
  expect(ranked[0]?.row).toBe(rows[2]);
  expect(countOpen([...rows, row('done', { actions: [action({ done: TODAY })] })])).toBe(3);
});

test('owners are named once, in order, and nobody first', () => {
  const owned = ['Sam', '', 'Ana', 'Sam '].map((owner) => ({ action: action({ owner }) }));
  expect(ownersOf(owned)).toEqual(['', 'Ana', 'Sam']);
});

test.each<[string, Partial<Action>[], number]>([
  [
    'where it was',
    [
      { id: 'a1', what: 'x' },
      { id: 'a2', what: 'y' },
    ],
    1,
  ],
  [
    'moved',
    [
      { id: 'a2', what: 'y' },
      { id: 'a1', what: 'x' },
    ],
    0,
  ],
  ['gone', [{ id: 'a1', what: 'x' }], -1],
  ['another one with its id', [{ id: 'a1' }, { id: 'a2', what: 'z' }], -1],
])('an action that was shown is found again: %s', (_, parts, place) => {
  const shown = { action: action({ id: 'a2', what: 'y' }), index: 1 };
  expect(placeOf(parts.map(action), shown)).toBe(place);
});

describe('a session is reminded', () => {
  const disk = { themes: ['disk'], actions: [action({ what: 'Page earlier' })] };
  const record = row('this', { themes: ['disk', 'alerts'], actions: disk.actions });

  test('of open actions of others with a theme in common, and of nothing else', () => {
    const rows = [
      record,
      row('same', disk),
      row('done', { ...disk, actions: [action({ done: TODAY })] }),
      row('other', { ...disk, themes: ['pool'] }),
      row('none', { actions: disk.actions }),
    ];
    const { themes, actions } = stillOpenAbout(rows, record);
    expect(themes).toEqual(['disk']);
    expect(actions.map(({ row: { key } }) => key)).toEqual(['same']);
  });

  test('of nothing when it has no theme', () => {
    expect(stillOpenAbout([row('same', disk)], row('this'))).toEqual({ themes: [], actions: [] });
  });
});
