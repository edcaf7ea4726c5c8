// Inline source: a piece of a line the editor cannot carry (an image, a tag, a footnote's mark),
// shown word for word in the line it stands in, and written word for word. It is taken away as a
// whole or left as it is: half of `<b>` would be something else.

import type { MdastExportRule, MdastImportContext, MdastImportRule } from '@lexical/mdast';
import {
  $applyNodeReplacement,
  $isTextNode,
  type EditorConfig,
  type LexicalNode,
  TextNode,
} from 'lexical';
import type { Nodes, PhrasingContent } from 'mdast';
import { inMarks } from '../markdown/marks';

declare module 'mdast' {
  interface InlineSource extends Node {
    type: 'inlineSource';
    value: string;
  }
  interface PhrasingContentMap {
    inlineSource: InlineSource;
  }
  interface RootContentMap {
    inlineSource: InlineSource;
  }
}

/** What is carried this way, inside a line. */
export const INLINE_SOURCE = new Set(['html', 'image', 'imageReference', 'footnoteReference']);

export class InlineSourceNode extends TextNode {
  override $config() {
    return this.config('inline-source', { extends: TextNode });
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    const theme: unknown = config.theme.inlineSource;
    if (typeof theme === 'string') element.classList.add(...theme.split(' ').filter(Boolean));
    element.title = 'Kept as source';
    return element;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }
}

function $importSource(node: Nodes, { source, format }: MdastImportContext): LexicalNode[] {
  const { start, end } = node.position ?? {};
  const text = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  const made = new InlineSourceNode(text).setMode('token').setFormat(format);
  return [$applyNodeReplacement(made)];
}

export const inlineSourceImportRules: MdastImportRule[] = [...INLINE_SOURCE].map((type) => ({
  type,
  $import: $importSource,
}));

export const inlineSourceExportRules: MdastExportRule[] = [
  {
    type: 'inline-source',
    $export: (node: LexicalNode): PhrasingContent | null =>
      $isTextNode(node)
        ? inMarks({ type: 'inlineSource', value: node.getTextContent() }, node.getFormat())
        : null,
  },
];
