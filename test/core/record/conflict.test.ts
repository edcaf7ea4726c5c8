// A place changed on two sides: what is read of it, what is marked, what keeping both would be.

import {
  keepBoth,
  markWords,
  markWordsOfEither,
  type Piece,
  readableValue,
} from '@core/record/conflict';
import type { RecordEdit } from '@core/record/edit';
import { type Action, type Barrier, emptyFields, type RecordFields } from '@core/record/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const section = (text: string): RecordEdit => ({ kind: 'section', section: 'latent', text });
const fields = (part: Partial<RecordFields>): RecordEdit => ({ kind: 'fields', fields: part });
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

describe('what is read of a place', () => {
  test.each<[string, RecordEdit, string]>([
    ['a section', section('\nA muted alert.\n'), 'A muted alert.'],
    ['text', fields({ trigger: 'Writes doubled' }), 'Writes doubled'],
    ['a word', fields({ customerImpact: 'maybe' }), 'maybe'],
    ['nothing', fields({ status: null }), ''],
    ['no field at all', fields({}), ''],
    ['a list', fields({ services: ['orders', 'checkout'] }), 'orders\ncheckout'],
    [
      'barriers',
      fields({
        barriers: [
          barrier('Alert', { state: 'failed', kind: 'alert', byDesign: 'yes', note: 'muted' }),
          barrier('', { known: 'assumed' }),
        ],
      }),
      'Alert · failed · alert · built for this: yes · muted\nwithout a name · assumed',
    ],
    [
      'actions',
      fields({
        actions: [
          action('a1', 'Page at 80 %', {
            kind: 'detect',
            owner: 'Ana',
            due: '2026-12-05',
            effort: 'small',
            done: '2026-12-01',
          }),
          action('a2', ''),
        ],
      }),
      'Page at 80 % · detect · Ana · due 2026-12-05 · small effort · done 2026-12-01\nnot said yet',
    ],
    [
      'triage',
      fields({ triage: { ...emptyFields().triage, severity: 'severe', reason: 'Soon' } }),
      'severity: severe\nreason: Soon',
    ],
    [
      'the session',
      fields({ session: { held: '2026-11-21', minutes: 0, facilitator: '', people: null } }),
      'held: 2026-11-21\nminutes: 0',
    ],
  ])('%s', (_name, edit, read) => expect(readableValue(edit)).toBe(read));
});

describe('keeping both', () => {
  test('of a section: one after the other, as blocks of their own', () => {
    expect(keepBoth(section('Mine.\n'), section('\nTheirs.'))).toEqual(section('Mine.\n\nTheirs.'));
    expect(keepBoth(section('Mine.'), section('A\r\nB'))).toEqual(section('Mine.\r\n\r\nA\r\nB'));
    expect(keepBoth(section('M\r\nN'), section('A'))).toEqual(section('M\r\nN\r\n\r\nA'));
  });

  test('of lists: without what is twice', () => {
    for (const list of ['services', 'themes', 'incidents'] as const) {
      expect(keepBoth(fields({ [list]: ['a', 'b'] }), fields({ [list]: ['b', 'c'] }))).toEqual(
        fields({ [list]: ['a', 'b', 'c'] }),
      );
    }
    const same = barrier('Review');
    const [mine, theirs] = [barrier('Alert', { note: 'm' }), barrier('Alert', { note: 't' })];
    expect(
      keepBoth(fields({ barriers: [mine, same] }), fields({ barriers: [{ ...same }, theirs] })),
    ).toEqual(fields({ barriers: [mine, same, theirs] }));
  });

  test('of actions: each with an id of its own', () => {
    const both = keepBoth(
      fields({ actions: [action('a1', 'page'), action('a2', 'drill')] }),
      fields({ actions: [action('a1', 'page at 80 %'), action('a2', 'drill'), action('a3', 'x')] }),
    );
    if (typeof both === 'string' || both.kind !== 'fields') throw new Error('Not offered');
    const actions = both.fields.actions ?? [];
    expect(actions.map(({ what }) => what)).toEqual(['page', 'drill', 'page at 80 %', 'x']);
    const ids = actions.map(({ id }) => id);
    expect([ids[0], ids[1], ids[3]]).toEqual(['a1', 'a2', 'a3']);
    expect(new Set(ids).size).toBe(4);
  });

  test.each<[string, RecordEdit, RecordEdit, RegExp]>([
    ['text of one line', fields({ title: 'a' }), fields({ title: 'b' }), /Only one/],
    ['a word', fields({ status: 'logged' }), fields({ status: 'learned' }), /Only one/],
    ['two kinds of place', section('a'), fields({ title: 'b' }), /Only one/],
    ['two kinds of place, the other way round', fields({ title: 'b' }), section('a'), /Only one/],
    ['an empty section', section(' '), section('b'), /one of the two is empty/i],
    ['an empty list', fields({ barriers: [barrier('a')] }), fields({ barriers: [] }), /empty/],
  ])('is not offered for %s', (_name, mine, theirs, why) => {
    expect(keepBoth(mine, theirs)).toMatch(why);
  });
});

describe('what is marked', () => {
  const shown = (pieces: Piece[]) =>
    pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

  test.each([
    ['The disk filled up.', 'The disk filled.', 'The disk [filled up.]'],
    ['The disk of orders filled.', 'The disk filled.', 'The disk [of orders] filled.'],
    ['Same words', 'Same  words', 'Same words'],
    ['', 'gone', ''],
    ['  new', '', '[  new]'],
  ])('%j against %j: %j', (text, other, marked) => {
    expect(shown(markWords(text, other))).toBe(marked);
  });

  test('in what both came from: what either has changed', () => {
    expect(shown(markWordsOfEither('a b c d', 'x b c d', 'a b c y'))).toBe('[a] b c [d]');
  });

  test('no letter is lost or doubled, and the same text has no marks', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é') });
    fc.assert(
      fc.property(text, text, text, (one, other, third) => {
        const whole = (pieces: Piece[]) => pieces.map((piece) => piece.text).join('');
        expect(whole(markWords(one, other))).toBe(one);
        expect(whole(markWordsOfEither(one, other, third))).toBe(one);
        expect(markWords(one, one).some(({ marked }) => marked)).toBe(false);
      }),
    );
  });
});
