// Line breaks inside a paragraph. A newline an author typed in the file is "soft": it reads as a
// space, and stays a newline. A break made in the editor is meant as one, and is written hard.

import type { MdastExportRule, MdastImportContext, MdastImportRule } from '@lexical/mdast';
import {
  $createLineBreakNode,
  $getState,
  $isLineBreakNode,
  $setState,
  createState,
  type LexicalNode,
  TEXT_TYPE_TO_FORMAT,
} from 'lexical';
import type { Break, InlineCode, PhrasingContent, Text } from 'mdast';
import { inMarks } from './marks';

declare module 'mdast' {
  interface BreakData {
    /** The break was a plain newline in the source. */
    soft?: boolean;
  }
}

const CODE = TEXT_TYPE_TO_FORMAT.code ?? 0;

/** How the break was written; '' for one made in the editor. */
const spellingState = createState('breakSpelling', {
  parse: (value): '' | 'soft' | '\\' | '  ' =>
    value === 'soft' || value === '\\' || value === '  ' ? value : '',
});
/** The formats it stood inside. */
const aroundState = createState('formatAround', {
  parse: (value) => (typeof value === 'number' ? value : 0),
});

function $importText(node: Text, context: MdastImportContext): LexicalNode[] {
  const nodes = context.createText(node.value);
  for (const made of nodes) {
    if (!$isLineBreakNode(made)) continue;
    $setState(made, spellingState, 'soft');
    $setState(made, aroundState, context.format);
  }
  return nodes;
}

function $importBreak(node: Break, context: MdastImportContext): LexicalNode {
  const made = $createLineBreakNode();
  const first = context.source[node.position?.start.offset ?? 0];
  $setState(made, spellingState, first === ' ' ? '  ' : '\\');
  return $setState(made, aroundState, context.format);
}

function $exportBreak(node: LexicalNode): PhrasingContent | null {
  if (!$isLineBreakNode(node)) return null;
  const spelling = $getState(node, spellingState);
  const written: Break = {
    type: 'break',
    data: spelling === 'soft' ? { soft: true } : { mdastBreak: spelling },
  };
  return inMarks(written, $getState(node, aroundState));
}

export const breakImportRules: MdastImportRule[] = [
  { type: 'text', $import: $importText },
  { type: 'break', $import: $importBreak },
  {
    // In code a newline is a space like any other.
    type: 'inlineCode',
    $import: (node: InlineCode, context: MdastImportContext) =>
      context.createText(node.value.replace(/\n/g, ' '), context.format | CODE),
  },
];

export const breakExportRules: MdastExportRule[] = [{ type: 'linebreak', $export: $exportBreak }];
