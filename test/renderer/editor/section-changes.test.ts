// What is written anew looks like what stands around it, says what was meant, and cannot break out
// of its section.

import { parseFlow } from '@core/record/flow';
import { $createCodeNode } from '@lexical/code-core';
import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, $isListItemNode, $isListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import { $isTableCellNode } from '@lexical/table';
import { htmlOf } from '@renderer/editor/markdown/html-of';
import { $isSourceNode } from '@renderer/editor/source-block/source-node';
import fc from 'fast-check';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { openSection } from './open-section';

const RUNS = 300;
/** For a machine with a lot else to do. */
const SLOW = { timeout: 120_000 };

const paragraph = (...texts: (string | LexicalNode)[]) =>
  $createParagraphNode().append(
    ...texts.map((text) => (typeof text === 'string' ? $createTextNode(text) : text)),
  );
const list = (type: 'bullet' | 'number' | 'check', ...items: string[]) =>
  $createListNode(type).append(
    ...items.map((item) => $createListItemNode().append($createTextNode(item))),
  );

/** `markdown` after `change`, as it would be saved. */
function changed(markdown: string, change: (root: ElementNode) => void): string {
  const section = openSection(markdown);
  section.edit(change);
  return section.markdown();
}

function child(node: ElementNode, ...path: number[]): ElementNode {
  const found = path.reduce<LexicalNode | null>(
    (at, index) => ($isElementNode(at) ? at.getChildAtIndex(index) : null),
    node,
  );
  if (!$isElementNode(found)) throw new Error('no element there');
  return found;
}

const type = (text: string) => (root: ElementNode) => {
  root.append(paragraph(text));
};

describe('nothing there', () => {
  it('is an empty string once emptied, and what it was until then', () => {
    expect(openSection('').markdown()).toBe('');
    expect(openSection(' \r\n\r\n').markdown()).toBe(' \r\n\r\n');
    expect(changed('text\n\nmore\n', (root) => root.clear().append(paragraph()))).toBe('');
  });

  it('keeps the space around a section that had nothing in it', () => {
    const typed = (root: ElementNode) => root.clear().append(paragraph('text'));
    expect(changed('', typed)).toBe('text');
    expect(changed('\n', typed)).toBe('\ntext\n\n');
    expect(changed('\r\n\r\n\r\n', typed)).toBe('\r\ntext\r\n\r\n');
  });

  it('does not write empty paragraphs', () => {
    const saved = changed('a\n\nb\n', (root) => {
      child(root, 0).insertAfter(paragraph());
      root.append(paragraph(), paragraph('c'), paragraph());
    });
    expect(saved).toBe('a\n\nb\n\nc\n');
  });
});

describe('gaps', () => {
  it('keeps those of unchanged neighbours and of changed blocks', () => {
    const markdown = '\n### a\nb\n\n\n\nc\n***\nd\n\n';
    expect(changed(markdown, (root) => child(root, 1).append($createTextNode('!')))).toBe(
      '\n### a\nb!\n\n\n\nc\n***\nd\n\n',
    );
  });

  it('puts one blank line beside a new block, and leaves the end of the section as it is', () => {
    expect(changed('a\n\n\n\nb\n\n\n', type('c'))).toBe('a\n\n\n\nb\n\nc\n\n\n');
    expect(changed('### a\nb', (root) => child(root, 0).insertAfter(paragraph('new')))).toBe(
      '### a\n\nnew\n\nb',
    );
  });

  it('widens a gap that would join what is now on its two sides', () => {
    // Was a heading; as a paragraph it would take the next line in.
    const saved = changed('### a\nb\n', (root) => child(root, 0).replace(paragraph('a')));
    expect(saved).toBe('a\n\nb\n');
  });

  it('follows the order of the editor', () => {
    const saved = changed('*a*\n\n\n_b_\n\nc\n', (root) => root.append(child(root, 0)));
    expect(saved).toBe('_b_\n\nc\n\n*a*\n');
  });
});

