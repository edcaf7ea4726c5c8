// How Close Call reads Markdown into blocks. Promises: total (never throws, never hangs), and the
// blocks with what lies between them are the input, character for character. Text that would cost
// a parser more than a moment (thousands of brackets, hundreds of nested quotes) is not parsed at
// all: it is one block, kept as it is.

import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** One top-level block, with the text up to the next and the tree it was read as. */
interface FlowBlock {
  source: string;
  gap: string;
  /** Absent when the text was too hard to read: then it is only ever shown as source. */
  node?: RootContent;
}

export interface Flow {
  lead: string;
  blocks: FlowBlock[];
}

const MAX_LENGTH = 64_000;
const MAX_PREFIX_MARKERS = 60;
const MAX_MARKERS = 8_000;
const MAX_INDENT = 160;
/** Per run of lines without a blank one: the parser's work grows with the square of these. */
const MAX_DELIMITERS = 1_500;
const MAX_PIPES = 4_000;

const READ_AS_TEXT = new Set(['paragraph', 'heading', 'table']);

const PREFIX = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/;

/**
 * Whether parsing `markdown` could take longer than a person would wait. Measured, not exact:
 * prose, long tables and long lists of any sane size pass.
 */
export function isTooHard(markdown: string): boolean {
  if (markdown.length > MAX_LENGTH) return true;
  let total = 0;
  let delimiters = 0;
  let pipes = 0;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    if (/^[ \t]*$/.test(line)) {
      delimiters = 0;
      pipes = 0;
      continue;
    }
    const prefix = line.slice(0, line.length - line.replace(PREFIX, '').length);
    if (prefix.length > 1) {
      const markers = countOf(/>|[-+*]|\d+[.)]/g, prefix);
      total += markers;
      if (markers > MAX_PREFIX_MARKERS || total > MAX_MARKERS) return true;
      // Nesting by indentation costs as much as nesting on one line, once there is a marker.
      if (markers > 0 && prefix.length > MAX_INDENT) return true;
    }
    delimiters += countOf(/[[\]*_~!<`]/g, line);
    pipes += countOf(/\|/g, line);
    if (delimiters > MAX_DELIMITERS || pipes > MAX_PIPES) return true;
  }
  return false;
}

function countOf(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].length;
}

/** The tree of `markdown` as this app reads it: CommonMark with GFM. Raises what the parser does. */
export function parseMarkdown(markdown: string): ReturnType<typeof fromMarkdown> {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/**
 * Reads `markdown` (any string) into its top-level blocks. A block runs from the start of its
 * first line to the end of its last, so that it can be read again on its own.
 */
export function parseFlow(markdown: string): Flow {
  if (markdown === '') return { lead: '', blocks: [] };
  // A byte order mark says nothing about the text after it, but hides a heading from the parser.
  const start = markdown.startsWith('\uFEFF') ? 1 : 0;
  const whole: Flow = {
    lead: markdown.slice(0, start),
    blocks: [{ source: markdown.slice(start), gap: '' }],
  };
  if (isTooHard(markdown)) return whole;
  try {
    return cut(markdown, start) ?? whole;
  } catch {
    // A stack too deep, or a parser's bug: the text is not at fault, and stays.
    return whole;
  }
}

function cut(markdown: string, start: number): Flow | undefined {
  // The empty line in front keeps a second byte order mark as text, and moves every offset by one.
  const tree = parseMarkdown(`\n${markdown.slice(start)}`);
  const shift = start - 1;
  const spans: { from: number; to: number; node: RootContent }[] = [];
  let end = start;
  for (const node of tree.children) {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined) return undefined;
    const span = {
      from: Math.max(end, lineStart(markdown, skipLineEnds(markdown, Math.max(end, from + shift)))),
      to: to + shift,
      node,
    };
    // Whatever lies between blocks may be replaced beside an edit, so it must be nothing but space.
    if (/[^\s]/.test(markdown.slice(end, span.from)) || span.to <= span.from) return undefined;
    const before = spans.at(-1);
    if (before && isBound(before.node, node, markdown.slice(before.to))) before.to = span.to;
    else spans.push(span);
    end = span.to;
  }
  if (/[^\s]/.test(markdown.slice(end))) return undefined;
  return {
    lead: markdown.slice(0, spans[0]?.from ?? markdown.length),
    blocks: spans.map(({ from, to, node }, index) => ({
      source: markdown.slice(from, to),
      gap: markdown.slice(to, spans[index + 1]?.from ?? markdown.length),
      node,
    })),
  };
}

/** A line right below another that begins so far in that on its own it would be code. */
const FAR_IN = /^[ \t]*(?:\r\n|\n|\r)(?: {4}| {0,3}\t)[ \t]*[^ \t\r\n]/;

/** Right below a definition, text is read as text however far in it begins. */
function isBound(before: RootContent, node: RootContent, below: string): boolean {
  return before.type === 'definition' && READ_AS_TEXT.has(node.type) && FAR_IN.test(below);
}

/** After a definition, a block's place begins at the line end before it, or with the definition. */
function skipLineEnds(text: string, offset: number): number {
  let at = offset;
  while (text[at] === '\n' || text[at] === '\r') at += 1;
  return at;
}

/** Where the line begins whose first word that is: behind three spaces at most, tabs are of a block. */
function lineStart(text: string, offset: number): number {
  let at = offset;
  while (text[at - 1] === ' ') at -= 1;
  return at;
}
