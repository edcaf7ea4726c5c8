// A selection as offsets in the text of some blocks, so that it can be put back among other blocks
// that say nearly the same.

import {
  $createRangeSelection,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';

export interface SelectedText {
  /** What the blocks say, a line for each. */
  text: string;
  anchor: number;
  focus: number;
}

interface Leaf {
  node: LexicalNode;
  /** Where it begins in the text. */
  from: number;
  size: number;
}

/** The selection, when both its ends are in these blocks; else null. */
export function $readSelection(blocks: readonly LexicalNode[]): SelectedText | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { text, leaves } = $leavesOf(blocks);
  const anchor = $offsetOf(selection.anchor, leaves);
  const focus = $offsetOf(selection.focus, leaves);
  return anchor === null || focus === null ? null : { text, anchor, focus };
}

/** What the blocks say, as the offsets count it. */
export function $textOfBlocks(blocks: readonly LexicalNode[]): string {
  return $leavesOf(blocks).text;
}

/** Selects in these blocks from one offset to another, or as near as there is a place for a caret. */
export function $placeSelection(
  blocks: readonly LexicalNode[],
  { anchor, focus }: { anchor: number; focus: number },
): void {
  const places = $leavesOf(blocks).leaves.filter(
    ({ node }) => $isTextNode(node) || $isElementNode(node),
  );
  const selection = $createRangeSelection();
  if ($setPoint(selection, 'anchor', anchor, places)) {
    $setPoint(selection, 'focus', focus, places);
    $setSelection(selection);
  }
}

/** Texts, line breaks and the like, and elements with nothing in them, in their order. */
function $leavesOf(blocks: readonly LexicalNode[]): { text: string; leaves: Leaf[] } {
  let text = '';
  const leaves: Leaf[] = [];
  const $visit = (node: LexicalNode): void => {
    const from = text.length;
    if ($isTextNode(node)) text += node.getTextContent();
    else if ($isElementNode(node)) {
      for (const child of node.getChildren()) $visit(child);
      if (node.isEmpty()) leaves.push({ node, from, size: 0 });
      text += '\n';
      return;
    } else text += '\n';
    leaves.push({ node, from, size: text.length - from });
  };
  for (const block of blocks) $visit(block);
  return { text, leaves };
}

function $offsetOf(point: PointType, leaves: readonly Leaf[]): number | null {
  const node = point.getNode();
  if (point.type === 'text' || ($isElementNode(node) && node.isEmpty())) {
    const leaf = leaves.find((one) => one.node.is(node));
    return leaf ? leaf.from + point.offset : null;
  }
  const next = $isElementNode(node) ? node.getChildAtIndex(point.offset) : null;
  if (next) {
    const leaf = leaves.find((one) => one.node.is(next) || next.isParentOf(one.node));
    return leaf ? leaf.from : null;
  }
  const last = leaves.findLast((one) => node.isParentOf(one.node));
  return last ? last.from + last.size : null;
}

function $setPoint(
  selection: RangeSelection,
  end: 'anchor' | 'focus',
  offset: number,
  places: readonly Leaf[],
): boolean {
  const place = places.find(({ from, size }) => offset <= from + size) ?? places.at(-1);
  if (!place) return false;
  const { node, from, size } = place;
  const kind = $isTextNode(node) ? 'text' : 'element';
  selection[end].set(node.getKey(), Math.max(0, Math.min(offset - from, size)), kind);
  return true;
}
