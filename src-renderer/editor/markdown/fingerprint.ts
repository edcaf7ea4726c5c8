// Whether a block is still what was loaded. Promises: the same content gives the same fingerprint,
// whatever the editor notes beside it (where the caret's format was left, directions, widths).

import { $isElementNode, type LexicalNode } from 'lexical';

const NOT_CONTENT = new Set([
  ...['version', 'direction', 'textFormat', 'textStyle', 'style', 'detail', 'mode', 'indent'],
  ...['value', 'rel', 'target', 'colWidths', 'width', 'height', 'children'],
]);

/** A string that differs when the content of `node` differs. Call inside a read or an update. */
export function $fingerprint(node: LexicalNode): string {
  return JSON.stringify($content(node));
}

function $content(node: LexicalNode): unknown {
  const own = Object.entries(node.exportJSON()).filter(
    // An element's format is its alignment, which Markdown has no word for.
    ([key]) => !NOT_CONTENT.has(key) && !(key === 'format' && $isElementNode(node)),
  );
  return $isElementNode(node) ? [own, node.getChildren().map($content)] : own;
}
