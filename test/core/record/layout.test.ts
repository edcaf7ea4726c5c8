// Proves that the line scanner finds the headings that CommonMark's own parser finds, that the
// parts it cuts a text into are the text.

import { scanHeadings } from '@core/record/headings';
import {
  dominantEol,
  findFrontMatter,
  headingAsTitle,
  layOut,
  titleAsHeading,
  trimmedRange,
} from '@core/record/layout';
import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it, test } from 'vitest';
import { few, runs } from './runs';

const scanned = (text: string) =>
  scanHeadings(text, 0).headings.map(({ start, level }) => [start, level]);

/** ATX headings of level 1 and 2 at the left margin, outside of everything, as micromark reads them. */
function parsed(text: string): number[][] {
  return fromMarkdown(text).children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth > 2 || !node.position) return [];
    const { offset = 0, column } = node.position.start;
    const isAtx = /^##?(?:[ \t\r\n]|$)/.test(text.slice(offset, offset + 3));
    return column === 1 && isAtx ? [[offset, node.depth]] : [];
  });
}

const markdown = examples.map((example) => example.markdown);

describe('headings', () => {
  test.each([
    ['alone', (text: string) => text],
    ['with a heading behind', (text: string) => `${text}\n\n## z\n`],
    ['between headings', (text: string) => `# a\n${text}\n## z\n`],
    ['below a paragraph', (text: string) => `text\n${text}\n\n## z\n`],
    ['below a list', (text: string) => `1. a\n\n${text}\n\n## z\n`],
  ])('are where micromark finds them in the 652 examples of CommonMark, %s', (_name, around) => {
    expect(markdown).toHaveLength(652);
    for (const example of few(markdown, 80)) {
      const text = around(example);
      expect([text, scanned(text)]).toEqual([text, parsed(text)]);
    }
  });

  test.each([
    'foo\n*\n  ```\n\n## z',
    'foo\n2. ```\n   ```\n\n## z',
    'foo\n- ```\n  x\n  ```\n\n## z',
    '- a\nlazy\n  ```\n\n## z',
    '- a\n**lazy**\n   <pre>\n\n## z',
    '- a\n\nnot lazy\n  ```\n\n## z',
    '- - a\n\n  ```\n## z',
    '1. a\n\n   ~~~\n## z\n   ~~~',
    '<span>\n```\n\n## z',
    'text\n<span>\n```\n\n## z',
  ])('are found below lists and paragraphs: %j', (text) => {
    expect(scanned(text)).toEqual(parsed(text));
  });

  it('are seen or hidden as micromark has it, whatever opens below whatever', () => {
    const texts: string[] = [];
    for (const before of ['', 'p\n', '- a\n', '- a\n\n', '1. a\n\n   b\n', '***\n', '    c\n'])
      for (const mark of ['', '- ', '-\t', '3) ', '1. ', '  + ', '- - ', '-     ', '* * *\n'])
        for (const open of ['```', '~~~~ x', '``` a`', '<div>', '</div >', '<!-- a', '<x-y b="c">'])
          for (const indent of ['', '  ', '   \t'])
            for (const close of ['```', '~~~~', '  ```` ', '-->', '', '``` x'])
              texts.push(`${before}${mark}${open}\n${indent}${close}\n# h\n\n## z\n`);
    for (const text of few(texts, 1200)) {
      expect([text, scanned(text)]).toEqual([text, parsed(text)]);
    }
  });

  test.each([
    '* * *\n<x-y>\n# h\n\n## z',
    '- - -\n-\n  ```\n# h\n## z',
    '-\n<x-y>\n# h\n\n## z',
    '    code\n<x-y>\n# h\n\n## z',
    '- a\n\n      code\n<x-y>\n# h\n\n## z',
  ])('are hidden by a tag below what is no paragraph: %j', (text) => {
    expect(scanned(text)).toEqual(parsed(text));
  });

  it('are all but never elsewhere when examples are strung together', () => {
    const line = fc.constantFrom(
      '## b\n',
      '```\n',
      '  ```\n',
      '- a\n',
      '1. ```\n',
      '   ```\n',
      '\n',
      'x\n',
      '<!--\n',
      '-->\n',
      '<div>\n',
      '  <pre>\n',
    );
    const piece = fc.oneof(fc.constantFrom(...markdown), line);
    const texts = fc.sample(fc.array(piece, { minLength: 2, maxLength: 6 }), {
      numRuns: runs(4000),
      seed: 1,
    });
    const different = texts
      .map((pieces) => `${pieces.join('')}\n\n## z\n`)
      .filter((text) => JSON.stringify(scanned(text)) !== JSON.stringify(parsed(text)));
    expect(different.length).toBeLessThanOrEqual(Math.max(1, texts.length * 0.002));
  }, 600_000);

  test.each([
    ['# a', 1, 'a'],
    ['##\t a  b \t##\t', 2, 'a  b'],
    ['# a#', 1, 'a#'],
    ['# a \\#', 1, 'a \\#'],
    ['## ##', 2, ''],
    ['##', 2, ''],
    ['# #', 1, ''],
  ])('%j say what stands on them', (line, level, text) => {
    for (const eol of ['', '\n', '\r\n', '\r']) {
      const [heading] = scanHeadings(`${line}${eol}`, 0).headings;
      expect(heading).toMatchObject({ level, text, start: 0, end: line.length + eol.length });
      expect(line.slice(heading?.textStart).startsWith(text)).toBe(true);
    }
  });

  test.each([
    ['```\na', '```'],
    ['~~~~ x\na', '~~~~'],
    ['a\n<!-- b', '-->'],
    ['<pre>', '</pre>'],
    ['<?', '?>'],
    ['```\n```', null],
    ['<div>', null],
    ['- ```\n  a', null],
    ['    ```', null],
  ])('could be hidden below %j unless %j closes it', (text, closer) => {
    expect(scanHeadings(text, 0).closer).toBe(closer);
    if (closer !== null) expect(scanHeadings(`${text}\n${closer}\n`, 0).closer).toBeNull();
  });
});

