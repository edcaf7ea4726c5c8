// What two edits of one place come to, field by field, and where a person is asked.

import type { RecordEdit } from '@core/record/edit';
import { mergeEdit } from '@core/record/merge-edit';
import { type Action, type Barrier, emptyFields, type RecordFields } from '@core/record/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const fields = (change: Partial<RecordFields>): RecordEdit => ({ kind: 'fields', fields: change });

function merged<K extends keyof RecordFields>(
  key: K,
  base: RecordFields[K],
  mine: RecordFields[K],
  theirs: RecordFields[K],
): RecordFields[K] | null {
  const edit = (value: RecordFields[K]) => fields({ [key]: value } as Partial<RecordFields>);
  const result = mergeEdit(edit(base), edit(mine), edit(theirs));
  return result?.kind === 'fields' ? (result.fields[key] as RecordFields[K]) : null;
}

const barrier = (name: string, part: Partial<Barrier> = {}): Barrier => ({
  name,
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
  ...part,
});
const action = (id: string, what: string, part: Partial<Action> = {}): Action => ({
  id,
  what,
  kind: null,
  owner: '',
  due: '',
  effort: null,
  done: '',
  ...part,
});

describe('a single value', () => {
  test.each([
    ['mine alone', 'a', 'b', 'a', 'b'],
    ['theirs alone', 'a', 'a', 'b', 'b'],
    ['both alike', 'a', 'b', 'b', 'b'],
    ['nobody', 'a', 'a', 'a', 'a'],
    ['both, differently', 'a', 'b', 'c', null],
  ])('changed by %s', (_, base, mine, theirs, result) => {
    expect(merged('title', base, mine, theirs)).toBe(result);
  });
});

describe('words', () => {
  test.each([
    ['both put one in', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 'b']],
    ['both put the same in', ['a'], ['a', 'b'], ['a', 'b'], ['a', 'b']],
    ['each takes one out', ['a', 'b', 'c'], ['b', 'c'], ['a', 'b'], ['b']],
    ['one out, one in', ['a', 'b'], ['b'], ['a', 'b', 'c'], ['b', 'c']],
  ])('%s', (_, base, mine, theirs, result) => {
    expect(merged('services', base, mine, theirs)).toEqual(result);
  });

  test('hold what either side put in and not what either took out', () => {
    const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        const result = merged('themes', base, mine, theirs) ?? [];
        const expected = [...new Set([...base, ...mine, ...theirs])].filter((word) =>
          base.includes(word) ? mine.includes(word) && theirs.includes(word) : true,
        );
        expect([...result].sort()).toEqual(expected.sort());
      }),
    );
  });
});

