// Takes into an editor what someone else has made of its section. Promises: blocks that are the same
// stay as they are, with what is typed and selected in them; only the others are made anew, and a
// caret in one of those stays beside the words it was beside.

import { changeOf } from '@core/record/merge-typing';
import {
  $addUpdateTag,
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  CLEAR_HISTORY_COMMAND,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import {
  $placeSelection,
  $readSelection,
  $textOfBlocks,
  type SelectedText,
} from '../caret/caret-offsets';
import { $createSourceNode } from '../source-block/source-node';
import { $exportSection, $writtenBlocks } from './export-section';
import { $fingerprint } from './fingerprint';
import { $importBlock } from './import-block';
import { lineEndOf, toLineFeeds } from './line-ends';
import { LOAD_TAG } from './load-section';
import type { RememberedBlock, SectionMemory } from './memory';
import { type PlannedBlock, planSection, type SectionPlan } from './plan';

/**
 * Makes the editor hold `markdown`; gives what it remembers then. Null when only loading the whole
 * anew will do, and then nothing has been changed that loading would not replace.
 */
export function updateSection(
  editor: LexicalEditor,
  memory: SectionMemory,
  markdown: string,
): SectionMemory | null {
  const plan = planSection(markdown);
  if (!isAlike(plan, memory)) return null;
  const held = editor.read(() => $writtenBlocks(memory));
  const isSame = (at: number, block: PlannedBlock | undefined) =>
    held[at]?.text === block?.source && held[at]?.isSource === (block?.kind === 'source');
  const most = Math.min(held.length, plan.blocks.length);
  let before = 0;
  while (before < most && isSame(before, plan.blocks[before])) before += 1;
  let after = 0;
  while (
    after < most - before &&
    isSame(held.length - 1 - after, plan.blocks[plan.blocks.length - 1 - after])
  ) {
    after += 1;
  }
  const old = held.slice(before, held.length - after).map(({ key }) => key);
  const fresh = plan.blocks.slice(before, plan.blocks.length - after);
  const behind = held[before - 1]?.key ?? null;
  const keys = replace(editor, { old, fresh, behind, definitions: plan.definitions });
  if (keys === null) return null;
  // Whoever only looks on sees where it goes on.
  const last = keys.at(-1);
  if (last !== undefined && !document.hasFocus()) {
    editor.getElementByKey(last)?.scrollIntoView?.({ block: 'nearest' });
  }
  const kept = (from: number, to?: number) => held.slice(from, to).map(({ key }) => key);
  const all = [...kept(0, before), ...keys, ...kept(held.length - after)];
  return remember(editor, memory, plan, markdown, all);
}

/** Written in the same style, with links that lead to the same: else every block may differ. */
function isAlike({ style, definitions }: SectionPlan, memory: SectionMemory): boolean {
  return (
    JSON.stringify([style, definitions]) === JSON.stringify([memory.style, memory.definitions])
  );
}

interface Replacement {
  /** Keys of the nodes that go, next to one another but for what says nothing. */
  old: readonly NodeKey[];
  fresh: readonly PlannedBlock[];
  /** The node they stand behind; null at the beginning. */
  behind: NodeKey | null;
  definitions: SectionPlan['definitions'];
}

/** The keys of the nodes that came; null when a block did not come to one node. */
function replace(editor: LexicalEditor, replacement: Replacement): NodeKey[] | null {
  const { old, fresh, behind, definitions } = replacement;
  if (old.length === 0 && fresh.length === 0) return [];
  let keys: NodeKey[] | null = null;
  // The states before hold what has been changed elsewhere since: none of them may come back.
  editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
  editor.update(
    () => {
      const nodes = fresh.flatMap(({ kind, source }): LexicalNode[] =>
        kind === 'rich'
          ? $importBlock(source, definitions)
          : [$createSourceNode(toLineFeeds(source))],
      );
      if (nodes.length !== fresh.length) return;
      if (!hasFocus(editor)) $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      const going = old.flatMap((key) => $getNodeByKey(key) ?? []);
      const selected = $readSelection(going);
      const at = behind === null ? 0 : ($getNodeByKey(behind)?.getIndexWithinParent() ?? -1) + 1;
      $getRoot().splice(at, 0, nodes);
      if (selected) $placeSelection(nodes, moved(selected, $textOfBlocks(nodes)));
      for (const node of going) node.remove(true);
      if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
      keys = nodes.map((node) => node.getKey());
    },
    { discrete: true, tag: [LOAD_TAG, HISTORY_MERGE_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
  return keys;
}

/** A selection in a text that has become another: beside the words it was beside. */
function moved(
  { text, anchor, focus }: SelectedText,
  after: string,
): { anchor: number; focus: number } {
  const { start, end, text: put } = changeOf(text, after);
  const follow = (offset: number) => {
    if (offset <= start) return offset;
    return offset >= end ? offset - (end - start) + put.length : start + put.length;
  };
  return { anchor: follow(anchor), focus: follow(focus) };
}

/** What is remembered of the section now; null when its blocks are not one node each. */
function remember(
  editor: LexicalEditor,
  memory: SectionMemory,
  plan: SectionPlan,
  markdown: string,
  keys: readonly NodeKey[],
): SectionMemory | null {
  const blocks = editor.read(() => {
    const entries: [NodeKey, RememberedBlock][] = [];
    for (const [index, key] of keys.entries()) {
      const node = $getNodeByKey(key);
      const planned = plan.blocks[index];
      if (!node?.isAttached() || !planned) return null;
      const { source, gap, canonical } = planned;
      entries.push([key, { index, source, gap, canonical, fingerprint: $fingerprint(node) }]);
    }
    return new Map(entries);
  });
  if (!blocks) return null;
  const { lead, style, definitions } = plan;
  const tail = plan.blocks.at(-1)?.gap ?? '';
  const lineEnd = lineEndOf(markdown, memory.lineEnd);
  const updated = { markdown, lead, tail, lineEnd, style, definitions, blocks };
  // The editor may have joined what came with what was there.
  return editor.read(() => $exportSection(updated)) === markdown ? updated : null;
}

function hasFocus(editor: LexicalEditor): boolean {
  return editor.getRootElement()?.contains(document.activeElement) ?? false;
}
