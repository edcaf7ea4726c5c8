// Proves that YAML nobody would write by hand, but somebody's tool does, is changed rightly or not
// at all: explicit keys, anchors and aliases, lists in brackets, empty items, strange line ends.

import { applyEdit, setFields } from '@core/record/edit';
import { emptyFields, type RecordFields } from '@core/record/model';
import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { barrier, edited, withYaml } from './records';

const { triage, session } = emptyFields();

test.each<[string, string, Partial<RecordFields>, string]>([
  ['an explicit key', '? harm\n: a', { harm: 'b' }, '? harm\n: b'],
  ['an explicit key, cleared', '? harm\n: a', { harm: '' }, '? harm\n:'],
  [
    'an explicit key in a map',
    'triage:\n  ? severity\n  : minor',
    { triage: { ...triage, severity: 'major' } },
    'triage:\n  ? severity\n  : major',
  ],
  [
    'a key behind an explicit one',
    'triage:\n  ? severity\n  : minor',
    { triage: { ...triage, severity: 'minor', reason: 'x' } },
    'triage:\n  ? severity\n  : minor\n  reason: x',
  ],
  [
    'an explicit key without a value',
    'triage:\n  ? severity',
    { triage: { ...triage, severity: 'minor' } },
    'triage:\n  severity: minor',
  ],
  [
    'a key without a value, in braces',
    'triage: { severity }',
    { triage: { ...triage, severity: 'major' } },
    'triage: { severity: major }',
  ],
  [
    'a key and a colon, in braces',
    'triage: { severity: , x: y }',
    { triage: { ...triage, severity: 'major' } },
    'triage: { severity: major, x: y }',
  ],
  ['a space before the colon', '"harm" : a', { harm: 'b' }, '"harm" : b'],
  ['a comment before the value', 'harm:    # c\n   a', { harm: 'b' }, 'harm:    # c\n   b'],
  ['an anchor without a value', 'harm: &h # c', { harm: 'b' }, 'harm: &h b # c'],
  ['quotes, of what needs them', "harm: 'a' # c", { harm: 'b: c' }, 'harm: "b: c" # c'],
  ['a quote in quotes', "harm: 'a' # c", { harm: "it's" }, "harm: 'it''s' # c"],
  ['kept line ends', 'harm: >+\n  a\n\n\nkind: other', { harm: 'b' }, 'harm: b\n\n\nkind: other'],
  ['quotes over lines', 'harm: "a\n  b"', { harm: 'c' }, 'harm: "c"'],
  [
    'barriers in brackets',
    'barriers: [{name: a, x: 1}, {name: b}]',
    { barriers: [barrier('a'), barrier('c'), barrier('d')] },
    'barriers: [{name: a, x: 1}, { name: c }, { name: d }]',
  ],
  [
    'barriers in brackets, one of them emptied',
    'barriers: [{name: a}, {name: b}]',
    { barriers: [barrier(''), barrier('b')] },
    'barriers: [{}, {name: b}]',
  ],
  [
    'a barrier in braces, emptied',
    'barriers:\n  - {name: a}\n  - name: b',
    { barriers: [barrier(''), barrier('b')] },
    'barriers:\n  - {}\n  - name: b',
  ],
  [
    'a value below its key',
    'barriers:\n  - name: a\n    state:\n      failed',
    { barriers: [barrier('a', { state: 'stopped' })] },
    'barriers:\n  - name: a\n    state:\n      stopped',
  ],
  [
    'a list that somebody else repeats',
    'barriers: &b\n  - name: a\nx: *b',
    { barriers: [barrier('c')] },
    'barriers: &b\n  - name: c\nx: [{ name: a }]',
  ],
  [
    'an item that repeats another',
    'barriers:\n  - &b\n    name: a\n  - *b',
    { barriers: [barrier('a'), barrier('c')] },
    'barriers:\n  - &b\n    name: a\n  - name: c',
  ],
  [
    'an item that another repeats',
    'barriers:\n  - &b\n    name: a\n  - *b',
    { barriers: [barrier('z'), barrier('a')] },
    'barriers:\n  - name: z\n  - name: a',
  ],
  [
    'a word that repeats another',
    'x: &x a\nservices: [*x, b]',
    { services: ['a', 'c'] },
    'x: &x a\nservices: [*x, c]',
  ],
  [
    'words that are an alias',
    'x: &x a\nservices: *x',
    { services: ['a', 'c'] },
    'x: &x a\nservices: [a, c]',
  ],
  [
    'a map that somebody else repeats',
    'triage: &t\n  severity: minor\nx: *t',
    { triage: { ...triage, severity: 'major' } },
    'triage: &t\n  severity: major\nx: { severity: minor }',
  ],
  [
    'a map that is an alias',
    'x: &t { severity: minor }\ntriage: *t',
    { triage: { ...triage, severity: 'major' } },
    'x: &t { severity: minor }\ntriage:\n  severity: major',
  ],
  [
    'a value that a key of somebody else repeats',
    'triage:\n  severity: &s minor\n  x: *s',
    { triage: { ...triage, severity: 'major' } },
    'triage:\n  severity: major\n  x: minor',
  ],
  ['a value repeated twice', 'harm: &h a\nx: [*h, *h]', { harm: '' }, 'x: [a, a]'],
  [
    'an alias of something else stays',
    'x: &x 010\nharm: &h a\ny: *x\nz: *h',
    { harm: 'b' },
    'x: &x 010\nharm: &h b\ny: *x\nz: a',
  ],
  ['one word without brackets', 'services: a', { services: ['a', 'c'] }, 'services: [a, c]'],
  ['words with an empty one', 'services: [a, "", b]', { services: ['c'] }, 'services: [c]'],
  [
    'lines with an empty one',
    'services:\n- a\n-\n- b',
    { services: ['a', 'b', 'c'] },
    'services:\n- a\n- b\n- c',
  ],
  ['a comma at the end', 'services: [a,]', { services: ['c'] }, 'services: [c,]'],
  [
    'a comment in brackets',
    'services: [a, # x\n  b]',
    { services: ['c', 'b'] },
    'services: [c, # x\n  b]',
  ],
  [
    'a comment in braces',
    'session: { minutes: 5,\n  held: a # x\n  }',
    { session: { ...session, minutes: 6, held: 'a' } },
    'session: { minutes: 6,\n  held: a # x\n  }',
  ],
  [
    'something new behind a comment in braces',
    'session: { minutes: 5,\n  held: a # x\n  }',
    { session: { ...session, minutes: 5, held: 'a', people: 4 } },
    'session: { minutes: 5,\n  held: a, people: 4 # x\n  }',
  ],
  [
    'a word put in front, in brackets',
    "services: [ 'a',  b ] # c",
    { services: ['x', 'a', 'b'] },
    "services: [ x, 'a',  b ] # c",
  ],
  [
    'a key more in braces that hold one',
    "session: {held: 'a'}  # c",
    { session: { ...session, held: 'a', people: 4 } },
    "session: {held: 'a', people: 4}  # c",
  ],
  [
    'a comma between braces',
    'triage: {reason: a, x: 010}',
    { triage: { ...triage, reason: 'b, c' } },
    'triage: {reason: "b, c", x: 010}',
  ],
  [
    'a number in its place',
    'session: { minutes:   5 }',
    { session: { ...session, minutes: 6 } },
    'session: { minutes:   6 }',
  ],
  [
    'a word moved down by a new one',
    'services:\n- a # 1\n- b # 2',
    { services: ['c', 'a'] },
    'services:\n- c\n- a # 1',
  ],
  [
    'one word instead of two others',
    'services:\n- a # 1\n- b # 2',
    { services: ['x'] },
    'services:\n- x',
  ],
  [
    'an item beside an empty one',
    'barriers:\n  -\n  - name: a',
    { barriers: [barrier(''), barrier('b')] },
    'barriers:\n  -\n  - name: b',
  ],
  [
    'an empty item taken out',
    'barriers:\n  - # 1\n  - name: a # 2',
    { barriers: [barrier('a')] },
    'barriers:\n  - name: a # 2',
  ],
  ['the last of a map in braces', 'session: { minutes: 5 }', { session }, ''],
])('%s', (_name, yaml, fields, after) => {
  expect(edited(yaml, fields)).toBe(after);
});