describe('the style around', () => {
  it('is that of the section for what is new', () => {
    const markdown = '* a\n\n1) b\n2) c\n\n~~~\nd\n~~~\n\n_e_ __f__  \ng\n';
    const saved = changed(markdown, (root) => {
      root.append(
        paragraph('x'),
        list('bullet', 'new'),
        paragraph('y'),
        list('number', 'one', 'two'),
        $createCodeNode().append($createTextNode('code')),
        paragraph(
          $createTextNode('italic').toggleFormat('italic'),
          ' ',
          $createTextNode('bold').toggleFormat('bold'),
          $createLineBreakNode(),
          'next',
        ),
      );
    });
    expect(saved).toBe(
      `${markdown.trimEnd()}\n\nx\n\n* new\n\ny\n\n1) one\n2) two\n\n~~~\ncode\n~~~\n\n_italic_ __bold__  \nnext\n`,
    );
  });

  it('is the plain one where there is none', () => {
    const saved = changed('', (root) => {
      root
        .clear()
        .append(
          list('bullet', 'a', 'b'),
          list('check', 'c'),
          paragraph('d', $createLineBreakNode(), 'e'),
          $createCodeNode('ts').append($createTextNode('f')),
        );
    });
    expect(saved).toBe('- a\n- b\n\n* [ ] c\n\nd\\\ne\n\n```ts\nf\n```');
  });

  it('is the block’s own for what is changed', () => {
    const markdown = '- a\n\npara\n\n+ one\n+   two\n\n1. x\n1. y\n';
    const saved = changed(markdown, (root) => {
      child(root, 2, 0).append($createTextNode('!'));
      child(root, 3, 0).append($createTextNode('!'));
    });
    expect(saved).toBe('- a\n\npara\n\n+ one!\n+ two\n\n1. x!\n1. y\n');
  });

  it('uses the section’s line end, also inside a block', () => {
    const saved = changed('a\r\nb\r\n\r\nc\r\n', (root) => {
      child(root, 0).append($createTextNode('!'));
      root.append($createCodeNode().append($createTextNode('x'), $createLineBreakNode()));
    });
    expect(saved).toBe('a\r\nb!\r\n\r\nc\r\n\r\n```\r\nx\r\n\r\n```\r\n');
  });

  it('keeps soft line breaks, looseness, nesting, tasks and the alignment of columns', () => {
    const markdown =
      'a\nb\n\n- x\n\n  y\n\n- [z](https://a.b)\n\n1. one\n   - [x] done\n   - [ ] open\n2. two\n\n' +
      '| a | b |\n| :- | -: |\n| 1 | 2 |\n';
    const saved = changed(markdown, (root) => {
      child(root, 0).append($createTextNode('!'));
      child(root, 1, 1).append($createTextNode('!'));
      child(root, 2, 2).append($createTextNode('!'));
      child(root, 3, 1, 0, 0).append($createTextNode('!'));
    });
    expect(saved).toBe(
      'a\nb!\n\n- x\n\n  y\n\n- [z](https://a.b)!\n\n1. one\n   - [x] done\n   - [ ] open\n2. two!\n\n' +
        '| a  |  b |\n| :- | -: |\n| 1! |  2 |\n',
    );
  });
});

