// An editor that is never shown, in which a block is tried out: imported, put in shape by the same
// transforms, and written again. Made on first use and shared; it holds nothing between calls.

import { buildEditorFromExtensions } from '@lexical/extension';
import { $isListNode, type ListType } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { $getRoot, defineExtension, type LexicalEditor } from 'lexical';
import type { Definitions } from '../references/definitions';
import { $freshText } from './fresh-text';
import { $importBlock } from './import-block';
import { SectionMarkdownExtension } from './section-markdown';
import type { MarkdownStyle } from './style';

let shared: LexicalEditor | undefined;

function scratch(): LexicalEditor {
  shared ??= buildEditorFromExtensions(
    defineExtension({
      name: 'close-call/scratch',
      namespace: 'close-call-scratch',
      dependencies: [SectionMarkdownExtension],
      $initialEditorState: null,
      onError: (error) => {
        throw error;
      },
    }),
  );
  return shared;
}

export interface TriedBlock {
  /** The block written anew, in the style given. */
  text: string;
  /** The same, as it would be saved: with a heading's level lowered if need be. */
  canonical: string;
  /** The kind of list it is, when it is one. */
  listType: ListType | undefined;
}

/** Results by style and source: a section is opened again far more often than it is new. */
const known = new Map<string, TriedBlock | undefined>();
const MAX_KNOWN = 1_000;

/**
 * What becomes of `source` in the editor, with the definitions it may refer to; `undefined` unless
 * it is exactly one block there.
 */
export function tryBlock(
  source: string,
  style: MarkdownStyle,
  definitions: Definitions,
): TriedBlock | undefined {
  const key = JSON.stringify([style, source, definitions.map(({ text }) => text)]);
  if (known.has(key)) return known.get(key);
  const tried = tryAnew(source, style, definitions);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, tried);
  return tried;
}

function tryAnew(
  source: string,
  style: MarkdownStyle,
  definitions: Definitions,
): TriedBlock | undefined {
  const editor = scratch();
  let made = 0;
  editor.update(
    () => {
      const nodes = $importBlock(source, definitions);
      made = nodes.length;
      $getRoot()
        .clear()
        .append(...nodes);
    },
    { discrete: true },
  );
  return editor.read(() => {
    const [node, ...others] = $getRoot().getChildren();
    if (node === undefined || others.length > 0 || made !== 1) return undefined;
    const text = $freshText(node, { style, definitions, keepLevel: true });
    return {
      text,
      canonical: $isHeadingNode(node) ? $freshText(node, { style, definitions }) : text,
      listType: $isListNode(node) ? node.getListType() : undefined,
    };
  });
}
