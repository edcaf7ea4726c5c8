// Proves that no text, however long or ill-meant, takes longer to read than a person would wait.

import { joinBlocks, splitBlocks } from '@core/record/blocks';
import { layOut } from '@core/record/layout';
import { parseRecord } from '@core/record/parse';
import { describe, expect, it, test } from 'vitest';
import { cpuTime } from './runs';

describe('a record', () => {
  test.each([
    ['headings', `---\nclose-call: 1\n---\n${'## Notes\n'.repeat(200_000)}`],
    ['spaces', `---\nclose-call: 1\n---\n## Notes\n${`${' '.repeat(1000)}x`.repeat(2000)}\n`],
    ['one line of hashes', `---\nclose-call: 1\n---\n## ${'#'.repeat(2_000_000)} x\n`],
    ['fences', `---\nclose-call: 1\n---\n${'```\n'.repeat(300_000)}`],
    ['angle brackets', `---\nclose-call: 1\n---\n${'<!--\n'.repeat(300_000)}`],
    ['line ends', `---\nclose-call: 1\n---\n${'\n'.repeat(2_000_000)}`],
    ['front matter of 5 MiB', `---\nclose-call: 1\n${'# x\n'.repeat(1_200_000)}---\n`],
    ['no end of front matter', `---\n${'-- \n'.repeat(1_200_000)}`],
  ])('of megabytes is read at once: %s', (_name, text) => {
    expect(cpuTime(() => parseRecord(text))).toBeLessThan(1500);
  });
});

describe('the parts of a text', () => {
  test.each([
    ['hashes', `# ${'#'.repeat(3_000_000)}x`],
    ['dashes', '- '.repeat(1_500_000)],
    ['dashes and text', `${'- '.repeat(1_500_000)}x`],
    ['lines of dashes', '- - - - x\n'.repeat(200_000)],
    ['tabs', '\t'.repeat(3_000_000)],
    ['a tag', `<a${' b'.repeat(1_000_000)}`],
    ['spaces in a tag', `<a b${' '.repeat(1_000_000)}="`],
    ['lone tags', '<a b=c>\n\n'.repeat(200_000)],
    ['ticks', '`'.repeat(3_000_000)],
    ['fences', '```\n~~~\n'.repeat(200_000)],
    ['items', '1. ```\n'.repeat(200_000)],
  ])('of megabytes of %s are found at once', (_name, text) => {
    expect(cpuTime(() => layOut(text))).toBeLessThan(1500);
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
    const started = performance.now();
    expect(joinBlocks(splitBlocks(markdown))).toBe(markdown);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('nests deeply without harm', () => {
    const nested = Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    const quoted = Array.from({ length: 400 }, (_, depth) => `${'>'.repeat(depth)} a`).join('\n');
    for (const markdown of [nested, quoted]) {
      const started = performance.now();
      const split = splitBlocks(markdown);
      expect(performance.now() - started).toBeLessThan(5000);
      expect(split.blocks).toEqual([{ source: markdown, gap: '' }]);
    }
  });

  it('still reads long prose, lists and tables', () => {
    const prose = 'Some *ordinary* text with `code` and a [link](https://a.b).\n\n'.repeat(800);
    expect(splitBlocks(prose).blocks).toHaveLength(800);
    const table = `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(500)}`;
    expect(splitBlocks(`${table}\nafter`).blocks).toHaveLength(2);
  });
});
