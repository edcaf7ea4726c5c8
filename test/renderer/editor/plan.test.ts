// Which blocks the editor carries, and which stay source. A block is only rich when it comes out of
// the editor saying what it said before.

import { parseFlow } from '@core/record/flow';
import { htmlOf } from '@renderer/editor/markdown/html-of';
import { planSection } from '@renderer/editor/markdown/plan';
import { tryBlock } from '@renderer/editor/markdown/scratch';
import { styleOf } from '@renderer/editor/markdown/style';
import { definitionsFor } from '@renderer/editor/references/definitions';
import { tests as examples } from 'commonmark-spec';
import { expect, it } from 'vitest';

const kinds = (markdown: string) => planSection(markdown).blocks.map(({ kind }) => kind);

it.each([
  ...['text', 'a *b* **c** ~~d~~ `e` [f](https://g.h "i") <https://j.k> l\\\nm  \nn\no'],
  ...['***a***', '**a [b](c) d**', '[**a**](b)', '*a\nb*', '_a __b__ c_', 'www.a.bc and d@e.fg'],
  ...['# a', 'a\n===', '### b', '#### c ####', '---', '* * *'],
  ...['- a\n- b', '* a\n  * b\n    1. c', '3) a\n4) b', '- a\n\n- b', '- a\n\n  b', '-'],
  ...['- [ ] a\n- [x] b', '- a\n  - [x] b', '1. a\n1. b', '-   a\n-   b'],
  ...['> a', '> a\n>\n> b', '> - a\n>\n> ### b', '> > a'],
  ...['```ts a=b\nc\n```', '~~~\na\n~~~', '    a\n\n    b', '```\na'],
  ...['| a | b |\n| :- | -: |\n| *c* | `d\\|e` |', '| a |\n| - |'],
  ...['a <b>c</b>', '![a](b)', '> ![a]( <b> "c" )', '*a ![b](c) d*', '| <b> |\n| - |', '# a <b>'],
  ...['c <!-- a --> b', 'a <?b?> c', '[![a](b)](c)'],
  ...['***a [b](c) d***', '~~**a [b](c) d**~~', '***a* b** _**c**_'],
])('is rich: %j', (markdown) => {
  expect(kinds(markdown)).toEqual(['rich']);
});

it.each([
  ...['<div>\na\n</div>', '<!-- a -->', '> <div>', '- <div>', 'a <b\nc>', '![a\nb](c)'],
  ...['[a]: b', '[^1]: a', 'a [b][c] d', 'a [b][] c', 'a[^1]', '- a [b][c]'],
  ...['- a\n\n  ```\n  b\n  ```', '- > a', '- a\n  - b\n\n  c', '- [ ] a\n- b', '1. [x] a'],
  ...['*a *b* c*', 'a\0b', '\u00a0\uFEFFa', 'a&#10;b', '[](a)'],
])('stays source: %j', (markdown) => {
  expect(kinds(markdown)).toEqual(['source']);
});

it('keeps definitions as source, and what uses them rich', () => {
  expect(kinds('see [a]\n\n[b]\n\n[a]: https://c.d')).toEqual(['rich', 'rich', 'source']);
  expect(kinds('a[^1]\n\nb\n\n[^1]: c')).toEqual(['rich', 'rich', 'source']);
  expect(kinds('- [a][B] c\n\n[b]: d "e"')).toEqual(['rich', 'source']);
  expect(kinds('![a][b] ![b] ![b][]\n\n[b]: d')).toEqual(['rich', 'source']);
  expect(kinds('[a][c]\n\n[b]: d')).toEqual(['source', 'source']);
  // Escaped or in code, it names nothing.
  expect(kinds('`[a][b]`\n\n\\[^a]')).toEqual(['rich', 'rich']);
});

it('keeps lists apart that the editor would join', () => {
  expect(kinds('- a\n\n* b\n\n1. c\n\n1) d')).toEqual(['rich', 'source', 'rich', 'source']);
});

it('keeps a section that is too hard to read as one source block', () => {
  expect(kinds(`a\n\n${'['.repeat(20_000)}`)).toEqual(['source']);
});

it('calls no block rich that comes out saying something else', () => {
  let rich = 0;
  for (const { markdown } of examples) {
    const text = markdown.replaceAll('→', '\t');
    const { blocks } = parseFlow(text);
    const plan = planSection(text);
    plan.blocks.forEach(({ kind, source }, index) => {
      const node = blocks[index]?.node;
      if (kind === 'source' || node === undefined) return;
      rich += 1;
      const definitions = definitionsFor(source, plan.definitions);
      const tried = tryBlock(source, styleOf(source), definitions);
      expect(htmlOf(tried?.text ?? '', definitions)).toBe(htmlOf(node, definitions));
    });
  }
  expect(rich).toBeGreaterThanOrEqual(690);
}, 120_000);