describe('the parts of a text', () => {
  it('are the text, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '---\n',
        '---\r\n',
        '...\n',
        '## Notes\n',
        '# T\r',
        '\uFEFF',
        '```\n',
        'x',
        '\r',
        '\n',
        '\u2028',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const { yaml, bodyStart, preamble, sections } = layOut(text);
        const head = text.slice(0, bodyStart);
        if (yaml)
          expect(head).toMatch(
            /^\uFEFF?---[ \t]*(\r\n|\r|\n)[\s\S]*?(---|\.\.\.)[ \t]*(\r\n|\r|\n)?$/,
          );
        else expect(head).toBe(text.startsWith('\uFEFF') ? '\uFEFF' : '');
        const slices = sections.flatMap((s) => [s.headingRange, s.contentRange]);
        const whole = [{ start: 0, end: bodyStart }, preamble, ...slices];
        expect(whole.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('have the line end that is more frequent', () => {
    expect(dominantEol('')).toBe('\n');
    expect(dominantEol('a\r\nb\n')).toBe('\n');
    expect(dominantEol('a\r\nb\r\nc\n')).toBe('\r\n');
  });
});

test.each([
  ['C#', 'C#'],
  ['#', '\\#'],
  ['## ', '\\##'],
  ['A bad  change\n##', 'A bad change \\##'],
  ['# in front', '# in front'],
])('the title %j is the heading %j, and read back', (title, heading) => {
  expect(titleAsHeading(title)).toBe(heading);
  expect(headingAsTitle(heading)).toBe(title.trim().replace(/\s+/g, ' '));
});

test('only a last mark of a heading is read without its backslash', () => {
  expect(headingAsTitle('a \\# b')).toBe('a \\# b');
});

test.each([
  ['\n \t\n\r\n a b \n\n', ' a b'],
  ['\r\ra', 'a'],
  [' \n', ''],
])('%j without the blank lines around it is %j', (text, inside) => {
  const { start, end } = trimmedRange(`x${text}`, { start: 1, end: text.length + 1 });
  expect(`x${text}`.slice(start, end)).toBe(inside);
});

test.each([
  ['---\n---\nx', '', 'x'],
  ['---\r\na: 1\r\n...\r\nx', 'a: 1\r\n', 'x'],
  ['\uFEFF--- \na: 1\n---', 'a: 1\n', ''],
  ['---\na: 1\n--- x\n', null, '---\na: 1\n--- x\n'],
])('of %j the front matter is %j', (text, yaml, body) => {
  const found = findFrontMatter(text);
  expect(found.yaml && text.slice(found.yaml.start, found.yaml.end)).toBe(yaml);
  expect(text.slice(found.bodyStart)).toBe(body);
});
