// Keys in lists. With the caret at its beginning, Tab and Shift+Tab move an item in and out; where
// they cannot, and everywhere else, they move the focus: typing and then Tab goes on to the next
// field, as in any form, and nobody is held in the editor. Ctrl+Shift+X (⌘⇧X)
// ticks a task.

import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_BEFORE_EDITOR,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';

function $item(): ListItemNode | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return undefined;
  const [start] = selection.getStartEndPoints();
  const first = selection.isBackward() ? selection.focus : start;
  return $findMatchingParent(first.getNode(), $isListItemNode) ?? undefined;
}

/** Whether the caret stands before everything in the item, or the item is empty. */
function $isAtBeginning(item: ListItemNode): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const { anchor, focus } = selection.isBackward()
    ? { anchor: selection.focus, focus: selection.anchor }
    : selection;
  if (!selection.isCollapsed() && $findMatchingParent(focus.getNode(), $isListItemNode) !== item) {
    return true; // several items are moved together
  }
  const first = item.getFirstDescendant();
  return anchor.offset === 0 && (anchor.key === item.getKey() || anchor.key === first?.getKey());
}

function moveItem(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const item = $item();
  if (item === undefined || !$isAtBeginning(item)) return false;
  const can = event.shiftKey ? item.getIndent() > 0 : item.getPreviousSibling() !== null;
  if (!can) return false;
  event.preventDefault();
  return editor.dispatchCommand(
    event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
    undefined,
  );
}

function tick(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const isKey = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey;
  if (!isKey || event.key.toLowerCase() !== 'x' || !editor.isEditable()) return false;
  const item = $item();
  const list = item?.getParent();
  if (!item || !$isListNode(list) || list.getListType() !== 'check') return false;
  event.preventDefault();
  item.toggleChecked();
  return true;
}

export const ListKeysExtension = defineExtension({
  name: 'close-call/list-keys',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => moveItem(editor, event),
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => tick(editor, event),
        COMMAND_PRIORITY_BEFORE_EDITOR,
      ),
    ),
});
