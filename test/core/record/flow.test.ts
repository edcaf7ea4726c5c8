// Proves where reading Markdown stops: text that would keep a person waiting is one block, and
// text of any sane size is not.

import { isTooHard, parseFlow } from '@core/record/flow';
import { expect, test } from 'vitest';

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
  const { blocks } = parseFlow('# a\n\n- b\n');
  expect(blocks.map(({ node }) => node?.type)).toEqual(['heading', 'list']);
});
