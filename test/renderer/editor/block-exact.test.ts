// Opening a section and saving it changes nothing; changing one block changes that block only.

import { parseFlow } from '@core/record/flow';
import { $isSourceNode } from '@renderer/editor/source-block/source-node';
import { tests as examples } from 'commonmark-spec';
import { $createTextNode, $getRoot, $isElementNode, type ElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { openSection } from './open-section';

const texts = examples.map(({ markdown }) => markdown.replaceAll('→', '\t'));

/** For a machine with a lot else to do. */
const SLOW = { timeout: 120_000 };

/** Types at the end of the block; false when it has no text to type in. */
function $type(root: ElementNode, index: number, text: string): boolean {
  const block = root.getChildAtIndex(index);
  if (!$isElementNode(block)) return false;
  const last = block.getLastDescendant();
  const into = $isElementNode(last) ? last : (last?.getParent() ?? block);
  into.append($createTextNode(text));
  return true;
}

describe('CommonMark, an example a section', () => {
  it('saves all 652 as they were opened, and says how many blocks stay source', SLOW, () => {
    let same = 0;
    let rich = 0;
    let source = 0;
    for (const text of texts) {
      const section = openSection(text);
      if (section.markdown() === text) same += 1;
      section.editor.read(() => {
        if (parseFlow(text).blocks.length === 0) return;
        for (const node of $getRoot().getChildren()) $isSourceNode(node) ? source++ : rich++;
      });
    }
    console.info(
      `${same} of ${texts.length} saved as opened; ${rich} blocks rich, ${source} source`,
    );
    expect(same).toBe(652);
    // What the editor can carry may only grow.
    expect(rich).toBeGreaterThanOrEqual(590);
  });

  it('keeps every other block to the byte when one is changed', SLOW, () => {
    let edits = 0;
    const respelled: string[] = [];
    for (const text of texts) {
      const { lead, blocks } = parseFlow(text);
      const written = blocks.map(({ source, gap }) => source + gap);
      for (let index = 0; index < blocks.length && blocks.length > 1; index += 1) {
        const section = openSection(text);
        let typed = false;
        section.edit((root) => {
          typed = $type(root, index, ' and more');
        });
        if (!typed) continue;
        edits += 1;
        const saved = section.markdown();
        expect(saved).toContain('and more');
        const before = lead + written.slice(0, index).join('');
        expect(saved.slice(0, before.trimEnd().length)).toBe(before.trimEnd());
        if (!saved.endsWith(written.slice(index + 1).join(''))) respelled.push(text);
      }
    }
    console.info(
      `${edits} edits of one block; ${respelled.length} where the next had to be respelled`,
    );
    expect(edits).toBeGreaterThan(380);
    // In these the next block is no part of the list only for how far the list is indented.
    expect(respelled).toEqual([
      ' -    one\n\n     two\n',
      '-    foo\n\n  bar\n',
      '-\n\n  foo\n',
      '1. a\n\n  2. b\n\n    3. c\n',
    ]);
  });
});
