// The toolbar asks what to show only when an update may have changed that: not for a letter, and for
// everything that it shows.

import { $createHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $toolbarState,
  type ToolbarState,
  watchToolbarState,
} from '@renderer/editor/toolbar/toolbar-state';
import fc from 'fast-check';
import {
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type ElementNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, expect, test, vi } from 'vitest';
import { openSection } from './open-section';

const TEXT =
  'One line.\n\n**Bold** and not\n\n- a\n- b\n\n> quoted\n\n### Heading\n\n```\ncode\n```';

const { editor, edit } = openSection('');
let stop = () => {};
afterEach(() => stop());

const $leaf = (root: ElementNode, at: number) => {
  const leaves = root.getAllTextNodes();
  return leaves[at % Math.max(1, leaves.length)];
};
const $selected = () => {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection : null;
};

const CHANGES = {
  letter: () => $selected()?.insertText('e'),
  caret: (root: ElementNode, at: number) => void $leaf(root, at)?.select(1, 1),
  stretch: (root: ElementNode, at: number) => void $leaf(root, at)?.select(0),
  nowhere: () => $setSelection(null),
  bold: () => $selected()?.formatText('bold'),
  heading: () => {
    const selection = $selected();
    if (selection) $setBlocksType(selection, () => $createHeadingNode('h3'));
  },
  paragraph: () => {
    const selection = $selected();
    if (selection) $setBlocksType(selection, () => $createParagraphNode());
  },
  out: (root: ElementNode, at: number) => {
    const block = root.getChildAtIndex(at % Math.max(1, root.getChildrenSize()));
    if (root.getChildrenSize() > 1) block?.remove();
  },
  in: (root: ElementNode) =>
    void root.append($createParagraphNode().append($createTextNode('new'))),
};
type Change = keyof typeof CHANGES | 'undo' | 'redo';

function make(what: Change, at: number): void {
  if (what === 'undo' || what === 'redo') {
    editor.dispatchCommand(what === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
    edit(() => {});
    return;
  }
  edit((root) => void CHANGES[what](root, at));
}

const asText = ({ marks, ...rest }: ToolbarState) => JSON.stringify([[...marks], rest]);
const now = () => asText(editor.read($toolbarState));

test('what it shows is what there is, though it does not look at each update', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          what: fc.constantFrom<Change>(...(Object.keys(CHANGES) as Change[]), 'undo', 'redo'),
          at: fc.nat({ max: 9 }),
        }),
        { minLength: 1, maxLength: 15 },
      ),
      (changes) => {
        stop();
        openSection(TEXT);
        let shown = now();
        stop = watchToolbarState(editor, () => {
          shown = now();
        });
        for (const { what, at } of changes) {
          make(what, at);
          expect(shown).toBe(now());
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a letter is no reason to look', () => {
  openSection(TEXT);
  // A selection that moves takes the marks it had along.
  edit(CHANGES.nowhere);
  edit((root) => void $leaf(root, 0)?.select(3, 3));
  const look = vi.fn();
  stop = watchToolbarState(editor, look);
  edit(CHANGES.letter);
  expect(editor.read(() => $isElementNode($selected()?.anchor.getNode().getParent()))).toBe(true);
  expect(look).not.toHaveBeenCalled();
});
