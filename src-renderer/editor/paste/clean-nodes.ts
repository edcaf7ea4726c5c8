// Makes pasted nodes ones a section can hold. Promises: only the kinds of node this editor knows,
// without styles, alignment or indents; links to https and mailto only; what is refused stays as
// its words.

import { $isLinkNode } from '@lexical/link';
import { $isListItemNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $createTextNode,
  $isElementNode,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
  TEXT_TYPE_TO_FORMAT,
  type TextNode,
} from 'lexical';
import { givenLevelState } from '../headings/heading-level';
import { isAllowedLink } from '../links/link-address';

const KNOWN = new Set([
  ...['paragraph', 'heading', 'quote', 'list', 'listitem', 'link', 'code', 'source-block'],
  ...['table', 'tablerow', 'tablecell', 'text', 'linebreak', 'tab', 'horizontalrule'],
  'inline-source',
]);

const MARKS = (['bold', 'italic', 'strikethrough', 'code'] as const).reduce(
  (bits, mark) => bits | (TEXT_TYPE_TO_FORMAT[mark] ?? 0),
  0,
);

/** `nodes` (detached) as this editor can hold them. Call inside an update. */
export function $cleanNodes(nodes: LexicalNode[]): LexicalNode[] {
  return nodes.flatMap((node) => {
    if ($isElementNode(node)) return $cleanElement(node);
    if ($isTextNode(node)) return [$cleanText(node)];
    if (KNOWN.has(node.getType())) return [node];
    const text = node.getTextContent();
    return text === '' ? [] : [$createTextNode(text)];
  });
}

function $cleanText(node: TextNode): TextNode {
  const known = KNOWN.has(node.getType()) ? node : $createTextNode(node.getTextContent());
  return known.setFormat(node.getFormat() & MARKS).setStyle('');
}

function $cleanElement(node: ElementNode): LexicalNode[] {
  const children = $cleanNodes(node.getChildren());
  const isLink = $isLinkNode(node);
  if (!KNOWN.has(node.getType()) || (isLink && !isAllowedLink(node.getURL()))) return children;
  node.setFormat('').setStyle('').setDirection(null);
  // An item's indent is the list it is nested in.
  if (!$isListItemNode(node)) node.setIndent(0);
  if (isLink) node.setTarget(null).setRel(null).setTitle(null);
  if ($isHeadingNode(node)) $setState(node, givenLevelState, false);
  return [node.splice(0, node.getChildrenSize(), children)];
}
