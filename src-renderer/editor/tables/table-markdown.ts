// Tables between Markdown and the editor. A column's alignment lives on its header cell, so that
// it moves with the column when columns are added or taken away.

import type {
  MdastExportContext,
  MdastExportRule,
  MdastImportContext,
  MdastImportRule,
} from '@lexical/mdast';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from '@lexical/table';
import {
  $createParagraphNode,
  $getState,
  $isElementNode,
  $setState,
  createState,
  type LexicalNode,
} from 'lexical';
import type { AlignType, Table, TableCell } from 'mdast';

const alignState = createState('columnAlign', {
  parse: (value): AlignType =>
    value === 'left' || value === 'center' || value === 'right' ? value : null,
});

function $importTable(table: Table, context: MdastImportContext): TableNode {
  const rows = table.children.map((row, index) =>
    $createTableRowNode().append(
      ...row.children.map((cell, column) => {
        const header = index === 0;
        const node = $createTableCellNode(
          header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS,
        );
        const align = table.align?.[column];
        if (header && align) $setState(node, alignState, align);
        return node.append($createParagraphNode().append(...context.importChildren(cell)));
      }),
    ),
  );
  return $createTableNode().append(...rows);
}

function cellsOf(row: TableRowNode): TableCellNode[] {
  return row.getChildren().filter($isTableCellNode);
}

function $exportCell(cell: TableCellNode, context: MdastExportContext): TableCell {
  const children: TableCell['children'] = [];
  for (const block of cell.getChildren()) {
    if (!$isElementNode(block)) continue;
    // A cell is one line: paragraphs pasted into it become words beside each other.
    if (children.length > 0) children.push({ type: 'text', value: ' ' });
    children.push(...context.exportInline(block));
  }
  return { type: 'tableCell', children };
}

function $exportTable(table: TableNode, context: MdastExportContext): Table {
  const rows = table.getChildren().filter($isTableRowNode);
  const header = rows[0] ? cellsOf(rows[0]) : [];
  return {
    type: 'table',
    align: header.map((cell) => $getState(cell, alignState)),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: cellsOf(row).map((cell) => $exportCell(cell, context)),
    })),
  };
}

export const tableImportRules: MdastImportRule[] = [{ type: 'table', $import: $importTable }];

export const tableExportRules: MdastExportRule[] = [
  {
    type: 'table',
    $export: (node: LexicalNode, context: MdastExportContext) =>
      $isTableNode(node) ? $exportTable(node, context) : null,
  },
];
