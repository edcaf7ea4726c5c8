// A section as Markdown again. Promises: what was not changed is written as it was, byte for byte,
// whatever is changed beside it, and with the gaps it had where its neighbours are the same; an
// unedited section is its own source; the order is the editor's; and an emptied section is ''.

import { $isListNode, type ListNode } from '@lexical/list';
import {
  $getRoot,
  HISTORIC_TAG,
  type LexicalNode,
  type NodeKey,
  type UpdateListenerPayload,
} from 'lexical';
import { furtherIn } from '../lists/list-indent';
import { $isSourceNode } from '../source-block/source-node';
import { type Piece, settle, staysApart } from './boundaries';
import { $fingerprint } from './fingerprint';
import { $freshText, $plainText, type FreshOptions } from './fresh-text';
import { guardSource } from './guard-source';
import { toLineFeeds, withLineEnd } from './line-ends';
import type { RememberedBlock, SectionMemory } from './memory';
import { styleOf } from './style';

interface Part extends Piece {
  node: LexicalNode;
  remembered: RememberedBlock | undefined;
  kept: boolean;
}

/** Blocks as they were written last, by their node's key: for those that have not changed since. */
export type WrittenParts = Map<NodeKey, Part>;

/**
 * The editor's content as Markdown. Call inside a read or an update; never changes `memory`. What
 * `known` has is taken as it is, and what is written is put there: whoever keeps it takes out what
 * changes.
 */
export function $exportSection(memory: SectionMemory, known?: WrittenParts): string {
  return textOf($exportPieces(memory, known));
}

/** The same in pieces, of which those that say something else now are others. */
export function $exportPieces(memory: SectionMemory, known?: WrittenParts): string[] {
  const parts = $parts(memory, known);
  const last = memory.blocks.size - 1;
  if (parts.length === 0) return last < 0 ? [memory.markdown] : [];
  const whole = parts.length - 1 === last;
  if (whole && parts.every(({ kept, remembered }, at) => kept && remembered?.index === at)) {
    return [memory.markdown];
  }
  const { lead, tail } = last < 0 ? spaceAround(memory) : memory;
  return [lead, ...join(parts, memory, last), tail];
}

/** Not joined: that copies all of it, with each letter. */
export function textOf(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) text += piece;
  return text;
}

/**
 * Takes out what an update has touched: each changed node, and everything it is in. A state that
 * came as a whole (undo, redo) says nothing of that.
 */
export function forgetChanged(
  known: WrittenParts,
  {
    tags,
    dirtyElements,
    dirtyLeaves,
  }: Pick<UpdateListenerPayload, 'tags' | 'dirtyElements' | 'dirtyLeaves'>,
): void {
  const isWhole = tags.has(HISTORIC_TAG) || (dirtyLeaves.size === 0 && dirtyElements.size === 1);
  if (isWhole) known.clear();
  for (const key of dirtyElements.keys()) known.delete(key);
  for (const key of dirtyLeaves) known.delete(key);
}

/** A block of the editor that says something, as it would be written. */
export interface WrittenBlock {
  key: NodeKey;
  text: string;
  isSource: boolean;
}

/** The blocks that are written, in their order. Call inside a read or an update. */
export function $writtenBlocks(memory: SectionMemory): WrittenBlock[] {
  return $parts(memory).map(({ node, text }) => ({
    key: node.getKey(),
    text,
    isSource: $isSourceNode(node),
  }));
}

function $parts(memory: SectionMemory, known?: WrittenParts): Part[] {
  const nodes = $getRoot().getChildren();
  const all: Part[] = [];
  /** Looked for only when there is a block that nobody remembers. */
  let lost: Map<string, RememberedBlock> | undefined;
  const isFound = ({ node, remembered }: Part) =>
    remembered !== undefined && remembered !== memory.blocks.get(node.getKey());
  for (const node of nodes) {
    const key = node.getKey();
    let part = known?.get(key);
    if (part === undefined) {
      let remembered = memory.blocks.get(key);
      if (remembered === undefined) {
        lost ??= lostBlocks(nodes, memory, all.filter(isFound));
        remembered = lost.get($fingerprint(node));
      }
      part = $part(node, remembered, memory);
      known?.set(key, part);
    }
    if (lost && isFound(part)) lost.delete(part.remembered?.fingerprint ?? '');
    all.push(part);
  }
  return all.filter(({ text }) => text !== '');
}

