// Proves that what cannot be read as a record is reported with its reason and line, and that no
// text whatever makes the reader throw or stall.

import { parseRecord } from '@core/record/parse';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DESIGN_RECORD, SAMPLE_RECORDS } from '../../fixtures/sample-records';
import { record } from './records';
import { cpuTime, runs } from './runs';

const withYaml = (yaml: string) => `---\nclose-call: 1\n${yaml}\n---\n\n# Title\n`;

describe('what cannot be read', () => {
  const bomb = `a: &a [${'x, '.repeat(9)}x]\n${'abcdefghi'
    .split('')
    .slice(1)
    .map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]}, `.repeat(9)}*${'abcdefghi'[i]}]`)
    .join('\n')}`;

  const many = 20_000;

  test.each<[string, string, number, RegExp]>([
    ['broken YAML', withYaml('title: "open\nstatus: x'), 3, /not valid YAML/],
    ['an unclosed list', withYaml('title: a\nservices: [a, b\nharm: c'), 4, /not valid YAML/],
    ['bad indentation', withYaml('triage:\n  severity: minor\n reason: x'), 5, /not valid YAML/],
    [
      'a fault that repeats a long line',
      withYaml(`harm: |${'x'.repeat(400)}`),
      3,
      /^The front matter is not valid YAML: .{200}…$/,
    ],
    ['a tab as indentation', withYaml('triage:\n\tseverity: minor'), 4, /not valid YAML.*Tabs/],
    ['two colons', withYaml('title: a: b'), 3, /not valid YAML/],
    ['a key twice', withYaml('title: a\nharm: b\ntitle: c'), 5, /says “title” twice/],
    ['a nested key twice', withYaml('triage:\n  reason: a\n  reason: b'), 5, /says “reason” twice/],
    ['a quoted key twice', withYaml('title: a\n"title": b'), 4, /says “title” twice/],
    ['a map for text', withYaml('title:\n  a: b'), 3, /“title” in the front matter should be text/],
    ['a list for text', withYaml('harm: [a]'), 3, /“harm” .* should be text/],
    [
      'text for a list',
      withYaml('trigger: x\nbarriers: none'),
      4,
      /“barriers” .* should be a list/,
    ],
    ['text for a map', withYaml('triage: severe'), 3, /“triage” .* should hold keys with values/],
    ['a list for a map', withYaml('session: [a]'), 3, /“session” .* should hold keys/],
    ['a map for words', withYaml('services: { a: b }'), 3, /“services” .* text or a list of words/],
    [
      'a map among words',
      withYaml('services:\n  - a\n  - b: c'),
      5,
      /“services 2” .* should be text/,
    ],
    [
      'text for a barrier',
      withYaml('barriers:\n  - name: x\n  - y'),
      5,
      /“barriers 2” .* hold keys/,
    ],
    [
      'a list in a barrier',
      withYaml('barriers:\n  - name: x\n  - name: y\n    note: [z]'),
      6,
      /“barriers 2 note” .* should be text/,
    ],
    [
      'a map for the version',
      '---\nclose-call: { a: b }\n---\n',
      2,
      /“close-call” .* should be text/,
    ],
    [
      'no version',
      '---\ntitle: a\nclose-call:\n---\n',
      3,
      /“close-call” .* is not a version number/,
    ],
    ['a word for the version', '---\nclose-call: one\n---\n', 2, /is not a version number/],
    ['front matter never closed', '---\nclose-call: 1\ntitle: a\n\n# a\n', 1, /never closed/],
    ['the same with CRLF', '---\r\ntitle: a\r\nclose-call: 1\r\n', 1, /never closed/],
    ['a tag', withYaml('harm: a\ntrigger: !secret b'), 4, /uses a YAML tag/],
    ['a known tag', withYaml('harm: !!binary YQ=='), 3, /uses a YAML tag/],
    ['an alias bomb', withYaml(bomb), 8, /repeats itself too often/],
    ['an alias of nothing', withYaml('harm: a\ntrigger: *x'), 4, /refers to “\*x”/],
    ['an alias of itself', withYaml('harm: a\nx: &x [*x]'), 4, /refers to “\*x”/],
    ['20,000 brackets', withYaml(`harm: a\nservices: ${'['.repeat(many)}`), 4, /too deeply/],
    ['20,000 maps', withYaml(`triage: ${'{a: '.repeat(many)}`), 3, /too deeply/],
    [
      '20,000 closed maps',
      withYaml(`x: ${'{a: '.repeat(many)}${'}'.repeat(many)}`),
      3,
      /too deeply/,
    ],
    ['20,000 dashes', withYaml(`x:\n  ${'- '.repeat(many)}`), 4, /too deeply/],
    ['33 lists in lists', withYaml(`x: ${'['.repeat(33)}${']'.repeat(33)}`), 3, /too deeply/],
    ['__proto__', withYaml('harm: a\n__proto__: { polluted: yes }'), 4, /“__proto__”/],
    ['nested __proto__', withYaml('triage:\n  "__proto__": x'), 4, /“__proto__”/],
    ['a merge key', withYaml('x: &x { harm: a }\n<<: *x'), 4, /uses a merge key/],
    ['a nested merge key', withYaml('triage:\n  <<: { reason: a }'), 4, /uses a merge key/],
    ['a list as a key', withYaml('harm: a\n? [a, b]\n: c'), 4, /key that is not text/],
    ['an alias as a key', withYaml('harm: &x a\n*x : c'), 4, /key that is not text/],
    ['front matter that is too long', withYaml(`harm: ${'x'.repeat(200_000)}`), 2, /128 KiB/],
    [
      '30,000 keys',
      withYaml(Array.from({ length: 30_000 }, (_, i) => `k${i}:`).join('\n')),
      2,
      /128 KiB/,
    ],
    ['the same in a page of another kind', `---\n${'['.repeat(many)}\n---\n`, 2, /too deeply/],
  ])('%s', (_name, text, line, reason) => {
    let parsed: unknown;
    const took = cpuTime(() => {
      parsed = parseRecord(text);
    });
    expect(parsed).toEqual({ kind: 'attention', line, reason: expect.stringMatching(reason) });
    expect(took).toBeLessThan(1000);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is not what is nested 32 deep', () => {
    const deep = `${'['.repeat(32)}${']'.repeat(32)}`;
    expect(record(withYaml(`x: ${deep}`)).unknownKeys).toEqual([{ key: 'x', source: deep }]);
  });

  it('is never a merge key in quotes, an anchor, or a strange name', () => {
    const { unknownKeys } = record(withYaml('"<<": a\nharm: &h b\ntrigger: *h\nconstructor: c'));
    expect(unknownKeys.map(({ key }) => key)).toEqual(['<<', 'constructor']);
  });
});

