// Proves that the quick reader of front matter gives exactly what the full parser gives, or nothing:
// on records of many styles, on damaged ones, and on every fixture; and that it does read what
// records are usually made of, since a library is listed with it.

import { createRecordText } from '@core/record/create';
import { layOut } from '@core/record/layout';
import { emptySections } from '@core/record/model';
import { parseRecord, readToList } from '@core/record/parse';
import { readPlainYaml } from '@core/record/yaml-plain';
import { parseYamlSource } from '@core/record/yaml-source';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DESIGN_RECORD, SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { anyFields, anyText, NASTY } from './arbitrary';
import { runs } from './runs';
import { randomFrom, styledPieces } from './styled';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** What the full parser reads: a value, or that it refuses. */
function fully(source: string): unknown {
  try {
    const { value, mergeLine } = parseYamlSource(source);
    return mergeLine === null ? plain(value) : 'a merge key';
  } catch {
    return 'refused';
  }
}

/** Fails where the quick reader reads something else; gives whether it has read. */
function agrees(source: string): boolean {
  const quick = readPlainYaml(source);
  if (quick) expect(plain(quick), source).toEqual(fully(source));
  return quick !== null;
}

const yamlOf = (text: string) => {
  const { yaml } = layOut(text);
  return yaml ? text.slice(yaml.start, yaml.end) : '';
};

const SOURCES = [...SAMPLE_RECORDS.map(({ text }) => text), DESIGN_RECORD].map(yamlOf);

describe('what records are made of is read', () => {
  test.each(SAMPLE_RECORDS.map(({ path, text }) => [path, yamlOf(text)]))('%s', (_path, source) => {
    expect(agrees(source)).toBe(true);
    expect(agrees(source.replaceAll('\n', '\r\n'))).toBe(true);
  });

  test.each([
    'a: 1',
    'a:',
    'a: # nothing',
    'a: b # a comment',
    'a: b#c',
    'a: b:c',
    'a: b   \n',
    'a: b  \r\n',
    'a: b   #  c # d  ',
    'a: [ b ,  c ] ',
    'a: {  b:   c  ,  d: e }',
    'a:\n  -   b  \n  -  c\n',
    '# first\na: 1\n\n  # inside\nb: 2\n',
    'a: "x: y # z"',
    "a: 'it''s' # so",
    'a: []',
    'a: [ ] # none',
    'a: [b, c d, "e: f", 10:30]',
    'a: { b: c, d: "e" }',
    'a:\n  b: c\n  d:\n',
    'a:\n- b\n- c\n',
    'a:\n  - b: c\n    d: e\n  -   f: g\n      h: i\n',
    'a:\n  - "b"\n  - [c, d]\n  - { e: f }\nb: 1',
  ])('%j', (source) => expect(agrees(source)).toBe(true));
});

describe('whatever else is left to the full parser', () => {
  test.each([
    'a: 1\na: 2',
    'a: b: c',
    'a: b:',
    'a: |\n  b',
    'a: b\n  c',
    'a: b\n- c',
    'a:\n  - b\n   - c',
    'a:\n  - b\n - c',
    'a:\n  - b\n  c',
    'a:\n  - b\n  -c',
    'a:\n  -',
    'a: {b}',
    'a: {b:c}',
    'a: { : b }',
    'a: { 1: b }',
    'a: "b\\n"',
    'a: "b" c',
    'a: "b',
    'a: &b c',
    'a: *b',
    'a: !b c',
    'a: - b',
    'a: [b',
    'a: [b, ]',
    'a: [b: c]',
    'a: [b #c]',
    'a: [b, [c]]',
    'a: {b}',
    'a: {b: }',
    'a: {b: c, b: d}',
    'a:\n  b: c\n  b: d',
    'a:\n  b: c\n   d: e',
    'a:\n  b: |\n',
    'a:\n  - b\n   - c',
    'a:\n  - b\n    c',
    'a:\n  -\n',
    'a:\n  - # b\n',
    'a:\n  -b\n',
    'a:\n  - b: c\n   d: e\n',
    'a:\n  b: c\n  - d',
    ' a: b',
    'A: b',
    '"a": b',
    '? a',
    '<<: a',
    'a\tb: c',
    'a: b\tc',
    'a: b\rc: d',
    'a: b\u2028c',
    'a: \ufeff',
    '--- \na: b',
  ])('%j', (source) => expect(readPlainYaml(source)).toBeNull());

  test('what is too long', () => {
    expect(readPlainYaml(`a: ${'b'.repeat(132_000)}`) === null).toBe(true);
  });
});

describe('what a list shows is what the record says', () => {
  const listed = (text: string) => {
    const quick = readToList(text);
    if (!quick) return false;
    const whole = parseRecord(text);
    if (whole.kind !== 'record') throw new Error(`${whole.kind}: ${text}`);
    expect(quick.fields).toEqual(whole.record.fields);
    expect(quick.readOnly).toBe(whole.readOnly);
    expect(whole.record.problems).toEqual([]);
    return true;
  };

  test.each(SAMPLE_RECORDS.map(({ path, text }) => [path, text]))('%s', (_path, text) => {
    expect(listed(text)).toBe(true);
    expect(listed(text.replace('close-call: 1', 'close-call: 9'))).toBe(true);
  });

  test.each([
    ['no front matter', '# A\n'],
    ['both versions of Git', '---\nclose-call: 1\ntitle: a\n---\n<<<<<<< a\n=======\n>>>>>>> b\n'],
    ['a title in the text alone', '---\nclose-call: 1\n---\n# A\n'],
    ['a word that is not known', '---\nclose-call: 1\ntitle: a\nstatus: odd\n---\n'],
    ['a key that is not known', '---\nclose-call: 1\ntitle: a\nown: odd\n---\n'],
    ['a list where a word belongs', '---\nclose-call: 1\ntitle: [a]\n---\n'],
    ['no version', '---\ntitle: a\n---\n'],
  ])('%s is left to the whole reading', (_name, text) => expect(readToList(text)).toBeNull());
});

test('it gives what the full parser gives, or nothing, for fields as we write them', () => {
  fc.assert(
    fc.property(anyFields, (fields) => {
      agrees(yamlOf(createRecordText(fields, emptySections())));
    }),
    { numRuns: runs(300) },
  );
});

test('… in the styles of many people', () => {
  fc.assert(
    fc.property(anyFields, fc.nat(), (fields, seed) => {
      const pieces = styledPieces(fields, randomFrom(seed));
      agrees(pieces.map(({ text }) => text).join(''));
    }),
    { numRuns: runs(300) },
  );
});

test('… and for records with something put in, taken out or moved anywhere', () => {
  const snippet = fc.oneof(
    anyText,
    fc.constantFrom(
      ...NASTY.map((text) => ` ${text}`),
      '\n',
      '\n  ',
      '\n- ',
      '\n    - ',
      ': ',
      ' #',
    ),
    fc.constantFrom(...'[]{},:#&*!|>\'"%@`-? \n'),
  );
  const damage = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(8), snippet);
  fc.assert(
    fc.property(
      fc.constantFrom(...SOURCES),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      (source, damages) => {
        const text = damages.reduce((before, [place, length, put]) => {
          const at = Math.floor(place * before.length);
          return before.slice(0, at) + put + before.slice(at + length);
        }, source);
        agrees(text);
        agrees(text.replaceAll('\n', '\r\n'));
      },
    ),
    { numRuns: runs(1500) },
  );
});
