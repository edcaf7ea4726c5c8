// A block that is changed is written in the style it had, and what is new in the style around it.

import { $createCodeNode } from '@lexical/code-core';
import { $createHorizontalRuleNode } from '@lexical/extension';
import { $createListItemNode, $createListNode } from '@lexical/list';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  type ElementNode,
  type TextFormatType,
} from 'lexical';
import { expect, it } from 'vitest';
import { openSection } from './open-section';

function changed(markdown: string, change: (root: ElementNode) => void): string {
  const section = openSection(markdown);
  section.edit(change);
  return section.markdown();
}

/** Types `!` at the end of the first block. */
const $type = (root: ElementNode) => {
  const block = root.getFirstChild();
  if (!$isElementNode(block)) throw new Error('no block to type in');
  const last = block.getLastDescendant();
  const into = $isElementNode(last) ? last : (last?.getParent() ?? block);
  into.append($createTextNode('!'));
};

const many = (kinds: readonly (readonly [string, string, string])[]) =>
  kinds.map(([what, markdown, wanted]) => ({ what, markdown, wanted }));

it.each(
  many([
    ['the bullet -', '- a\n- b', '- a\n- b!'],
    ['the bullet *', '* a\n* b', '* a\n* b!'],
    ['the bullet +', '+ a\n+ b', '+ a\n+ b!'],
    ['a bullet in a list in a list', '- a\n  + b\n    * c', '- a\n  + b\n    * c!'],
    ['text at the next tab stop', '-   a\n-   b', '-   a\n-   b!'],
    ['1.', '1. a\n2. b', '1. a\n2. b!'],
    ['1)', '1) a\n2) b', '1) a\n2) b!'],
    ['numbers that do not count', '1. a\n1. b', '1. a\n1. b!'],
    ['the number it starts with', '7. a\n8. b', '7. a\n8. b!'],
    ['a tight list', '- a\n- b', '- a\n- b!'],
    ['a loose list', '- a\n\n- b', '- a\n\n- b!'],
    ['tasks', '* [ ] a\n* [x] b', '* [ ] a\n* [x] b!'],
    ['a fence of `', '```ts\na\n```', '```ts\na!\n```'],
    ['a fence of ~', '~~~\na\n~~~', '~~~\na!\n~~~'],
    ['a long fence', '`````ts x=1\na\n`````', '`````ts x=1\na!\n`````'],
    ['a long fence of ~', '~~~~\n~~~\n~~~~', '~~~~\n~~~!\n~~~~'],
    ['italic with *', '*a* b', '*a* b!'],
    ['italic with _', '_a_ b', '_a_ b!'],
    ['bold with **', '**a** b', '**a** b!'],
    ['bold with __', '__a__ b', '__a__ b!'],
    ['bold in italic', '_**a**_ b', '_**a**_ b!'],
    ['italic in bold', '**_a_** b', '**_a_** b!'],
    ['a break with \\', 'a\\\nb', 'a\\\nb!'],
    ['a break with spaces', 'a  \nb', 'a  \nb!'],
    ['a line that goes on', 'a\nb', 'a\nb!'],
    ['a link in words', '[a](https://b.c "d") e', '[a](https://b.c "d") e!'],
    ['a link in angles', '<https://b.c> e', '<https://b.c> e!'],
    ['a bare link', 'https://b.c e', 'https://b.c e!'],
    ['an underlined heading, below the record’s own', 'a\n---', '### a!'],
    ['CRLF', 'a\r\nb\r\n\r\nc\r\n', 'a\r\nb!\r\n\r\nc\r\n'],
    ['CR', 'a\rb\r\rc\r', 'a\rb!\r\rc\r'],
    ['CRLF in code', '```\r\na\r\n```\r\n', '```\r\na!\r\n```\r\n'],
    ['no line end at the end', 'a\n\nb', 'a!\n\nb'],
    ['a quote of several blocks', '> a\n>\n> * b', '> a\n>\n> * b!'],
    ['the sides of columns', '| a | b |\n| :-- | --: |', '| a  | b! |\n| :- | -: |'],
  ]),
)('a changed block keeps $what', ({ markdown, wanted }) => {
  expect(changed(markdown, $type)).toBe(wanted);
});

const text = (words: string, ...formats: TextFormatType[]) => {
  const node = $createTextNode(words);
  for (const format of formats) node.toggleFormat(format);
  return node;
};

/** Appends one of each kind of block. */
const $addAll = (root: ElementNode) => {
  root.append(
    $createParagraphNode().append(
      text('i', 'italic'),
      text(' '),
      text('s', 'bold'),
      text(' '),
      text('x', 'bold', 'italic'),
      $createLineBreakNode(),
      text('b'),
    ),
    $createListNode('bullet').append($createListItemNode().append(text('u'))),
    $createCodeNode().append(text('c')),
    $createListNode('number').append(
      $createListItemNode().append(text('o')),
      $createListItemNode().append(text('p')),
    ),
    $createHorizontalRuleNode(),
  );
};

it.each([
  {
    around: '* a\n\n1) b\n1) c\n\n~~~\nd\n~~~\n\n_e_ __f__ ___g___  \nh\n\n***',
    wanted: '_i_ __s__ ___x___  \nb\n\n* u\n\n~~~\nc\n~~~\n\n1) o\n1) p\n\n***',
  },
  {
    around: '+ a\n\n1. b\n2. c\n\n```\nd\n```\n\n*e* **f** **_g_**\\\nh\n\n___',
    wanted: '*i* **s** **_x_**\\\nb\n\n+ u\n\n```\nc\n```\n\n1. o\n2. p\n\n___',
  },
  {
    around: '',
    wanted: '*i* **s** **_x_**\\\nb\n\n- u\n\n```\nc\n```\n\n1. o\n2. p\n\n---',
  },
])('what is new looks like what is around it: $around', ({ around, wanted }) => {
  const saved = changed(around, (root) => {
    if (around === '') root.clear();
    $addAll(root);
  });
  expect(saved).toBe(around === '' ? wanted : `${around}\n\n${wanted}`);
});

it('writes new blocks with the section’s line ends', () => {
  const saved = changed('a\r\n\r\nb\r\n', $addAll);
  expect(saved.startsWith('a\r\n\r\nb\r\n\r\n*i*')).toBe(true);
  expect(saved.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
