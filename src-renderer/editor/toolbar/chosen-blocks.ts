// The blocks a selection reaches, at the outermost level they share.

import {
  $getSelection,
  $isRangeSelection,
  $isRootNode,
  $isRootOrShadowRoot,
  $selectAll,
  type LexicalNode,
} from 'lexical';

/** The selected blocks in order, each a child of the root or of the same quote; often just one. */
export function $chosenBlocks(): LexicalNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = new Set<LexicalNode>();
  for (const node of [...selection.getNodes(), selection.anchor.getNode()]) {
    const block = [node, ...node.getParents()].find((at) => $isRootOrShadowRoot(at.getParent()));
    if (block) blocks.add(block);
  }
  const chosen = [...blocks];
  const parent = chosen[0]?.getParent();
  return chosen
    .filter((block) => block.getParent()?.is(parent))
    .sort((a, b) => a.getIndexWithinParent() - b.getIndexWithinParent());
}

/**
 * Moves a selection of whole blocks into them: one on the section itself names places that are
 * gone once its blocks are wrapped or replaced.
 */
export function $selectInsideBlocks(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  if (selection.getStartEndPoints().some((point) => $isRootNode(point.getNode()))) $selectAll();
}
