// Puts the chosen blocks in a quote, or takes them out of the one they are in.

import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import { $createParagraphNode } from 'lexical';
import { Quote } from 'lucide-react';
import { $chosenBlocks } from '../toolbar/chosen-blocks';
import type { ToolbarItem } from '../toolbar/toolbar-item';
import { isBlock, isOutsideTables } from '../toolbar/toolbar-state';

function $toggleQuote(): void {
  const blocks = $chosenBlocks();
  const [first] = blocks;
  const around = first?.getParent();
  if ($isQuoteNode(around)) {
    for (const block of around.getChildren()) around.insertBefore(block);
    around.remove();
    return;
  }
  const quote = $createQuoteNode({ shadowRoot: true });
  if (first) first.insertBefore(quote);
  quote.append(...(blocks.length > 0 ? blocks : [$createParagraphNode()]));
}

export const quoteItem: ToolbarItem = {
  name: 'Quote',
  icon: Quote,
  isOn: (state) => state.isQuote,
  isEnabled: isBlock,
  isShown: isOutsideTables,
  run: (editor) => editor.update($toggleQuote),
};