/**
 * A block that was turned into something else and back has a new key, and is still the same. By what
 * they look like, without those that are `found`.
 */
function lostBlocks(
  nodes: readonly LexicalNode[],
  { blocks }: SectionMemory,
  found: readonly Part[],
): Map<string, RememberedBlock> {
  const lost = new Map<string, RememberedBlock>();
  const present = new Set(nodes.map((node) => node.getKey()));
  for (const [key, block] of blocks) {
    if (!present.has(key)) lost.set(block.fingerprint, block);
  }
  for (const { remembered } of found) if (remembered) lost.delete(remembered.fingerprint);
  return lost;
}

function $part(
  node: LexicalNode,
  remembered: RememberedBlock | undefined,
  memory: SectionMemory,
): Part {
  // Only asked for when something is written: finding a style means reading the block.
  const style = () =>
    remembered ? styleOf(toLineFeeds(remembered.source), memory.style) : memory.style;
  const write = (text: string) => withLineEnd(text, memory.lineEnd);
  const keep = ({ source }: RememberedBlock): Part => ({
    node,
    text: source,
    remembered,
    kept: true,
    others: () => closed(source, write),
  });
  // Words say all there is in them: what the block looks like need not be asked.
  const plain = $plainText(node);
  if (remembered && plain === null && remembered.fingerprint === $fingerprint(node)) {
    return keep(remembered);
  }
  const { definitions } = memory;
  const fresh = plain ?? $freshText(node, { style: style(), definitions });
  if (remembered && fresh === remembered.canonical) return keep(remembered);
  const others = () =>
    $isListNode(node) ? $spellings(node, fresh, { style: style(), definitions }).map(write) : [];
  return { node, text: write(fresh), remembered, kept: false, others };
}

/** What was not changed keeps its bytes; what it leaves open can still be closed behind them. */
function closed(source: string, write: (text: string) => string): string[] {
  const text = toLineFeeds(source);
  const guarded = guardSource(text);
  const isCloser = guarded !== text && guarded.startsWith(text);
  return isCloser ? [source + write(guarded.slice(text.length))] : [];
}

/** A list written with other markers, and with its text further in. */
function $spellings(list: ListNode, fresh: string, options: FreshOptions): string[] {
  const { style } = options;
  const ordered = style.ordered === '.' ? ')' : '.';
  const bullets = (['-', '*', '+'] as const).filter((bullet) => bullet !== style.bullet);
  const marked = [style.bullet, ...bullets].map((bullet) =>
    $freshText(list, { ...options, style: { ...style, bullet, ordered }, forgetMarker: true }),
  );
  return [...marked, ...[fresh, ...marked].flatMap(furtherIn)];
}

function join(parts: Part[], memory: SectionMemory, last: number): string[] {
  const blank = memory.lineEnd + memory.lineEnd;
  const written: string[] = [];
  let before: Part | undefined;
  let previous: { text: string; gap: string } | undefined;
  for (const part of parts) {
    let after = part;
    if (before) {
      if (isUntouched(before, part)) {
        previous = { text: before.text, gap: before.remembered?.gap ?? '' };
      } else {
        const gap = gapWanted(before, part, last, blank);
        const earlier = previous;
        const fits = (text: string) => !earlier || staysApart(earlier.text, earlier.gap, text);
        const settled = settle(before, gap, part, blank, fits);
        previous = { text: settled.before, gap: settled.gap };
        if (settled.after !== part.text) after = { ...part, text: settled.after, kept: false };
      }
      written.push(previous.text, previous.gap);
    }
    before = after;
  }
  written.push(before?.text ?? '');
  return written;
}

/** Both as they were, and next to each other then too. */
function isUntouched(before: Part, after: Part): boolean {
  const { kept, remembered } = before;
  return kept && after.kept && remembered?.index === (after.remembered?.index ?? 0) - 1;
}

function gapWanted(before: Part, after: Part, last: number, blank: string): string {
  const own = before.remembered;
  // The last block's gap is the section's end, not a gap.
  if (own === undefined || own.index === last || !/[\r\n]/.test(own.gap)) return blank;
  const isBlank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(own.gap);
  return after.remembered || isBlank ? own.gap : blank;
}

/** A section that was only space: some of it stays before the first block, some after. */
function spaceAround({ markdown, lineEnd }: SectionMemory): { lead: string; tail: string } {
  return /[\r\n]/.test(markdown)
    ? { lead: lineEnd, tail: lineEnd + lineEnd }
    : { lead: '', tail: '' };
}
