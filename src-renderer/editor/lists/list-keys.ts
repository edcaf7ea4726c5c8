// Keys in lists. Tab and Shift+Tab move an item in and out; where they cannot, and everywhere
// outside a list, they move the focus, so that nobody is held in the editor. Ctrl+Shift+X (⌘⇧X)
// ticks a task.

import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  COMMAND_PRIORITY_NORMAL,
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

function moveItem(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const item = $item();
  if (item === undefined) return false;
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
        COMMAND_PRIORITY_NORMAL,
      ),
    ),
});
