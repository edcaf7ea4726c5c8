// The first line of a section as plain text, for a table row: only when it is prose, and saying
// whether the row then holds everything the section does.

import type { Nodes, PhrasingContent } from 'mdast';
import { isTooHard, parseMarkdown } from '../record/flow';
import { oneLine } from './words';

/** Longer lines are left to the section itself. */
const LONGEST = 240;

/** What plain text can carry without losing anything but its weight. */
const CARRIED = new Set<Nodes['type']>(['text', 'strong', 'emphasis', 'delete', 'inlineCode']);

export interface FirstLine {
  text: string;
  /** Nothing of the section is left besides. */
  whole: boolean;
}

/** The first line of Markdown prose as plain text; '' when it starts with something else. */
export function firstLineOf(markdown: string): FirstLine {
  const none = { text: '', whole: false };
  const trimmed = markdown.trim();
  const line = /^.*/.exec(trimmed)?.[0] ?? '';
  if (!line || line.length > LONGEST || isTooHard(line)) return none;
  const [block, ...others] = parseMarkdown(line).children;
  if (block?.type !== 'paragraph' || others.length > 0) return none;
  const text = oneLine(textOf(block));
  return { text, whole: text !== '' && line.length === trimmed.length && isCarried(block) };
}

function isCarried(node: { children: PhrasingContent[] }): boolean {
  return node.children.every(
    (child) => CARRIED.has(child.type) && (!('children' in child) || isCarried(child)),
  );
}

/** The text of a tree: what it says without its markup; images by their alternative text. */
function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