describe('what Markdown has no word for', () => {
  const table = '| a |\n| - |\n| 1 |\n';

  it('is kept out of a table: a cell is one line, the first row the header', () => {
    const cell = (root: ElementNode) => child(root, 0, 1, 0);
    const saved = changed(table, (root) => {
      child(cell(root), 0).append($createLineBreakNode(), $createTextNode('2'));
      cell(root).append(paragraph('3'));
    });
    expect(saved).toBe('| a     |\n| ----- |\n| 1 2 3 |\n');
    const section = openSection(table);
    section.edit((root) => cell(root).append(paragraph('2')));
    expect(section.editor.read(() => cell($getRoot()).getChildrenSize())).toBe(1);
    section.edit((root) => child(root, 0, 0).remove());
    const isHeader = section.editor.read(() => {
      const first = child($getRoot(), 0, 0, 0);
      return $isTableCellNode(first) && first.hasHeader();
    });
    expect(isHeader).toBe(true);
  });

  it('is kept out of code', () => {
    const section = openSection('```\na\n```\n');
    section.edit((root) => child(root, 0).append($createTextNode('b').toggleFormat('bold')));
    const formats = section.editor.read(() =>
      $getRoot()
        .getAllTextNodes()
        .map((text) => text.getFormat()),
    );
    expect(formats).toEqual([0]);
    expect(section.markdown()).toBe('```\nab\n```\n');
  });
});

describe('lists beside lists', () => {
  it('do not run together', () => {
    const saved = changed('- a\n\n<!-- -->\n\n- b\n', (root) => {
      child(root, 1).remove();
      const last = root.getLastChild();
      if ($isListNode(last)) last.setListType('check');
    });
    const kinds = parseFlow(saved).blocks.map(({ node }) => node?.type);
    expect(kinds.length === 1 || kinds.join() === 'list,list').toBe(true);
    const two = changed('- a\n', (root) => root.append(list('check', 'b')));
    expect(two).toBe('- a\n\n* [ ] b\n');
  });

  it.each([
    [' -    one\n\n     two\n', ' -    one!\n\n     two\n'],
    ['-    one\n\n  two\n', '-  one!\n\n  two\n'],
    ['-\n\n  two\n', '-  !\n\n  two\n'],
    ['1. a\n\n  2. b\n\n    3. c\n', '1.   a\n\n2.   b!\n\n    3. c\n'],
    ['   10)    a\n\n         b\n', '   10)    a!\n\n         b\n'],
  ])('have their text far enough in to leave alone what follows: %j', (markdown, wanted) => {
    const saved = changed(markdown, (root) => {
      child(root, 0).getLastChild<ElementNode>()?.append($createTextNode('!'));
    });
    expect(saved).toBe(wanted);
  });

  it('are one when nothing is between them in the editor', () => {
    const saved = changed('- a\n\npara\n\n* b\n\nend\n', (root) => child(root, 1).remove());
    expect(saved).toBe('- a\n- b\n\nend\n');
    const turned = (at: number, to: 'bullet' | 'number' | 'check') =>
      changed('1. a\n\n- b\n\n* [x] c\n', (root) => {
        const turns = child(root, at);
        if ($isListNode(turns)) turns.setListType(to);
      });
    expect(turned(1, 'number')).toBe('1. a\n2. b\n\n* [x] c\n');
    expect(turned(1, 'check')).toBe('1. a\n\n- [ ] b\n- [x] c\n');
    expect(turned(2, 'bullet')).toBe('1. a\n\n- b\n- c\n');
  });
});

