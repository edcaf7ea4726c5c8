// One block of Markdown as editor nodes, on its own. What @lexical/mdast leaves for later (lines
// in code, which headings were already there) is done here, so that a block just loaded is in the
// form the editor would give it.

import { $isCodeNode } from '@lexical/code-core';
import { $generateNodesFromMarkdownString } from '@lexical/mdast';
import { $isHeadingNode } from '@lexical/rich-text';
import { $isElementNode, $setState, type LexicalNode } from 'lexical';
import { givenLevelState } from '../headings/heading-level';
import { type Definitions, noDefinitions, withDefinitions } from '../references/definitions';
import { $plainNodes } from '../source-block/source-node';
import { toLineFeeds } from './line-ends';

/**
 * The nodes for `source`, detached; its links may use `definitions`. Call inside an update of an
 * editor with the section's extensions. Raises what the parser raises.
 */
export function $importBlock(
  source: string,
  definitions: Definitions = noDefinitions,
): LexicalNode[] {
  const nodes = $generateNodesFromMarkdownString(withDefinitions(toLineFeeds(source), definitions));
  for (const node of nodes) $finish(node);
  return nodes;
}

function $finish(node: LexicalNode): void {
  if ($isCodeNode(node)) {
    const text = node.getTextContent();
    node.clear().append(...$plainNodes(text));
    return;
  }
  if ($isHeadingNode(node)) $setState(node, givenLevelState, true);
  if ($isElementNode(node)) for (const child of node.getChildren()) $finish(child);
}
