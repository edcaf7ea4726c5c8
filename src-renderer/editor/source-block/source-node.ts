// A source block: Markdown the editor cannot carry without loss, shown word for word and edited as
// plain text. It is a kind of code block, so everything that must not happen in one (formatting,
// Markdown shortcuts, splitting into paragraphs) does not happen here either.

import { CodeNode } from '@lexical/code-core';
import type { MdastExportRule } from '@lexical/mdast';
import {
  $create,
  $createLineBreakNode,
  $createTabNode,
  $createTextNode,
  type EditorConfig,
  type LexicalNode,
  tokenizeRawText,
} from 'lexical';

const SOURCE_LABEL = 'Kept as source';

export class SourceNode extends CodeNode {
  override $config() {
    return this.config('source-block', { extends: CodeNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    const theme: unknown = config.theme.sourceBlock;
    if (typeof theme === 'string') element.className = theme;
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', SOURCE_LABEL);
    // The style sheet shows it: text in the box itself would be part of the source.
    element.setAttribute('data-label', SOURCE_LABEL);
    return element;
  }
}

/** The nodes for plain `text`: lines and tabs as the editor wants them. */
export function $plainNodes(text: string): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  tokenizeRawText(text, {
    text: (part) => nodes.push($createTextNode(part)),
    linebreak: () => nodes.push($createLineBreakNode()),
    tab: () => nodes.push($createTabNode()),
  });
  return nodes;
}

/** A source block holding `text` (lines ended by '\n'). */
export function $createSourceNode(text: string): SourceNode {
  return $create(SourceNode).append(...$plainNodes(text));
}

export function $isSourceNode(node: LexicalNode | null | undefined): node is SourceNode {
  return node instanceof SourceNode;
}

export const sourceExportRules: MdastExportRule[] = [
  {
    type: 'source-block',
    $export: (node: LexicalNode) => ({ type: 'html', value: node.getTextContent() }),
  },
];
