// What an edit was made upon crosses as what is different from the edit: nothing of it is lost, and
// a letter in a long text is a letter on the wire.

import { shortBase, wholeBase } from '@core/ipc/edit-base';
import { schemas } from '@core/ipc/schemas';
import type { RecordEdit, SectionEdit } from '@core/record/edit';
import { MAX_BYTES } from '@core/record/parse';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const section = (text: string): SectionEdit => ({ kind: 'section', section: 'close', text });

test.each<[string, string, string, object]>([
  ['a letter put in', 'muted', 'muuted', { at: 2, length: 1, text: '' }],
  ['a letter taken out', 'muuted', 'muted', { at: 2, length: 0, text: 'u' }],
  ['a word in place of another', 'a red fox', 'a blue fox', { at: 2, length: 4, text: 'red' }],
  ['nothing', 'same', 'same', { at: 4, length: 0, text: '' }],
  ['all of it', 'abc', 'xyz', { at: 0, length: 3, text: 'abc' }],
  ['the first words', '', 'new', { at: 0, length: 3, text: '' }],
  ['the last words', 'old', '', { at: 0, length: 0, text: 'old' }],
  ['one of many alike', 'aaaa', 'aaaaa', { at: 4, length: 1, text: '' }],
])('%s', (_, before, after, expected) => {
  expect(shortBase(section(after), section(before))).toEqual({ kind: 'before', ...expected });
});

test('of any two texts, the one is got back from the other', () => {
  const pieces = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', '’', '🙂', '\ud83d'));
  const text = pieces.map((list) => list.join(''));
  fc.assert(
    fc.property(text, text, text, text, (start, was, now, end) => {
      const [before, edit] = [section(start + was + end), section(start + now + end)];
      const short = shortBase(edit, before);
      expect(wholeBase(edit, short)).toEqual(before);
      expect(schemas['record:edit'].safeParse({ key: 'k', edit, base: short }).success).toBe(true);
      // No more than what is different crosses.
      if (short.kind !== 'before') throw new Error('The base is told whole');
      expect(short.text.length).toBeLessThanOrEqual(was.length);
      expect(short.length).toBeLessThanOrEqual(now.length);
    }),
  );
});

test('what is not of the same section crosses whole', () => {
  const fields: RecordEdit = { kind: 'fields', fields: { title: 'One' } };
  const other: RecordEdit = { kind: 'section', section: 'notes', text: 'aside' };
  for (const base of [fields, other]) {
    expect(shortBase(section('text'), base)).toBe(base);
    expect(wholeBase(section('text'), base)).toBe(base);
  }
  expect(shortBase(fields, fields)).toBe(fields);
});

test.each([
  { at: -1, length: 0, text: '' },
  { at: 0, length: -1, text: '' },
  { at: 0.5, length: 0, text: '' },
  { at: 0, length: 0 },
  { at: 2, length: 3, text: 'past its end' },
  { at: 0, length: 0, text: 'x'.repeat(MAX_BYTES - 3) },
])('%j is refused', (base) => {
  const input = { key: 'k', edit: section('text'), base: { kind: 'before', ...base } };
  expect(schemas['record:edit'].safeParse(input).success).toBe(false);
});

test('a difference is no base of fields', () => {
  const edit: RecordEdit = { kind: 'fields', fields: { title: 'One' } };
  const base = { kind: 'before', at: 0, length: 0, text: '' };
  expect(schemas['record:edit'].safeParse({ key: 'k', edit, base }).success).toBe(false);
});
