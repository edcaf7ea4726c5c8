// Splitting a section into blocks gives back every byte, whatever the bytes are, and quickly.

import { joinBlocks, splitBlocks } from '@core/record/blocks';
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { few, runs } from './runs';

const sources = (markdown: string) => splitBlocks(markdown).blocks.map((block) => block.source);

describe('splitting into blocks', () => {
  it('knows the blocks of CommonMark and GFM', () => {
    const markdown = [
      'A paragraph\nof two lines.',
      '- one\n- two\n\n  still two',
      '> quoted\nlazily',
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '```js\n\ncode\n\n```',
      '- [x] done',
      '### Heading',
      '[^1]: A note.',
      '***',
    ];
    expect(sources(markdown.join('\n\n'))).toEqual(markdown);
  });

  it('starts a block at the start of its line, so that it reads the same on its own', () => {
    expect(sources('\n  - a\n  - b\n\n   text  \n')).toEqual(['  - a\n  - b', '   text  ']);
    expect(sources('    code\n\n    more')).toEqual(['    code\n\n    more']);
  });

  it('starts a heading below a definition at its own line', () => {
    const heading = { source: 'b\n===', gap: '\n' };
    expect(splitBlocks('[a]: /c\nb\n===\n').blocks).toEqual([
      { source: '[a]: /c', gap: '\n' },
      heading,
    ]);
  });

  it.each(['\t```\nx', '    ```\nx', '  \t# x', '\tx\n==='])(
    'leaves %j with the definition above it: on its own it would be code',
    (text) => {
      expect(sources(`[a]: /c\n${text}`)).toEqual([`[a]: /c\n${text}`]);
      expect(sources(`[a]: /c\n\n${text}`)[0]).toBe('[a]: /c');
    },
  );

  it('keeps gaps as they are', () => {
    expect(splitBlocks('\r\n# a\r\nb\r\n \r\n\r\nc\r\n')).toEqual({
      lead: '\r\n',
      blocks: [
        { source: '# a', gap: '\r\n' },
        { source: 'b', gap: '\r\n \r\n\r\n' },
        { source: 'c', gap: '\r\n' },
      ],
    });
  });

  it('gives no block for nothing, and puts a byte order mark in the lead', () => {
    expect(splitBlocks('')).toEqual({ lead: '', blocks: [] });
    expect(splitBlocks(' \n\t\n')).toEqual({ lead: ' \n\t\n', blocks: [] });
    expect(splitBlocks('\uFEFF# a')).toEqual({
      lead: '\uFEFF',
      blocks: [{ source: '# a', gap: '' }],
    });
  });

  it.each(['\n', '\r\n', '\r'])('joins every CommonMark example again with line end %j', (eol) => {
    expect(examples).toHaveLength(652);
    for (const { markdown } of few(examples, 60)) {
      const text = markdown.replaceAll('→', '\t').replaceAll('\n', eol);
      for (const variant of [text, text.slice(0, -eol.length), `\uFEFF${text}`, `${text}\0`]) {
        expect(joinBlocks(splitBlocks(variant))).toBe(variant);
      }
    }
  });

  it('joins any mix of text and line ends again', () => {
    const bits = fc.constantFrom(
      ...['\n', '\r\n', '\r', '\n\n', ' ', '    ', '\t', '\uFEFF', '\0', 'a', '# ', '## b', '- '],
      ...['1. ', '> ', '```', '~~~', '---', '===', '| a | b |', '| - | - |', '[a]: b', '[^1]: c'],
      ...[
        '<div>',
        '<!--',
        '-->',
        '[x]',
        '**',
        '_',
        '\\',
        '&amp;',
        'https://a.b',
        '\u2028',
        '\uD800',
      ],
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        const markdown = parts.join('');
        const split = splitBlocks(markdown);
        expect(joinBlocks(split)).toBe(markdown);
        for (const { gap } of split.blocks) expect(gap.trim()).toBe('');
      }),
      { numRuns: runs(3000) },
    );
  });
});