describe('any text', () => {
  const quick = (text: string) => {
    let parsed = parseRecord('');
    const took = cpuTime(() => {
      parsed = parseRecord(text);
    });
    expect(took).toBeLessThan(2000);
    return parsed;
  };

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      '---\n',
      'close-call: 1\n',
      'title: ',
      '- ',
      '  ',
      '\n',
      '\r\n',
      '\r',
      '[',
      ']',
      '{',
      '}',
      ': ',
      ',',
      '"',
      "'",
      '|\n',
      '>\n',
      '&a',
      '*a',
      '!!',
      '? ',
      '# ',
      '## Notes\n',
      '```\n',
      '<!--',
      '%',
      '...\n',
      '\uFEFF',
      '\t',
      '<<',
      '\u2028',
      '\u0000',
      'barriers:\n',
      'x',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
      fc
        .array(piece, { maxLength: 30 })
        .map((parts) => `---\nclose-call: 1\n${parts.join('')}\n---\n`),
    );
    fc.assert(
      fc.property(text, (any) => void quick(any)),
      { numRuns: runs(4000) },
    );
  }, 600_000);

  it('never makes the reader throw when a record is damaged', () => {
    const samples = [DESIGN_RECORD, ...SAMPLE_RECORDS.slice(0, 4).map(({ text }) => text)];
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.integer({ min: 0, max: 6 }),
      put: fc.oneof(
        fc.constant(''),
        fc.string({ maxLength: 3 }),
        fc.constantFrom(':', '\n', '"', '  ', '- ', '---\n'),
      ),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (sample, changes) => {
          const text = changes.reduce((all, { at, cut, put }) => {
            const from = Math.floor(at * all.length);
            return all.slice(0, from) + put + all.slice(from + cut);
          }, sample);
          const parsed = quick(text);
          if (parsed.kind !== 'attention') return;
          expect(parsed.line).toBeGreaterThanOrEqual(1);
          expect(parsed.line).toBeLessThanOrEqual(text.split('\n').length);
        },
      ),
      { numRuns: runs(800) },
    );
  }, 600_000);
});
