// A section's Markdown as its top-level blocks. Promises that lead + every (source + gap) is the
// input, to the byte, for any input whatever; so one block can be rewritten and the others cannot
// change. What counts as a block is in flow.ts.

import { parseFlow } from './flow';

/** A top-level block exactly as written, and the text (line ends, blank lines) up to the next. */
interface Block {
  source: string;
  gap: string;
}

export interface Blocks {
  /** What comes before the first block; everything, when there is none. */
  lead: string;
  blocks: Block[];
}

/**
 * Splits Markdown (CommonMark and GFM; any line ends, even mixed) into its top-level blocks.
 * Never throws. Text that is too hard to parse (over 64,000 characters, or built to be slow)
 * comes back as one block.
 */
export function splitBlocks(markdown: string): Blocks {
  const { lead, blocks } = parseFlow(markdown);
  return { lead, blocks: blocks.map(({ source, gap }) => ({ source, gap })) };
}

/** The inverse of {@link splitBlocks}. */
export function joinBlocks({ lead, blocks }: Blocks): string {
  return lead + blocks.map(({ source, gap }) => source + gap).join('');
}
