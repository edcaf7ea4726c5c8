// Code and source blocks hold plain text and nothing else: no bold, no links, nothing nested.

import { CodeNode } from '@lexical/code-core';
import {
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  defineExtension,
  mergeRegister,
} from 'lexical';
import { $plainNodes, SourceNode } from '../source-block/source-node';

function $keepPlain(code: CodeNode): void {
  for (const child of code.getChildren()) {
    if ($isTextNode(child)) {
      if (child.getFormat() !== 0) child.setFormat(0);
      if (child.getStyle() !== '') child.setStyle('');
    } else if (!$isLineBreakNode(child) && !$isTabNode(child)) {
      const text = $isElementNode(child) ? child.getTextContent() : '';
      for (const plain of $plainNodes(text)) child.insertBefore(plain);
      child.remove();
    }
  }
}

export const PlainCodeExtension = defineExtension({
  name: 'close-call/plain-code',
  nodes: () => [CodeNode, SourceNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(CodeNode, $keepPlain),
      editor.registerNodeTransform(SourceNode, $keepPlain),
    ),
});