describe('what would touch something else', () => {
  test.each<[string, string, Partial<RecordFields>]>([
    ['an explicit key without a colon', '? harm', { harm: 'b' }],
    ['a list behind an explicit key', '? services\n: - a\n  - b', { services: ['a', 'c'] }],
    [
      'barriers behind an explicit key',
      '? barriers\n: - name: a\n  - name: b',
      { barriers: [barrier('a'), barrier('c')] },
    ],
  ])('is refused: %s', (_name, yaml, fields) => {
    const [key] = Object.keys(fields);
    expect(() => setFields(withYaml(yaml), fields)).toThrow(
      expect.objectContaining({
        code: 'not-saved',
        message: `“${key}” could not be changed without touching something else. The file was left as it is.`,
        details: { key },
      }),
    );
  });
});

it('ends where YAML sees a line end, and not at a carriage return alone', () => {
  const text = '---\nclose-call: 1\nharm: a\r---\n';
  expect(parseRecord(text)).toMatchObject({ kind: 'attention', line: 1 });
  expect(() => setFields(text, { harm: 'b' })).toThrow(/no longer be read/);
  expect(parseRecord(text.replaceAll('\n', '\r'))).toMatchObject({ kind: 'attention', line: 1 });
});

it('may begin with any key', () => {
  const text = '---\nharm: a\nclose-call: 1\n---\n';
  expect(setFields(text, { harm: '' })).toBe('---\nclose-call: 1\n---\n');
  expect(setFields(text, { id: 'X' })).toBe('---\nharm: a\nclose-call: 1\nid: X\n---\n');
});

it('may hold no title, which the page then loses too when it is cleared', () => {
  const text = '---\nclose-call: 1\n---\n# Old\n';
  expect(applyEdit(text, { kind: 'fields', fields: { title: '' } })).toBe(
    '---\nclose-call: 1\n---\n# \n',
  );
});
