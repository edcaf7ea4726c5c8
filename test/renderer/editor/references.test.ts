// Links that name a definition, footnotes, images and tags in a line: shown, kept as written, and
// written as they were when something beside them is changed.

import { parseFlow } from '@core/record/flow';
import { $isLinkNode } from '@lexical/link';
import { $isSourceNode } from '@renderer/editor/source-block/source-node';
import {
  $createTextNode,
  $getRoot,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { openSection } from './open-section';

const block = (root: ElementNode, index: number): ElementNode => {
  const found = root.getChildAtIndex(index);
  if (!$isElementNode(found)) throw new Error('no element there');
  return found;
};

const typeAtEnd =
  (text: string, index = 0) =>
  (root: ElementNode) => {
    const last = block(root, index).getLastDescendant();
    (last?.getParent() ?? block(root, index)).append($createTextNode(text));
  };

function changed(markdown: string, change: (root: ElementNode) => void): string {
  const section = openSection(markdown);
  section.edit(change);
  return section.markdown();
}

const $links = () =>
  $getRoot()
    .getAllTextNodes()
    .map((text) => text.getParent())
    .filter($isLinkNode);

describe('a link that names its definition', () => {
  const definition = '\n\n[the log]: https://a.b/log "all of it"\n';

  it.each([
    '[see][the log]',
    '[The  log][]',
    '[the log]',
    '**[the log]**',
    '- [see *it*][THE LOG]',
    '> [the log]',
    '### [the log]',
    '| [the log] |\n| - |',
  ])('is a link in the editor, and written as it was: %s', (text) => {
    const section = openSection(text + definition);
    section.editor.read(() => {
      const [link] = $links();
      expect(link?.getURL()).toBe('https://a.b/log');
      expect(link?.getTitle()).toBe('all of it');
      expect($isSourceNode($getRoot().getChildAtIndex(1))).toBe(true);
    });
    expect(section.markdown()).toBe(text + definition);
  });

  it.each([
    ['[see][the log]', '[see][the log], and more'],
    ['[see][The   Log]', '[see][The   Log], and more'],
    ['[the log][]', '[the log][], and more'],
    ['[the log]', '[the log], and more'],
    ['__a [the log]__', '__a [the log]__, and more'],
  ])('names it still after an edit beside it: %s', (text, wanted) => {
    expect(
      changed(text + definition, (root) => block(root, 0).append($createTextNode(', and more'))),
    ).toBe(wanted + definition);
  });

  it('names it in full once its words are others', () => {
    const saved = changed(`[the log]${definition}`, typeAtEnd(' of today'));
    expect(saved).toBe(`[the log of today][the log]${definition}`);
  });

  it('says its address itself once that is another', () => {
    const saved = changed(`[the log]${definition}`, () => $links()[0]?.setURL('https://c.d'));
    expect(saved).toBe(`[the log](https://c.d "all of it")${definition}`);
  });

  it('says its address itself where nothing defines it', () => {
    const held: LexicalNode[] = [];
    const from = openSection(`[the log]${definition}`);
    const json = from.editor.read(() => block($getRoot(), 0).getChildAtIndex(0)?.exportJSON());
    const text = openSection('a [b](https://c.d)\n');
    text.edit((root) => {
      const link = $links()[0];
      if (!json || !link) throw new Error('no link');
      held.push(link.updateFromJSON(json as never));
      block(root, 0).append($createTextNode('!'));
    });
    expect(text.markdown()).toBe('a [b](https://a.b/log "all of it")!\n');
  });

  it('is no link where it was not one', () => {
    expect(changed(`\\[the log]${definition}`, typeAtEnd('!'))).toBe(`\\[the log]!${definition}`);
    expect(changed(`x${definition}`, typeAtEnd(' [the log]'))).toBe(`x \\[the log]${definition}`);
  });

  it('takes the first of two definitions', () => {
    const section = openSection('[a]\n\n[a]: https://one.x\n[A]: https://two.x\n');
    expect(section.editor.read(() => $links()[0]?.getURL())).toBe('https://one.x');
  });
});

describe('what a line holds as source', () => {
  it.each([
    ['a ![b]( c  "d" ) e', '![b]( c  "d" )'],
    ['a <b  class=x>c</b>', '<b  class=x>'],
    ['a [^n] c\n\n[^n]: note', '[^n]'],
    ['a ![B][] c\n\n[b]: d', '![B][]'],
    ['- a ![b](c)', '![b](c)'],
    ['| a <br> b |\n| - |', '<br>'],
    ['*a ![b](c) d*', '![b](c)'],
    ['[![b](c)](https://d.e)', '![b](c)'],
  ])('is there word for word, one piece, and written so: %j', (markdown, piece) => {
    const section = openSection(markdown);
    section.editor.read(() => {
      const sources = $getRoot()
        .getAllTextNodes()
        .filter((node) => node.getType() === 'inline-source');
      expect(sources[0]?.getTextContent()).toBe(piece);
      expect(sources[0]?.isToken()).toBe(true);
    });
    section.edit((root) => {
      const [first] = root.getAllTextNodes();
      first?.insertBefore($createTextNode('new '));
    });
    const saved = section.markdown();
    expect(saved).toContain(piece);
    expect(saved).toContain('new ');
    expect(parseFlow(saved).blocks).toHaveLength(parseFlow(markdown).blocks.length);
  });

  it('keeps what was typed beside it as text', () => {
    expect(changed('a ![b](c)', (root) => block(root, 0).append($createTextNode('(d)')))).toBe(
      'a ![b](c)(d)',
    );
    expect(
      changed('[^n]\n\n[^n]: note', (root) => block(root, 0).splice(0, 0, [$createTextNode('!')])),
    ).toBe('\\![^n]\n\n[^n]: note');
  });
});
