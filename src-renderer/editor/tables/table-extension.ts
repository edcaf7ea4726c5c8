// Keeps a table one that Markdown can say: its first row is the header, and a cell is one line of
// text. Enter goes to the cell below, since there is no second line to begin.

import {
  $isTableCellNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
} from '@lexical/table';
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalNode,
  mergeRegister,
} from 'lexical';

function $markHeader(table: TableNode): void {
  table.getChildren().forEach((row, index) => {
    if (!$isTableRowNode(row)) return;
    const state = index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
    for (const cell of row.getChildren()) {
      if ($isTableCellNode(cell) && cell.getHeaderStyles() !== state) {
        cell.setHeaderStyles(state, TableCellHeaderStates.BOTH);
      }
    }
  });
}

/** One paragraph of text: what was pasted or typed as more becomes words beside each other. */
function $keepOneLine(cell: TableCellNode): void {
  const [first, ...others] = cell.getChildren();
  if (!$isParagraphNode(first)) return;
  for (const block of others) {
    const inline: LexicalNode[] = $isElementNode(block)
      ? block.getAllTextNodes().length > 0 && $isParagraphNode(block)
        ? block.getChildren()
        : [$createTextNode(block.getTextContent().replace(/\s+/g, ' ').trim())]
      : [];
    if (inline.length > 0) first.append($createTextNode(' '), ...inline);
    block.remove();
  }
  for (const child of first.getChildren()) {
    if ($isLineBreakNode(child)) child.replace($createTextNode(' '));
  }
}

function $cell(): TableCellNode | null {
  const selection = $getSelection();
  return $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isTableCellNode)
    : null;
}

function $goBelow(): boolean {
  const cell = $cell();
  const row = cell?.getParent();
  if (!cell || !$isTableRowNode(row)) return false;
  const below = row.getNextSibling();
  const next = $isTableRowNode(below) ? below.getChildAtIndex(cell.getIndexWithinParent()) : null;
  if ($isElementNode(next)) next.selectEnd();
  return true;
}

export const TableShapeExtension = defineExtension({
  name: 'close-call/table-shape',
  nodes: () => [TableNode, TableCellNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TableNode, $markHeader),
      editor.registerNodeTransform(TableCellNode, $keepOneLine),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $goBelow, COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $goBelow, COMMAND_PRIORITY_CRITICAL),
    ),
});
