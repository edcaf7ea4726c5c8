// Puts a section's Markdown into an editor. Promises: one top-level node for each block; nothing
// to undo; and a memory with which exporting right away gives the same Markdown back.

import {
  $createParagraphNode,
  $getRoot,
  CLEAR_HISTORY_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { Definitions } from '../references/definitions';
import { $createSourceNode } from '../source-block/source-node';
import { $fingerprint } from './fingerprint';
import { $importBlock } from './import-block';
import { type LineEnd, lineEndOf, toLineFeeds } from './line-ends';
import type { RememberedBlock, SectionMemory } from './memory';
import { type PlannedBlock, planSection } from './plan';

/** On every update that loads content; such an update is not an edit. */
export const LOAD_TAG = 'close-call-load';

/**
 * Replaces what `editor` holds with `markdown` (any string). `lineEnd` is used where the section
 * has none of its own. Never throws for the sake of the Markdown.
 */
export function loadSection(
  editor: LexicalEditor,
  markdown: string,
  lineEnd: LineEnd = '\n',
): SectionMemory {
  const plan = planSection(markdown);
  // Before, not after: the history starts from the state of the next update, which is the load.
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  let blocks = fill(editor, plan.blocks, plan.definitions);
  if (blocks === undefined) {
    // Side by side, the blocks became something else than one by one. Not known to happen.
    const asSource = plan.blocks.map((block): PlannedBlock => ({ ...block, kind: 'source' }));
    blocks = fill(editor, asSource, plan.definitions) ?? new Map();
  }
  return {
    markdown,
    lead: plan.lead,
    tail: plan.blocks.at(-1)?.gap ?? '',
    lineEnd: lineEndOf(markdown, lineEnd),
    style: plan.style,
    definitions: plan.definitions,
    blocks,
  };
}

function fill(
  editor: LexicalEditor,
  plan: PlannedBlock[],
  definitions: Definitions,
): SectionMemory['blocks'] | undefined {
  editor.update(
    () => {
      const nodes = plan.flatMap(({ kind, source }): LexicalNode[] =>
        kind === 'rich'
          ? $importBlock(source, definitions)
          : [$createSourceNode(toLineFeeds(source))],
      );
      $getRoot()
        .clear()
        .append(...(nodes.length > 0 ? nodes : [$createParagraphNode()]));
    },
    {
      discrete: true,
      tag: [LOAD_TAG, HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
    },
  );
  // Read after the transforms have run, so that what they do on load is not taken for an edit.
  return editor.read(() => {
    const nodes = $getRoot().getChildren();
    if (plan.length === 0) return new Map();
    if (nodes.length !== plan.length) return undefined;
    return new Map(
      nodes.map((node, index): [string, RememberedBlock] => {
        const { source = '', gap = '', canonical } = plan[index] ?? {};
        return [node.getKey(), { index, source, gap, canonical, fingerprint: $fingerprint(node) }];
      }),
    );
  });
}
