// Where the caret is, in a form that outlives the editor: child indexes from the root down, and an
// offset. Promises that any place can be put back, at the nearest place that still exists.

import type { CaretPlace } from '@core/session/session';
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
} from 'lexical';

/** The caret's place (its moving end, when text is selected); `undefined` when there is none. */
export function $caretPlace(): CaretPlace | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return undefined;
  const path: number[] = [];
  let node: LexicalNode | null = selection.focus.getNode();
  while (node !== null && node.getParent() !== null) {
    path.unshift(node.getIndexWithinParent());
    node = node.getParent();
  }
  return { path, offset: selection.focus.offset };
}

/** Puts the caret at `place`, or as near to it as the content still reaches. */
export function $placeCaret({ path, offset }: CaretPlace): void {
  let node: LexicalNode = $getRoot();
  let at = offset;
  for (const index of path) {
    if (!$isElementNode(node) || node.isEmpty()) break;
    const size: number = node.getChildrenSize();
    const next: LexicalNode | null = node.getChildAtIndex(Math.max(0, Math.min(index, size - 1)));
    if (next === null) break;
    // What stood there is gone: the end of what comes before it is nearest.
    if (index >= size) at = Number.MAX_SAFE_INTEGER;
    node = next;
  }
  if ($isElementNode(node) && at === Number.MAX_SAFE_INTEGER)
    node = node.getLastDescendant() ?? node;
  if (!$isTextNode(node) && !$isElementNode(node)) {
    at = node.getIndexWithinParent() + 1;
    node = node.getParentOrThrow();
  }
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  const clamped = Math.max(0, Math.min(at, size));
  const kind = $isTextNode(node) ? 'text' : 'element';
  const selection = $createRangeSelection();
  selection.anchor.set(node.getKey(), clamped, kind);
  selection.focus.set(node.getKey(), clamped, kind);
  $setSelection(selection);
}
