// Undo and redo, of this section only.

import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { Redo2, Undo2 } from 'lucide-react';
import type { ToolbarItem } from './toolbar-item';

/** The two items, enabled as the history says. */
export function historyItems(canUndo: boolean, canRedo: boolean): ToolbarItem[] {
  return [
    {
      name: 'Undo',
      keys: 'Z',
      icon: Undo2,
      isEnabled: () => canUndo,
      run: (editor) => {
        editor.dispatchCommand(UNDO_COMMAND, undefined);
      },
    },
    {
      name: 'Redo',
      icon: Redo2,
      isEnabled: () => canRedo,
      run: (editor) => {
        editor.dispatchCommand(REDO_COMMAND, undefined);
      },
    },
  ];
}
