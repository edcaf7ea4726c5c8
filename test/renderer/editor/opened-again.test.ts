// What is formatted in the editor can be worked on in it when the section is opened again.

import { $createListItemNode, $createListNode } from '@lexical/list';
import { planSection } from '@renderer/editor/markdown/plan';
import {
  $createParagraphNode,
  $createTextNode,
  type ElementNode,
  type LexicalNode,
  type TextFormatType,
} from 'lexical';
import { expect, it } from 'vitest';
import { openSection } from './open-section';

/** What is saved of `make`, and as what its blocks are opened. */
function saved(make: () => LexicalNode): { markdown: string; kinds: string[] } {
  const section = openSection('');
  section.edit((root: ElementNode) => void root.clear().append(make()));
  const markdown = section.markdown();
  return { markdown, kinds: planSection(markdown).blocks.map(({ kind }) => kind) };
}

const text = (words: string, ...formats: TextFormatType[]) => {
  const node = $createTextNode(words);
  for (const format of formats) node.toggleFormat(format);
  return node;
};

it.each<{ words: string; formats: TextFormatType[]; markdown: string }>([
  {
    words: 'See https://a.b now',
    formats: ['bold', 'italic'],
    markdown: '**_See https://a.b now_**',
  },
  {
    words: 'ask ana@a.bc first',
    formats: ['bold', 'strikethrough'],
    markdown: '~~**ask ana@a.bc first**~~',
  },
  {
    words: 'www.a.bc and www.d.ef',
    formats: ['bold', 'italic', 'strikethrough'],
    markdown: '~~**_www.a.bc and www.d.ef_**~~',
  },
])('an address between words that are $formats', ({ words, formats, markdown }) => {
  const made = saved(() => $createParagraphNode().append(text(words, ...formats)));
  expect(made).toEqual({ markdown, kinds: ['rich'] });
});

it('words in bold and italic at the beginning of italic ones', () => {
  const made = saved(() =>
    $createListNode('bullet').append(
      $createListItemNode().append(text('a', 'bold', 'italic'), text(' b', 'italic')),
      $createListItemNode().append(text('c', 'bold', 'italic'), text(' d')),
    ),
  );
  expect(made).toEqual({ markdown: '- *__a__ b*\n- **_c_** d', kinds: ['rich'] });
});