describe('the ladder', () => {
  const [a, b, c] = [barrier('quota'), barrier('alert'), barrier('on call')];

  test('takes changes of different barriers, and of different properties of one', () => {
    const mine = [{ ...a, state: 'failed' as const }, { ...b, note: 'late' }, c];
    const theirs = [a, { ...b, state: 'stopped' as const }, c];
    expect(merged('barriers', [a, b, c], mine, theirs)).toEqual([
      { ...a, state: 'failed' },
      { ...b, note: 'late', state: 'stopped' },
      c,
    ]);
  });

  test('takes an order from one side and a change from the other', () => {
    expect(merged('barriers', [a, b], [b, a], [{ ...a, note: 'x' }, b])).toEqual([
      b,
      { ...a, note: 'x' },
    ]);
  });

  test('takes what each side added at the end', () => {
    expect(merged('barriers', [a], [a, b], [a, c])).toEqual([a, c, b]);
  });

  test('takes one out that the other side left alone, and what that side changed beside it', () => {
    const changed = { ...a, note: 'x' };
    expect(merged('barriers', [a, b], [a], [changed, b])).toEqual([changed]);
    expect(merged('barriers', [a, b], [changed, b], [a])).toEqual([changed]);
  });

  test('takes what one side alone did, also where two have one name', () => {
    expect(merged('barriers', [a, a], [a, a], [a])).toEqual([a]);
    expect(merged('barriers', [a, a], [a, b], [a, a])).toEqual([a, b]);
  });

  test.each([
    ['gave two one name and changed one', [a], [a, { ...a, note: 'x' }], [{ ...a, note: 'y' }]],
    ['changed one property of one barrier', [a], [{ ...a, note: 'x' }], [{ ...a, note: 'y' }]],
    ['took out what the other changed', [a, b], [a], [a, { ...b, note: 'y' }]],
    ['changed what the other took out', [a, b], [a, { ...b, note: 'y' }], [a]],
    ['put the barriers in another order', [a, b, c], [b, a, c], [c, b, a]],
    ['added a barrier of the same name', [a], [a, b], [a, { ...b, note: 'y' }]],
    ['added the same barrier and another', [a], [a, b, c], [a, b, barrier('luck')]],
    ['added one in the middle and one at the end', [a, b], [a, c, b], [a, b, barrier('luck')]],
    [
      'changed barriers of the same name',
      [a, a],
      [{ ...a, note: 'x' }, a],
      [a, { ...a, note: 'y' }],
    ],
  ])('is a choice where the sides %s', (_, base, mine, theirs) => {
    expect(merged('barriers', base, mine, theirs)).toBe(null);
  });

  test('is theirs where ours only repeats the base, and ours the other way round', () => {
    expect(merged('barriers', [a, b], [a, b], [b])).toEqual([b]);
    expect(merged('barriers', [a, b], [b], [a, b])).toEqual([b]);
  });
});

describe('actions', () => {
  const one = action('a1', 'Alert at 80 %');

  test('that both sides added under one id are both kept, ours under a free one', () => {
    const mine = [one, action('a2', 'Add a quota'), action('a3', 'Tell the team')];
    const theirs = [one, action('a2', 'Move the logs')];
    expect(merged('actions', [one], mine, theirs)).toEqual([
      one,
      action('a2', 'Move the logs'),
      action('a4', 'Add a quota'),
      action('a3', 'Tell the team'),
    ]);
  });

  test('that both sides added alike are one', () => {
    const two = action('a2', 'Add a quota');
    expect(merged('actions', [one], [one, two], [one, two])).toEqual([one, two]);
  });

  test('are merged property by property', () => {
    expect(
      merged('actions', [one], [{ ...one, owner: 'Mara' }], [{ ...one, done: '2026-11-02' }]),
    ).toEqual([{ ...one, owner: 'Mara', done: '2026-11-02' }]);
  });
});

test('triage and session facts are merged property by property', () => {
  const { triage } = emptyFields();
  expect(
    merged('triage', triage, { ...triage, severity: 'major' }, { ...triage, recurrence: 'likely' }),
  ).toEqual({ ...triage, severity: 'major', recurrence: 'likely' });
  expect(
    merged('triage', triage, { ...triage, reason: 'ours' }, { ...triage, reason: 'theirs' }),
  ).toBe(null);
});

test('a section is merged by lines; two kinds of edit are not merged at all', () => {
  const text = (value: string): RecordEdit => ({ kind: 'section', section: 'notes', text: value });
  expect(mergeEdit(text('a\n\nb\n\nc'), text('A\n\nb\n\nc'), text('a\n\nb\n\nC'))).toEqual(
    text('A\n\nb\n\nC'),
  );
  expect(mergeEdit(text('a'), text('b'), text('c'))).toBe(null);
  expect(mergeEdit(fields({}), text('b'), text('c'))).toBe(null);
  expect(mergeEdit(text('a'), text('b'), fields({}))).toBe(null);
  expect(mergeEdit(text('a'), fields({ title: 'b' }), fields({ title: 'c' }))).toBe(null);
  expect(mergeEdit(fields({ title: 'a' }), fields({ title: 'b' }), text('c'))).toBe(null);
});
