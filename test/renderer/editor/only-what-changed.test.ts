// Writing only the blocks that changed comes to the same as writing all of them, whatever is done to
// a section: typed, put in, taken out, moved, formatted, undone.

import {
  $exportSection,
  forgetChanged,
  type WrittenParts,
} from '@renderer/editor/markdown/export-section';
import { loadSection } from '@renderer/editor/markdown/load-section';
import fc from 'fast-check';
import {
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  type ElementNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { expect, test } from 'vitest';
import { openSection } from './open-section';

const TEXT = [
  'One line of words.',
  '6 % of *disk*, and 9 % an hour',
  '- a\n- b\n  - c',
  '> quoted',
  '1. first\n2. second',
  '```\ncode\n```',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'Last words',
].join('\n\n');

const { editor, edit } = openSection('');

type Change = {
  what: 'type' | 'bold' | 'out' | 'in' | 'move' | 'undo' | 'redo';
  at: number;
  text: string;
};
const change: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom('type', 'bold', 'out', 'in', 'move', 'undo', 'redo'),
  at: fc.nat({ max: 9 }),
  text: fc.constantFrom('x', ' more', '*', '- ', 'www.a.example', '', '7'),
});

function $block(root: ElementNode, at: number) {
  return root.getChildAtIndex(at % Math.max(1, root.getChildrenSize()));
}

function make({ what, at, text }: Change): void {
  if (what === 'undo' || what === 'redo') {
    editor.dispatchCommand(what === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
    // It is done in an update of its own.
    edit(() => {});
    return;
  }
  edit((root) => {
    const block = $block(root, at);
    const leaf = $isElementNode(block) ? block.getAllTextNodes().at(-1) : undefined;
    if (what === 'in')
      root.splice(Math.min(at, root.getChildrenSize()), 0, [
        $createParagraphNode().append($createTextNode(text)),
      ]);
    else if (what === 'out') block?.remove();
    else if (what === 'move' && block) root.append(block);
    else if (what === 'bold') leaf?.toggleFormat('bold');
    else if (what === 'type') leaf?.setTextContent(leaf.getTextContent() + text);
  });
}

test('written in parts or as a whole, it is the same', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 10 }), (changes) => {
      const memory = loadSection(editor, TEXT);
      const known: WrittenParts = new Map();
      const stop = editor.registerUpdateListener((update) => forgetChanged(known, update));
      for (const one of changes) {
        make(one);
        const inParts = editor.read(() => $exportSection(memory, known));
        expect(inParts).toBe(editor.read(() => $exportSection(memory)));
      }
      stop();
    }),
    { numRuns: 20 },
  );
}, 120_000);
