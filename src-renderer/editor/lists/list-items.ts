// The three kinds of list.

import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  type ListType,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import type { LexicalCommand } from 'lexical';
import { List, ListChecks, ListOrdered, type LucideIcon } from 'lucide-react';
import type { ToolbarItem } from '../toolbar/toolbar-item';
import { $toolbarState, isBlock, isOutsideTables } from '../toolbar/toolbar-state';

const list = (
  type: ListType,
  name: string,
  icon: LucideIcon,
  insert: LexicalCommand<void>,
): ToolbarItem => ({
  name,
  icon,
  isOn: (state) => state.list === type,
  isEnabled: isBlock,
  isShown: isOutsideTables,
  run: (editor) => {
    const off = editor.read(() => $toolbarState().list === type);
    editor.dispatchCommand(off ? REMOVE_LIST_COMMAND : insert, undefined);
  },
});

export const listItems: ToolbarItem[] = [
  list('bullet', 'Bulleted list', List, INSERT_UNORDERED_LIST_COMMAND),
  list('number', 'Numbered list', ListOrdered, INSERT_ORDERED_LIST_COMMAND),
  list('check', 'Task list', ListChecks, INSERT_CHECK_LIST_COMMAND),
];
