// Values as YAML text: as plain as they may be, on one line where the format has them on one line,
// and always read back as what they were.

import {
  isFlow,
  writeFlow,
  writeFlowEntry,
  writeItem,
  writePair,
  writeScalar,
} from '@core/record/yaml-write';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';

describe('a scalar', () => {
  test.each([
    ['disk at 94 %', 'disk at 94 %'],
    [24, '24'],
    ['24', '"24"'],
    ['a, b', 'a, b'],
    ['two\nlines', '"two\\nlines"'],
    ['bell\u0007', '"bell\\a"'],
    ['next\u0085line', '"next\\u0085line"'],
    ['mark\uFEFF', '"mark\\ufeff"'],
    ['', '""'],
  ])('%j is written %s', (value, text) => {
    expect(writeScalar(value)).toBe(text);
    expect(parse(text)).toBe(value);
  });

  test.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['[a', '"[a"'],
    ['b]', '"b]"'],
    ['{c', '"{c"'],
    ['d}', '"d}"'],
    [4, '4'],
  ])('inside brackets %j is written %s', (value, text) => {
    expect(writeScalar(value, true)).toBe(text);
    expect(parse(`[${text}]`)).toEqual([value]);
  });
});

describe('in flow style', () => {
  test.each([
    [[], '[]'],
    [{}, '{}'],
    [['orders', 'a, b', 3], '[orders, "a, b", 3]'],
    [{ held: '2026-11-21', minutes: 24 }, '{ held: 2026-11-21, minutes: 24 }'],
    [{ room: ['ana', 'ben'] }, '{ room: [ana, ben] }'],
  ])('%j is %s', (value, text) => {
    expect(writeFlow(value)).toBe(text);
    expect(parse(text)).toEqual(value);
  });

  test('a key that would end its entry is quoted', () => {
    expect(writeFlowEntry('a, b', 1)).toBe('"a, b": 1');
  });
});

describe('a pair', () => {
  test.each([
    ['title', 'Disk: full', 'title: "Disk: full"'],
    ['minutes', 24, 'minutes: 24'],
    ['services', ['orders', 'checkout'], 'services: [orders, checkout]'],
    ['themes', [], 'themes: []'],
    ['incidents', ['INC-1'], 'incidents: [INC-1]'],
    ['session', { held: '2026-11-21' }, 'session: { held: 2026-11-21 }'],
    ['triage', { severity: 4 }, 'triage:\n  severity: 4'],
    ['actions', [{ id: 'a1', what: 'Alert' }], 'actions:\n  - id: a1\n    what: Alert'],
    ['custom', ['x'], 'custom:\n  - x'],
  ])('%s: %j', (key, value, text) => {
    expect(writePair(key, value)).toBe(text);
    expect(parse(text)).toEqual({ [key]: value });
  });
});

test('an item of a list, with what cannot be printed quoted however deep it is', () => {
  expect(writeItem({ name: 'bell\u0007', parts: ['\u0085'], count: 3 })).toBe(
    '- name: "bell\\a"\n  parts:\n    - "\\u0085"\n  count: 3',
  );
});

test.each([
  ['[a]', true],
  ['{ a: 1 }', true],
  ['- a', false],
  ['a: 1', false],
  ['a', false],
])('is %s in flow style: %s', (text, flow) => {
  expect(isFlow(parseDocument(text).contents)).toBe(flow);
});