describe('what cannot break out', () => {
  it('writes headings below the record’s own, when they are new or changed', () => {
    const saved = changed('# kept\n\nx\n', (root) => {
      root.append($createHeadingNode('h1').append($createTextNode('a')));
      root.append($createHeadingNode('h2').append($createTextNode('b')));
      root.append($createHeadingNode('h4').append($createTextNode('c')));
    });
    expect(saved).toBe('# kept\n\nx\n\n### a\n\n### b\n\n#### c\n');
    const edited = changed('one\n===\n\ntwo\n---\n', (root) => {
      child(root, 0).append($createTextNode('!'));
    });
    expect(edited).toBe('### one!\n\ntwo\n---\n');
  });

  it.each([
    '## Notes',
    '# x',
    '---',
    '===',
    '- a',
    '1. a',
    '> a',
    '```',
    '<!-- a',
    '[^1]: a',
    '    a',
  ])('keeps %j typed as text, as text', (text) => {
    for (const saved of [
      changed('before\n', type(text)),
      changed('a\n', (root) =>
        child(root, 0).append($createLineBreakNode(), $createTextNode(text)),
      ),
    ]) {
      const nodes = parseFlow(saved).blocks.map(({ node }) => node?.type);
      expect(nodes.every((kind) => kind === 'paragraph')).toBe(true);
    }
  });

  it('does not escape what means nothing', () => {
    const text =
      'The orders_db disk: ~40 minutes & [sic] left, at 10:30, see https://a.b/c_d?e=1&f.';
    expect(changed('', (root) => root.clear().append(paragraph(text)))).toBe(text);
  });

  it('puts spaces outside bold', () => {
    const saved = changed('', (root) => {
      root.clear().append(paragraph('a', $createTextNode(' b ').toggleFormat('bold'), 'c '));
    });
    expect(saved).toBe('a **b** c');
  });

  it('reads as what was typed, whatever was typed', SLOW, () => {
    const bits = fc.constantFrom(
      ...[
        '#',
        '## ',
        '-',
        '- ',
        '+',
        '*',
        '_',
        '~',
        '`',
        '```',
        '|',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '!',
      ],
      ...[
        '<',
        '>',
        '&amp;',
        '&',
        '1. ',
        '1)',
        '=',
        '---',
        'a',
        'b c',
        ' ',
        '.',
        ':',
        '@',
        '<div>',
        '^',
      ],
      ...[
        '{',
        'é',
        '\u00a0',
        '😀',
        '[x] ',
        '[a]: b',
        '"',
        '://',
        'www.',
        'http',
        '</script>',
        '\t',
      ],
    );
    const text = fc.array(bits, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (lines) => {
        const saved = changed('before\n\n- list\n', (root) => {
          const nodes = lines.flatMap((line, at) =>
            at === 0 ? [$createTextNode(line)] : [$createLineBreakNode(), $createTextNode(line)],
          );
          root.append($createParagraphNode().append(...nodes));
        });
        const blocks = parseFlow(saved).blocks;
        const words = lines
          .map((line) => line.trim())
          .join('\n')
          .replace(/\s+/g, '');
        if (words === '') return;
        expect(blocks.map(({ node }) => node?.type)).toEqual(['paragraph', 'list', 'paragraph']);
        const html = htmlOf(blocks[2]?.source ?? '');
        const shown = new DOMParser().parseFromString(html, 'text/html').body;
        expect(shown.textContent?.replace(/\s+/g, '')).toBe(words);
        for (const element of shown.querySelectorAll('*')) {
          expect(['P', 'BR', 'A']).toContain(element.tagName);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('source blocks', () => {
  const write = (text: string) => (root: ElementNode) => {
    const block = root.getChildren().find($isSourceNode);
    block?.clear().append($createTextNode(text));
  };

  it('are saved word for word', () => {
    expect(changed('a\n\n<b>\nc\n\nd\n', write('<i>e</i>'))).toBe('a\n\n<i>e</i>\n\nd\n');
  });

  it('may neither start a section nor swallow what follows', () => {
    for (const text of ['<!-- a', '<script>\nb', '```\nc', '~~~~\nd\n~~~', '<?e', '<![CDATA[f']) {
      const saved = changed('<p>\n\nafter\n', write(text));
      expect(saved.startsWith(text)).toBe(true);
      expect(parseFlow(saved).blocks.at(-1)?.source).toBe('after');
    }
    expect(changed('<p>\n', write('## a\n\nb\n---\n\n<p>'))).toBe('### a\n\n### b\n\n<p>\n');
  });

  it('close before new text, when the file left them open', () => {
    const saved = changed('<!-- open', type('new'));
    expect(parseFlow(saved).blocks.at(-1)?.source).toBe('new');
    expect(saved.startsWith('<!-- open')).toBe(true);
  });
});

describe('back to what it was', () => {
  const markdown = '*a*  \nb\n\n+ one\n\n   two   \n\n<hr>\n';

  it('is the same file after undo', () => {
    const section = openSection(markdown);
    section.edit((root) => child(root, 0).append($createTextNode('!')));
    section.edit((root) => child(root, 1).remove());
    expect(section.markdown()).not.toBe(markdown);
    section.editor.dispatchCommand(UNDO_COMMAND, undefined);
    section.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(section.markdown()).toBe(markdown);
    // There is nothing left to undo: loading is not an edit.
    section.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(section.markdown()).toBe(markdown);
  });

  it('is the same file after a block was turned into another kind and back', () => {
    // Spelled as this editor never would, so that writing it anew would show.
    const spelled = 'x \\~ __y__\n\nz\n';
    const section = openSection(spelled);
    section.edit((root) => {
      const made = $createHeadingNode('h3').append(...child(root, 0).getChildren());
      child(root, 0).replace(made);
    });
    expect(section.markdown()).toBe('### x ~ __y__\n\nz\n');
    section.edit((root) => {
      const made = $createParagraphNode().append(...child(root, 0).getChildren());
      child(root, 0).replace(made);
    });
    expect(section.markdown()).toBe(spelled);
  });

  it('is the same file after a part of a block was made anew as it was', () => {
    const spelled = '[a]( https://b.c ) \\~\n';
    const saved = changed(spelled, (root) => {
      const link = $createLinkNode('https://b.c').append($createTextNode('a'));
      child(root, 0, 0).replace(link);
    });
    expect(saved).toBe(spelled);
  });
});

describe('any section', () => {
  const bits = fc.constantFrom(
    ...[
      '\n',
      '\n\n',
      '\r\n',
      '\r\n\r\n',
      '\r',
      ' ',
      '\t',
      'a',
      'b *c*',
      '**d**',
      '- e',
      '* f',
      '1. g',
    ],
    ...[
      '> h',
      '### i',
      '```\nj\n```',
      '---',
      '[k](l)',
      '<m>',
      '![n](o)',
      '[p]: q',
      '[^r]',
      '- [x] s',
    ],
    ...['| t |\n| - |', '\0', '\uFEFF', '~~u~~', '&#10;', '\\', 'https://v.w', '  ', '    x'],
  );
  const section = fc.array(bits, { maxLength: 25 }).map((parts) => parts.join(''));

  it('is its own source until edited', SLOW, () => {
    fc.assert(
      fc.property(section, (markdown) => {
        expect(openSection(markdown).markdown()).toBe(markdown);
      }),
      { numRuns: RUNS },
    );
  });

  it('takes a new paragraph at its end without a change to what it has', SLOW, () => {
    fc.assert(
      fc.property(section, (markdown) => {
        const { blocks, lead } = parseFlow(markdown);
        if (blocks.length === 0) return;
        const saved = changed(markdown, type('the end'));
        const tail = blocks.at(-1)?.gap ?? '';
        const untouched =
          lead +
          blocks
            .slice(0, -1)
            .map((b) => b.source + b.gap)
            .join('');
        expect(saved.startsWith(untouched)).toBe(true);
        expect(saved.endsWith(`the end${tail}`)).toBe(true);
        expect(parseFlow(saved).blocks.at(-1)?.source).toBe('the end');
      }),
      { numRuns: RUNS },
    );
  });
});

it('carries quotes and links made in the editor', () => {
  const saved = changed('', (root) => {
    root
      .clear()
      .append(
        $createQuoteNode().append($createTextNode('said')),
        paragraph(
          $createLinkNode('https://a.b').append($createTextNode('here').toggleFormat('bold')),
        ),
      );
  });
  expect(saved).toBe('> said\n\n**[here](https://a.b)**');
  const toggled = openSection('- [ ] a\n- [x] b\n');
  toggled.edit((root) => {
    const item = child(root, 0, 0);
    if ($isListItemNode(item)) item.toggleChecked();
  });
  expect(toggled.markdown()).toBe('- [x] a\n- [x] b\n');
});
