// Proves that a text is cut into whole lines and nothing is lost between them; and where reading
// Markdown stops: text that would keep a person waiting is one block, text of any sane size is not.

import { isTooHard, parseFlow } from '@core/record/flow';
import { tests as examples } from 'commonmark-spec';
import { expect, test } from 'vitest';
import { few } from './runs';

test.each<[string, string, [source: string, gap: string][]]>([
  ['', '', []],
  ['  \n\t', '  \n\t', []],
  ['a', '', [['a', '']]],
  [
    '  a  \n\n\tb\n',
    '',
    [
      ['  a  ', '\n\n'],
      ['\tb', '\n'],
    ],
  ],
  [
    '# a \t\n# b',
    '',
    [
      ['# a \t', '\n'],
      ['# b', ''],
    ],
  ],
  [' \t\n \t# a\t\n', ' \t\n', [[' \t# a\t', '\n']]],
  [
    '# a\r\r# b \r',
    '',
    [
      ['# a', '\r\r'],
      ['# b ', '\r'],
    ],
  ],
  [
    '# a\r\n\r\n> b\r\n',
    '',
    [
      ['# a', '\r\n\r\n'],
      ['> b', '\r\n'],
    ],
  ],
  [
    '[x]: /u\n\n\r\n  - a\n',
    '',
    [
      ['[x]: /u', '\n\n\r\n'],
      ['  - a', '\n'],
    ],
  ],
  [
    '[x]: /u\r\r\ta',
    '',
    [
      ['[x]: /u', '\r\r'],
      ['\ta', ''],
    ],
  ],
  ['\uFEFF# a\n', '\uFEFF', [['# a', '\n']]],
  ['\uFEFF  # a\n', '\uFEFF', [['  # a', '\n']]],
  ['\uFEFF\uFEFFa\n', '\uFEFF', [['\uFEFFa', '\n']]],
  ['\uFEFF', '\uFEFF', []],
  [
    '[x]: /u\r\n   b\r\n===',
    '',
    [
      ['[x]: /u', '\r\n'],
      ['   b\r\n===', ''],
    ],
  ],
])('%j is cut into lines', (text, lead, blocks) => {
  const flow = parseFlow(text);
  expect([flow.lead, flow.blocks.map(({ source, gap }) => [source, gap])]).toEqual([lead, blocks]);
});

test('the blocks of every example of CommonMark are whole lines, with space between them', () => {
  for (const { markdown } of few(examples, 200)) {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = markdown.replaceAll('\n', end);
      const { lead, blocks } = parseFlow(text);
      expect(lead + blocks.map(({ source, gap }) => source + gap).join('')).toBe(text);
      expect(lead.trim()).toBe('');
      let before = lead;
      for (const { source, gap } of blocks) {
        expect([text, before]).toEqual([text, expect.stringMatching(/(?:^|[\r\n])$/)]);
        expect([text, gap]).toEqual([text, expect.stringMatching(/^(?:[\r\n]\s*)?$/)]);
        expect(source).not.toMatch(/^[\r\n]/);
        // A fence that is never closed has all that follows in it.
        if (gap !== '') expect(source).not.toMatch(/[\r\n]$/);
        before = gap;
      }
    }
  }
});

/** The most of something that is read, and one more. */
test.each<[string, number, (count: number) => string]>([
  ['characters', 64_000, (n) => 'a'.repeat(n)],
  ['quotes in a line', 60, (n) => `${'>'.repeat(n)} a`],
  ['items in a line', 60, (n) => `${'- '.repeat(n)}a`],
  ['numbers in a line', 53, (n) => `${'1. '.repeat(n)}a`],
  ['items in a text', 8_000, (n) => '- a\n'.repeat(n)],
  ['columns before a quote', 160, (n) => `${' '.repeat(n - 2)}> a`],
  ['tabs before an item', 160, (n) => `${'\t'.repeat(n - 2)}+\ta`],
  ['brackets in a paragraph', 1_500, (n) => 'a [\n'.repeat(n)],
  ['closing brackets in a paragraph', 1_500, (n) => 'a ]'.repeat(n)],
  ['stars in a paragraph', 1_500, (n) => 'a*\r\n'.repeat(n)],
  ['underscores, tildes, marks, tags and ticks', 300, (n) => 'a_~!<`\r'.repeat(n)],
  ['pipes in a table', 4_000, (n) => `a${'|'.repeat(n)}`],
  ['pipes in its lines', 4_000, (n) => 'a |\n'.repeat(n)],
])('%s: %i and no more', (_name, most, text) => {
  expect([isTooHard(text(most)), isTooHard(text(most + 1))]).toEqual([false, true]);
});

test.each([
  ['delimiters in many paragraphs', `${'a [*'.repeat(300)}\n \t\n`.repeat(10)],
  ['tables one below the other', `${'a|'.repeat(1_500)}\n\n`.repeat(10)],
  ['indentation without a marker', `${' '.repeat(400)}a`],
  ['a rule of dashes', '-'.repeat(500)],
  ['a number that is none', `${'1234567890. '.repeat(100)}a`],
  ['markers with no space behind', `${'1.2)'.repeat(100)}a`],
])('%s are read', (_name, text) => {
  expect(isTooHard(text)).toBe(false);
});

test('what is too hard is one block, its byte order mark apart', () => {
  const text = `\uFEFF# a\n\n${'['.repeat(2_000)}\n`;
  expect(parseFlow(text)).toEqual({
    lead: '\uFEFF',
    blocks: [{ source: text.slice(1), gap: '' }],
  });
});

test('each block comes with the tree it was read as', () => {
  const { blocks } = parseFlow('# a\n\n- b\n\n| a |\n| - |\n');
  expect(blocks.map(({ node }) => node?.type)).toEqual(['heading', 'list', 'table']);
});
