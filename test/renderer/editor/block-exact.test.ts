// Opening a section and saving it changes nothing; changing one block changes that block only.
// Row 11 of the promise, with every example of CommonMark and of GitHub Flavored Markdown.

import { parseFlow } from '@core/record/flow';
import { $isSourceNode } from '@renderer/editor/source-block/source-node';
import { tests } from 'commonmark-spec';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  type ElementNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { GFM_EXTENSIONS, GFM_SPEC } from '../../fixtures/gfm';
import { openSection } from './open-section';

/** For a machine with a lot else to do. */
const SLOW = { timeout: 240_000 };

const TYPED = 'and more';

/** Types at one end of a block; false when it has no text to type in. */
function $type(root: ElementNode, index: number, where: 'start' | 'end'): boolean {
  const block = root.getChildAtIndex(index);
  if (!$isElementNode(block)) return false;
  const near = where === 'end' ? block.getLastDescendant() : block.getFirstDescendant();
  const into = $isElementNode(near) ? near : (near?.getParent() ?? block);
  const text = $createTextNode(where === 'end' ? ` ${TYPED}` : `${TYPED} `);
  if (where === 'end') into.append(text);
  else into.splice(0, 0, [text]);
  return true;
}

interface Edit {
  what: string;
  /** Edits the block at `index`, and says whether it could. */
  make: (root: ElementNode, index: number) => boolean;
  /** What of the blocks is not touched: those before `index`, and those from `index` + this on. */
  rest: 0 | 1;
}

const $typed = () => $createParagraphNode().append($createTextNode(TYPED));

const edits: Edit[] = [
  { what: 'type at its end', make: (root, index) => $type(root, index, 'end'), rest: 1 },
  { what: 'type at its start', make: (root, index) => $type(root, index, 'start'), rest: 1 },
  {
    what: 'put a paragraph in its place',
    make: (root, index) => root.getChildAtIndex(index)?.replace($typed()) !== undefined,
    rest: 1,
  },
  {
    what: 'put a paragraph before it',
    make: (root, index) => root.getChildAtIndex(index)?.insertBefore($typed()) !== undefined,
    rest: 0,
  },
  {
    what: 'take it away',
    make: (root, index) => {
      root.getChildAtIndex(index)?.remove();
      return true;
    },
    rest: 1,
  },
];

/** What is wrong with the blocks in `saved` that were not touched, if anything. */
function harm(text: string, index: number, rest: number, saved: string): string | undefined {
  const { lead, blocks } = parseFlow(text);
  const written = blocks.map(({ source, gap }) => source + gap);
  const before = (lead + written.slice(0, index).join('')).trimEnd();
  const after = written.slice(index + rest).join('');
  if (!saved.startsWith(before)) return 'bytes before it changed';
  if (!saved.endsWith(after)) return 'bytes after it changed';
  const now = parseFlow(saved).blocks.map(({ source }) => source);
  const was = blocks.map(({ source }) => source);
  const [above, below] = [was.slice(0, index), was.slice(index + rest)];
  const same =
    now.slice(0, above.length).join('\0') === above.join('\0') &&
    now.slice(now.length - below.length).join('\0') === below.join('\0');
  return same ? undefined : 'another block is no block of its own any more';
}

const COMMONMARK = tests.map(({ markdown }) => markdown.replaceAll('→', '\t'));
/** Most of its examples are CommonMark's own, and are edited once. */
const GFM_ONLY = GFM_SPEC.filter((text) => !COMMONMARK.includes(text));

describe.each([
  { name: 'CommonMark', texts: COMMONMARK, edited: COMMONMARK, count: 652, rich: 690 },
  { name: 'GFM spec', texts: GFM_SPEC, edited: GFM_ONLY, count: 673, rich: 700 },
  {
    name: 'GFM extensions',
    texts: GFM_EXTENSIONS,
    edited: GFM_EXTENSIONS,
    count: 30,
    rich: 30,
  },
])('row 11: $name, an example a section', ({ name, texts, edited, count, rich: least }) => {
  it('saves every example as it was opened, and says how many blocks are rich', SLOW, () => {
    let same = 0;
    let rich = 0;
    const source: Record<string, number> = {};
    for (const text of texts) {
      const section = openSection(text);
      if (section.markdown() === text) same += 1;
      const { blocks } = parseFlow(text);
      section.editor.read(() => {
        const nodes = $getRoot().getChildren();
        blocks.forEach(({ node }, index) => {
          const kind = node?.type ?? 'unread';
          if ($isSourceNode(nodes[index])) source[kind] = (source[kind] ?? 0) + 1;
          else rich += 1;
        });
      });
    }
    const kinds = Object.entries(source).map(([kind, number]) => `${kind} ${number}`);
    console.info(
      `${name}: ${same} of ${texts.length} byte-identical; ${rich} blocks rich, ` +
        `the others source (${kinds.join(', ')})`,
    );
    expect(texts).toHaveLength(count);
    expect(same).toBe(count);
    // What the editor can carry may only grow.
    expect(rich).toBeGreaterThanOrEqual(least);
  });

  it.each(edits)('keeps every other block to the byte: $what', SLOW, ({ what, make, rest }) => {
    let made = 0;
    let joined = 0;
    let comments = 0;
    const harmed: { text: string; index: number; saved: string; harm: string }[] = [];
    for (const text of edited) {
      const { blocks } = parseFlow(text);
      for (let index = 0; index < blocks.length && blocks.length > 1; index += 1) {
        const section = openSection(text);
        let isEdited = false;
        section.edit((root) => {
          isEdited = make(root, index);
        });
        if (!isEdited) continue;
        const left = section.editor.read(() => $getRoot().getChildrenSize());
        if (left < blocks.length - 1) {
          // Two lists with nothing between them any more are one, on the screen too.
          joined += 1;
          continue;
        }
        made += 1;
        const saved = section.markdown();
        if (what !== 'take it away') expect(saved).toContain(TYPED);
        // Only two blocks that were not changed, and would be one, have something put between them.
        if (saved.split('<!-- -->').length > text.split('<!-- -->').length) comments += 1;
        const found = harm(text, index, rest, saved);
        if (found) harmed.push({ text, index, saved, harm: found });
      }
    }
    console.info(
      `${name}: ${made - harmed.length} of ${made} edits leave every other block (${what})` +
        (joined > 0 ? `; ${joined} made two lists one` : '') +
        (comments > 0 ? `; ${comments} put a comment between two blocks` : ''),
    );
    if (what !== 'take it away') expect(comments).toBe(0);
    expect(made).toBeGreaterThan(0);
    expect(harmed).toEqual([]);
  });
});
