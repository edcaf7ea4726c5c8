// Keys that would otherwise lead nowhere. Arrow keys step out of a table, quote, code or source
// block that is the first or last thing in the section, into an empty line made there (which is
// not saved while it is empty). Ctrl+Enter belongs to the page around the editor.

import { $isCodeNode } from '@lexical/code-core';
import { $isQuoteNode } from '@lexical/rich-text';
import { $isTableNode, $isTableRowNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalNode,
  mergeRegister,
  type RangeSelection,
} from 'lexical';

type Edge = 'first' | 'last';

function $stepOut(edge: Edge, event: KeyboardEvent): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || event.shiftKey) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  if (!block || !($isCodeNode(block) || $isQuoteNode(block) || $isTableNode(block))) return false;
  if ((edge === 'first' ? block.getPreviousSibling() : block.getNextSibling()) !== null)
    return false;
  if (!$isAtEdge(block, selection, edge)) return false;
  const line = $createParagraphNode();
  if (edge === 'first') block.insertBefore(line);
  else block.insertAfter(line);
  line.select();
  event.preventDefault();
  return true;
}

/** Whether nothing in the block is above (or below) the caret's line, as far as lines are known. */
function $isAtEdge(block: LexicalNode, selection: RangeSelection, edge: Edge): boolean {
  const node = selection.anchor.getNode();
  if ($isCodeNode(block)) {
    const [before, after] = $textAround(block, selection);
    return !(edge === 'first' ? before : after).includes('\n');
  }
  const around = [node, ...node.getParents()];
  const child = around.find((at) => at.getParent()?.is(block));
  const isEdge = (at: LexicalNode | undefined) =>
    (edge === 'first' ? at?.getPreviousSibling() : at?.getNextSibling()) === null;
  return isEdge(child) && ($isTableRowNode(child) || child?.getType() === 'paragraph');
}

function $textAround(block: LexicalNode, selection: RangeSelection): [string, string] {
  const { anchor } = selection;
  if (!$isElementNode(block)) return ['', ''];
  let before = '';
  let after = '';
  let isAfter = false;
  block.getChildren().forEach((child, index) => {
    if (anchor.key === child.getKey()) {
      before += child.getTextContent().slice(0, anchor.offset);
      after += child.getTextContent().slice(anchor.offset);
      isAfter = true;
      return;
    }
    if (anchor.key === block.getKey() && index >= anchor.offset) isAfter = true;
    if (isAfter) after += child.getTextContent();
    else before += child.getTextContent();
  });
  return [before, after];
}

export const EdgeKeysExtension = defineExtension({
  name: 'close-call/edge-keys',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        KEY_ARROW_DOWN_COMMAND,
        (event) => $stepOut('last', event),
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        KEY_ARROW_UP_COMMAND,
        (event) => $stepOut('first', event),
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!event?.ctrlKey && !event?.metaKey) return false;
          // Nothing is typed, and the event goes on to whoever listens outside.
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    ),
});
