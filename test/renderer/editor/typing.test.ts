// Markdown typed letter by letter becomes what it means, and is saved as that.

import { buildEditorFromExtensions } from '@lexical/extension';
import { $exportSection } from '@renderer/editor/markdown/export-section';
import { loadSection } from '@renderer/editor/markdown/load-section';
import { SectionEditorExtension } from '@renderer/editor/section-editor-extension';
import { $getRoot, $getSelection, $isRangeSelection, INSERT_PARAGRAPH_COMMAND } from 'lexical';
import { expect, it } from 'vitest';

async function typed(text: string): Promise<string> {
  const editor = buildEditorFromExtensions(SectionEditorExtension);
  const memory = loadSection(editor, '');
  editor.update(() => void $getRoot().selectEnd(), { discrete: true });
  for (const letter of text) {
    editor.update(
      () => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return;
        if (letter === '\n') editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
        else selection.insertText(letter);
      },
      { discrete: true },
    );
    // Shortcuts follow in an update of their own.
    await Promise.resolve();
  }
  return editor.read(() => $exportSection(memory));
}

it.each([
  ['# a', '### a'],
  ['## a', '### a'],
  ['#### a', '#### a'],
  ['- a', '- a'],
  ['- a\nb', '- a\n- b'],
  ['3. a', '3. a'],
  ['- [ ] a', '- [ ] a'],
  ['[x] a', '- [x] a'],
  ['- a\n\n- b', '- a\n- b'],
  ['- [ ] a\n\n- [ ] b', '- [ ] a\n- [ ] b'],
  ['- [x] a\n\n[ ] b\nc', '- [x] a\n- [ ] b\n- [ ] c'],
  ['> - [ ] a\n\n- [ ] b', '> - [ ] a\n> - [ ] b'],
  ['- a\n\n- [ ] b', '- [ ] a\n- [ ] b'],
  ['> a\nb', '> a\n>\n> b'],
  ['> - a', '> - a'],
  ['a **b** c', 'a **b** c'],
  ['_a_ ~~b~~ `c_d`', '*a* ~~b~~ `c_d`'],
  ['[a](https://b.c)', '[a](https://b.c)'],
  ['see https://b.c, e_f', 'see https://b.c, e_f'],
  ['a\nb', 'a\n\nb'],
  ['1 * 2 < 3 #4', '1 \\* 2 < 3 #4'],
])('%j is saved as %j', async (text, markdown) => {
  expect(await typed(text)).toBe(markdown);
});
