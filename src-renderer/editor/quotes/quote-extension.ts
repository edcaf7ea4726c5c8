// Quotes hold blocks (paragraphs, lists, code), as they do in Markdown. A quote made by typing
// `> ` starts out holding bare text; it is turned into one that holds paragraphs at once.

import { $isQuoteNode, QuoteNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  KEY_ENTER_COMMAND,
  type LexicalNode,
  mergeRegister,
} from 'lexical';

function $holdBlocks(quote: QuoteNode): void {
  if (quote.isShadowRoot()) {
    if (quote.isEmpty()) quote.append($createParagraphNode());
    return;
  }
  const selection = $getSelection();
  const caretInQuote = $isRangeSelection(selection) && selection.anchor.key === quote.getKey();
  const blocks: LexicalNode[] = [];
  for (const child of quote.getChildren()) {
    const last = blocks.at(-1);
    if ($isElementNode(child) && !child.isInline()) blocks.push(child);
    else if ($isParagraphNode(last)) last.append(child);
    else blocks.push($createParagraphNode().append(child));
  }
  if (blocks.length === 0) blocks.push($createParagraphNode());
  quote.setIsShadowRoot(true).splice(0, quote.getChildrenSize(), blocks);
  if (caretInQuote) quote.selectStart();
}

/** Enter on an empty last line leaves the quote, the way it leaves a list. */
function $leaveQuote(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const line = selection.anchor.getNode();
  const quote = line.getParent();
  if (!$isParagraphNode(line) || !line.isEmpty() || !$isQuoteNode(quote)) return false;
  if (line.getNextSibling() !== null || line.getPreviousSibling() === null) return false;
  quote.insertAfter(line);
  line.select();
  return true;
}

export const QuoteExtension = defineExtension({
  name: 'close-call/quotes',
  nodes: () => [QuoteNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(QuoteNode, $holdBlocks),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event?.shiftKey || !$leaveQuote()) return false;
          event?.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
});
