// Proves that no text, however long or ill-meant, takes longer to read than a person would wait.

import { joinBlocks, splitBlocks } from '@core/record/blocks';
import { layOut } from '@core/record/layout';
import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { cpuTime, growth, LINEAR, type Sized } from './runs';

describe('a record', () => {
  test.each<[string, Sized]>([
    ['headings', (n) => `---\nclose-call: 1\n---\n${'## Notes\n'.repeat(25_000 * n)}`],
    [
      'spaces',
      (n) => `---\nclose-call: 1\n---\n## Notes\n${`${' '.repeat(1000)}x`.repeat(250 * n)}\n`,
    ],
    ['one line of hashes', (n) => `---\nclose-call: 1\n---\n## ${'#'.repeat(250_000 * n)} x\n`],
    ['fences', (n) => `---\nclose-call: 1\n---\n${'```\n'.repeat(37_500 * n)}`],
    ['angle brackets', (n) => `---\nclose-call: 1\n---\n${'<!--\n'.repeat(37_500 * n)}`],
    ['line ends', (n) => `---\nclose-call: 1\n---\n${'\n'.repeat(250_000 * n)}`],
    ['front matter of 5 MiB', (n) => `---\nclose-call: 1\n${'# x\n'.repeat(150_000 * n)}---\n`],
    ['no end of front matter', (n) => `---\n${'-- \n'.repeat(150_000 * n)}`],
  ])('of megabytes is read in linear time: %s', (_name, text) => {
    expect(growth((n) => parseRecord(text(n)))).toBeLessThan(LINEAR);
  });
});

describe('the parts of a text', () => {
  test.each<[string, Sized]>([
    ['hashes', (n) => `# ${'#'.repeat(375_000 * n)}x`],
    ['dashes', (n) => '- '.repeat(187_500 * n)],
    ['dashes and text', (n) => `${'- '.repeat(187_500 * n)}x`],
    ['lines of dashes', (n) => '- - - - x\n'.repeat(25_000 * n)],
    ['tabs', (n) => '\t'.repeat(375_000 * n)],
    ['a tag', (n) => `<a${' b'.repeat(125_000 * n)}`],
    ['spaces in a tag', (n) => `<a b${' '.repeat(125_000 * n)}="`],
    ['lone tags', (n) => '<a b=c>\n\n'.repeat(25_000 * n)],
    ['ticks', (n) => '`'.repeat(375_000 * n)],
    ['fences', (n) => '```\n~~~\n'.repeat(25_000 * n)],
    ['items', (n) => '1. ```\n'.repeat(25_000 * n)],
  ])('of megabytes of %s are found in linear time', (_name, text) => {
    expect(growth((n) => layOut(text(n)))).toBeLessThan(LINEAR);
  });
});

describe('hostile input', () => {
  const many = 20_000;
  const repeated = [
    '[',
    '>',
    '*a_ ',
    '![',
    '[a](',
    '- ',
    '> - ',
    '`',
    '<',
    '|a',
    '\\',
    '&',
    '~~a ',
  ];
  it.each(repeated)('neither hangs nor throws on many %j', (text) => {
    const markdown = text.repeat(many);
    let joined = '';
    const took = cpuTime(() => {
      joined = joinBlocks(splitBlocks(markdown));
    });
    expect(joined).toBe(markdown);
    expect(took).toBeLessThan(5000);
  });

  it('nests deeply without harm', () => {
    const nested = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    const quoted = Array.from({ length: 400 }, (_, depth) => `${'>'.repeat(depth)} a`).join('\n');
    for (const markdown of [nested, quoted]) {
      let blocks: unknown;
      const took = cpuTime(() => {
        ({ blocks } = splitBlocks(markdown));
      });
      expect(took).toBeLessThan(5000);
      expect(blocks).toEqual([{ source: markdown, gap: '' }]);
    }
  });

  it('still reads long prose, lists and tables', () => {
    const prose = 'Some *ordinary* text with `code` and a [link](https://a.b).\n\n'.repeat(800);
    expect(splitBlocks(prose).blocks).toHaveLength(800);
    const table = `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(500)}`;
    expect(splitBlocks(`${table}\nafter`).blocks).toHaveLength(2);
  });
});
