// An editor's own undo and redo, for whoever decides between it and the rest of the page.

import { getPeerDependencyFromEditor } from '@lexical/extension';
import type { HistoryExtension } from '@lexical/history';
import { getNearestEditorFromDOMNode, REDO_COMMAND, UNDO_COMMAND } from 'lexical';

/** Takes the editor around `target` one step back, or forth; false when there is none to take. */
export function editorStep(direction: 'undo' | 'redo', target: EventTarget | null): boolean {
  const editor = target instanceof Node ? getNearestEditorFromDOMNode(target) : null;
  if (!editor) return false;
  const history = getPeerDependencyFromEditor<typeof HistoryExtension>(
    editor,
    '@lexical/history/History',
  )?.output.historyState.peek();
  const steps = direction === 'undo' ? history?.undoStack : history?.redoStack;
  if (!steps?.length || !editor.isEditable()) return false;
  editor.dispatchCommand(direction === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
  return true;
}
