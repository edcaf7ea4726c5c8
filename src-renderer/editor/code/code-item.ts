// Turns the chosen blocks into one code block, line for line, and a code block into paragraphs.

import { $createCodeNode, $isCodeNode } from '@lexical/code-core';
import { $createParagraphNode, $createTextNode, $isElementNode } from 'lexical';
import { SquareCode } from 'lucide-react';
import { $plainNodes } from '../source-block/source-node';
import { $chosenBlocks } from '../toolbar/chosen-blocks';
import type { ToolbarItem } from '../toolbar/toolbar-item';
import { isOutsideTables } from '../toolbar/toolbar-state';

function $toggleCode(): void {
  const blocks = $chosenBlocks();
  const [first, ...others] = blocks;
  if (first === undefined) return;
  if ($isCodeNode(first)) {
    const lines = first.getTextContent().split('\n');
    const made = lines.map((line) =>
      $createParagraphNode().append(...(line ? [$createTextNode(line)] : [])),
    );
    for (const paragraph of made) first.insertBefore(paragraph);
    first.remove();
    made.at(-1)?.selectEnd();
    return;
  }
  const text = blocks.map((block) => block.getTextContent()).join('\n');
  const code = $createCodeNode().append(...$plainNodes(text));
  first.replace(code);
  for (const block of others) if ($isElementNode(block)) block.remove();
  code.selectEnd();
}

export const codeItem: ToolbarItem = {
  name: 'Code block',
  icon: SquareCode,
  isOn: (state) => state.isCode,
  isEnabled: (state) => !state.isTable && !state.isSource,
  isShown: isOutsideTables,
  run: (editor) => editor.update($toggleCode),
};
