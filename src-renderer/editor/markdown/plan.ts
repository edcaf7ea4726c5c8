// Decides, for every block of a section, whether the editor can carry it. Promises: a block planned
// as rich says the same after it has been through the editor; everything else stays source.

import { parseFlow } from '@core/record/flow';
import type { Nodes, RootContent } from 'mdast';
import { INLINE_SOURCE } from '../inline-source/inline-source-node';
import { type Definitions, definitionsFor, definitionsIn } from '../references/definitions';
import { htmlOf } from './html-of';
import { type TriedBlock, tryBlock } from './scratch';
import { type MarkdownStyle, styleOf } from './style';

export interface PlannedBlock {
  kind: 'rich' | 'source';
  source: string;
  gap: string;
  /** What the editor would write for the block, unchanged; for a rich block. */
  canonical: string | undefined;
}

export interface SectionPlan {
  lead: string;
  style: MarkdownStyle;
  definitions: Definitions;
  blocks: PlannedBlock[];
}

/** Reads a section's Markdown (any string). Never throws. */
export function planSection(markdown: string): SectionPlan {
  const { lead, blocks } = parseFlow(markdown);
  const style = styleOf(blocks.some(({ node }) => node === undefined) ? '' : markdown);
  const definitions = definitionsIn(blocks.flatMap(({ node }) => node ?? []));
  let before: TriedBlock | undefined;
  const planned = blocks.map(({ source, gap, node }): PlannedBlock => {
    let tried = node === undefined ? undefined : carried(source, node, style, definitions);
    // The editor joins lists of a kind that touch; in the file they are two.
    if (tried?.listType !== undefined && tried.listType === before?.listType) tried = undefined;
    before = tried;
    return { kind: tried ? 'rich' : 'source', source, gap, canonical: tried?.canonical };
  });
  return { lead, style, definitions, blocks: planned };
}

function carried(
  source: string,
  node: RootContent,
  style: MarkdownStyle,
  all: Definitions,
): TriedBlock | undefined {
  if (!mayBeRich(node) || HIDDEN.test(source) || reachesElsewhere(node, source)) return undefined;
  try {
    const definitions = definitionsFor(source, all);
    const tried = tryBlock(source, styleOf(source, style), definitions);
    return tried && htmlOf(tried.text, definitions) === htmlOf(node, definitions)
      ? tried
      : undefined;
  } catch {
    // Whatever an editor cannot even try, it leaves as it is.
    return undefined;
  }
}

/** NUL, a byte order mark and written-out line ends would come back as something else. */
const HIDDEN = /\0|\uFEFF|&#(?:0*1[03]|x0*[ad]);/i;

const NEVER = new Set(['definition', 'footnoteDefinition']);
/** What holds blocks, so that a tag in it is one too. */
const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem']);

/** Rich, as far as the kinds of node go. A list item holds its text, then lists; nothing else. */
function mayBeRich(node: Nodes, parent = 'root'): boolean {
  if (NEVER.has(node.type)) return false;
  if (INLINE_SOURCE.has(node.type)) {
    const isOneLine = node.position?.start.line === node.position?.end.line;
    return isOneLine && !HOLDS_BLOCKS.has(parent);
  }
  if (node.type === 'listItem') {
    const kinds = node.children
      .map((child) => (child.type === 'list' ? 'l' : child.type[0]))
      .join('');
    if (!/^p*l*$/.test(kinds)) return false;
  }
  return (
    !('children' in node) || node.children.every((child: Nodes) => mayBeRich(child, node.type))
  );
}

/** Text like `[a][b]` or `[^1]` may name something in another section; escaping it would cut it. */
function reachesElsewhere(node: Nodes, source: string): boolean {
  if (!/(?<!\\)(?:\]\[|\[\^)/.test(source)) return false;
  if (node.type === 'text') return /\]\[|\[\^/.test(node.value);
  return 'children' in node && node.children.some((child) => reachesElsewhere(child, source));
}
