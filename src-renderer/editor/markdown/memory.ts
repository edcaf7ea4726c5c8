// What an editor remembers of the section it loaded: for each block, its node's key, how it was
// written, and what it looked like then. Kept beside the editor, not in it, so that undo and redo,
// which bring nodes back under their old keys, find it again.

import type { NodeKey } from 'lexical';
import type { Definitions } from '../references/definitions';
import type { LineEnd } from './line-ends';
import type { MarkdownStyle } from './style';

export interface RememberedBlock {
  index: number;
  source: string;
  gap: string;
  fingerprint: string;
  canonical: string | undefined;
}

export interface SectionMemory {
  /** The Markdown that was loaded. */
  markdown: string;
  lead: string;
  /** What came after the last block; it stays at the end, whatever the last block is then. */
  tail: string;
  lineEnd: LineEnd;
  style: MarkdownStyle;
  definitions: Definitions;
  blocks: Map<NodeKey, RememberedBlock>;
}
