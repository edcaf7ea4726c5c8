// What the toolbar shows of the place the caret is in.

import { $isCodeNode } from '@lexical/code-core';
import { $isLinkNode } from '@lexical/link';
import { $isListNode, type ListType } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import { $isTableNode, $isTableSelection } from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type TextFormatType,
  type UpdateListenerPayload,
} from 'lexical';
import { $isSourceNode } from '../source-block/source-node';

export interface ToolbarState {
  marks: ReadonlySet<TextFormatType>;
  heading: HeadingTagType | undefined;
  list: ListType | undefined;
  isQuote: boolean;
  isCode: boolean;
  isSource: boolean;
  isTable: boolean;
  isLink: boolean;
}

export const noState: ToolbarState = {
  marks: new Set(),
  heading: undefined,
  list: undefined,
  isQuote: false,
  isCode: false,
  isSource: false,
  isTable: false,
  isLink: false,
};

const MARKS: TextFormatType[] = ['bold', 'italic', 'strikethrough', 'code'];

/** The state at the selection. Call inside a read or an update. */
export function $toolbarState(): ToolbarState {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return { ...noState, isTable: true };
  if (!$isRangeSelection(selection)) return noState;
  const around: LexicalNode[] = [selection.anchor.getNode()];
  around.push(...selection.anchor.getNode().getParents());
  const heading = around.find($isHeadingNode);
  return {
    marks: new Set(MARKS.filter((mark) => selection.hasFormat(mark))),
    heading: heading?.getTag(),
    list: around.find($isListNode)?.getListType(),
    isQuote: around.some($isQuoteNode),
    isCode: around.some((node) => $isCodeNode(node) && !$isSourceNode(node)),
    isSource: around.some($isSourceNode),
    isTable: around.some($isTableNode),
    isLink: around.some($isLinkNode),
  };
}

/** Calls back after each update that may have changed the state; gives what ends that. */
export function watchToolbarState(editor: LexicalEditor, changed: () => void): () => void {
  let place = placeIn(editor.getEditorState());
  return editor.registerUpdateListener((update) => {
    const before = place;
    place = placeIn(update.editorState);
    if (place !== before || movesBlocks(update)) changed();
  });
}

/** Names the text the caret is in, and its marks: within it only `movesBlocks` changes the state. */
function placeIn(editorState: EditorState): string {
  const selection = editorState.read($getSelection);
  if (selection === null) return 'nowhere';
  return $isRangeSelection(selection) ? `${selection.anchor.key} ${selection.format}` : 'elsewhere';
}

/** Whether an update does more than write in the texts there are. */
function movesBlocks({ dirtyElements, dirtyLeaves }: UpdateListenerPayload): boolean {
  // Of a state that comes as a whole only the root is told.
  if (dirtyLeaves.size === 0) return dirtyElements.size > 0;
  // The root is said to be changed itself by any change at all.
  for (const [key, isItself] of dirtyElements) if (isItself && key !== 'root') return true;
  return false;
}

/** Whether the caret is where text can have marks and blocks a kind. */
export const isRich = (state: ToolbarState) => !state.isCode && !state.isSource;

/** The same, where a block can also be another kind: not in a table's cell. */
export const isBlock = (state: ToolbarState) => isRich(state) && !state.isTable;

/** What a table cannot hold makes room there for its rows and columns. */
export const isOutsideTables = ({ isTable }: ToolbarState) => !isTable;
