// A table of three by three, and, inside one, rows and columns more and fewer.

import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableNode,
  $isTableSelection,
  INSERT_TABLE_COMMAND,
} from '@lexical/table';
import { $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical';
import {
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  FoldHorizontal,
  FoldVertical,
  type LucideIcon,
  Table,
  Trash2,
} from 'lucide-react';
import type { ToolbarItem } from '../toolbar/toolbar-item';
import { isBlock, isOutsideTables, type ToolbarState } from '../toolbar/toolbar-state';

function $removeTable(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return;
  const table = $findMatchingParent(selection.anchor.getNode(), $isTableNode);
  if (table === null) return;
  table.selectPrevious();
  table.remove();
}

const inTable = (name: string, icon: LucideIcon, change: () => void): ToolbarItem => ({
  name,
  icon,
  isShown: (state: ToolbarState) => state.isTable,
  run: (editor) => editor.update(change),
});

export const tableItem: ToolbarItem = {
  name: 'Insert table',
  icon: Table,
  isEnabled: (state) => isBlock(state) && !state.isQuote,
  isShown: isOutsideTables,
  run: (editor) => {
    editor.dispatchCommand(INSERT_TABLE_COMMAND, {
      rows: '3',
      columns: '3',
      includeHeaders: { rows: true, columns: false },
    });
  },
};

export const inTableItems: ToolbarItem[] = [
  inTable('Add row', BetweenHorizontalEnd, () => $insertTableRowAtSelection(true)),
  inTable('Add column', BetweenVerticalEnd, () => $insertTableColumnAtSelection(true)),
  inTable('Remove row', FoldVertical, () => $deleteTableRowAtSelection()),
  inTable('Remove column', FoldHorizontal, () => $deleteTableColumnAtSelection()),
  inTable('Remove table', Trash2, $removeTable),
];
