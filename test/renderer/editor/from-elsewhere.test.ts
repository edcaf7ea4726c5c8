// What someone else makes of a section while it is open: only the blocks that differ are made anew,
// and the caret stays beside the words it was beside.

import { $exportSection } from '@renderer/editor/markdown/export-section';
import { loadSection } from '@renderer/editor/markdown/load-section';
import type { SectionMemory } from '@renderer/editor/markdown/memory';
import { updateSection } from '@renderer/editor/markdown/update-section';
import fc from 'fast-check';
import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { openSection } from './open-section';

const { editor } = openSection('');
const keys = () => editor.read(() => $getRoot().getChildrenKeys());
const written = (memory: SectionMemory) => editor.read(() => $exportSection(memory));
const load = (markdown: string) => loadSection(editor, markdown);

/** Puts the caret into a block's first text. */
function putCaret(block: number, offset: number): void {
  editor.update(
    () => {
      const node = $getRoot().getChildAtIndex(block);
      const text = $isElementNode(node) ? node.getFirstDescendant() : null;
      if ($isTextNode(text)) text.select(offset, offset);
    },
    { discrete: true },
  );
}

/** The text of the caret's node with a bar where it stands. */
const caret = () =>
  editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const text = selection.focus.getNode().getTextContent();
    return `${text.slice(0, selection.focus.offset)}|${text.slice(selection.focus.offset)}`;
  });

describe('a change from elsewhere', () => {
  test('leaves the blocks it does not touch as they are, with the caret in them', () => {
    const memory = load('One.\n\n- two\n- three\n\nFour.');
    putCaret(2, 2);
    const before = keys();
    const after = updateSection(editor, memory, 'One, and more.\n\n- two\n- three\n\nFour.');
    expect(after && written(after)).toBe('One, and more.\n\n- two\n- three\n\nFour.');
    expect(keys().slice(1)).toEqual(before.slice(1));
    expect(keys()[0]).not.toBe(before[0]);
    expect(caret()).toBe('Fo|ur.');
  });

  test('in the block of the caret leaves it beside its words', () => {
    const memory = load('We looked at it.');
    putCaret(0, 'We looked'.length);
    const after = updateSection(editor, memory, 'We all looked at it.');
    expect(after && written(after)).toBe('We all looked at it.');
    expect(caret()).toBe('We all looked| at it.');
  });

  test('takes blocks away, puts some in and moves none of the rest', () => {
    const memory = load('A\n\nB\n\nC');
    const [a, , c] = keys();
    const after = updateSection(editor, memory, 'A\n\nX\n\nY\n\nC\n');
    expect(after && written(after)).toBe('A\n\nX\n\nY\n\nC\n');
    expect([keys()[0], keys()[3]]).toEqual([a, c]);
    const empty = after && updateSection(editor, after, '');
    expect(empty && written(empty)).toBe('');
    expect(keys()).toHaveLength(1);
  });

  test('keeps what was typed here in another block, and what it is written as', () => {
    const memory = load('A\n\nB');
    editor.update(
      () => {
        const last = $getRoot().getLastDescendant();
        if ($isTextNode(last)) last.setTextContent('B *typed*');
      },
      { discrete: true },
    );
    const typed = written(memory);
    const [, typing] = keys();
    const next = typed.replace('A', 'A from elsewhere');
    const after = updateSection(editor, memory, next);
    expect(after && written(after)).toBe(next);
    expect(keys()[1]).toBe(typing);
  });

  test('that changes how everything is written is loaded anew', () => {
    const memory = load('A [link][1]\n\n[1]: https://a.example');
    expect(updateSection(editor, memory, 'A [link][1]\n\n[1]: https://b.example')).toBeNull();
  });
});

const block = fc.constantFrom(
  'One line.',
  'Two *words*.',
  '- a\n- b',
  '1. a\n2. b',
  '### Heading',
  '> quoted',
  '```\ncode\n```',
  '<div>raw</div>',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'ends with two  \nlines',
);
const section = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n'));

test('whatever becomes of a section, the editor holds it, byte for byte', () => {
  fc.assert(
    fc.property(section, section, section, (first, second, third) => {
      let memory = load(first);
      for (const next of [second, third]) {
        memory = updateSection(editor, memory, next) ?? load(next);
        expect(written(memory)).toBe(next);
      }
    }),
    { numRuns: 40 },
  );
});
