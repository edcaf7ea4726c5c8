// Where things stand in a record's text: byte-order mark, front matter, preamble, sections.
// Every part is a range of the source; together they cover it, so nothing can be lost between.

import { SECTION_HEADINGS, SECTION_KEYS, type SectionKey } from './model';

export interface Range {
  start: number;
  end: number;
}

export interface SectionSlice {
  heading: string;
  /** null for a section the format does not know, and for a second one of the same name. */
  key: SectionKey | null;
  /** The heading line, with its line end. */
  headingRange: Range;
  /** From after the heading line to the next heading or the end, blank lines included. */
  contentRange: Range;
}

export interface Layout {
  /** The YAML between the fences, without them; null when there is no front matter. */
  yaml: Range | null;
  /** Where the Markdown begins. */
  bodyStart: number;
  /** From the body's start to the first section: the title heading and whatever stands by it. */
  preamble: Range;
  sections: SectionSlice[];
  /** The line end new text is written with: the more frequent one. */
  eol: '\n' | '\r\n';
}

export function layOut(text: string): Layout {
  const { yaml, bodyStart } = findFrontMatter(text);
  const headings = findHeadings(text, bodyStart);
  const first = headings[0];
  const taken = new Set<SectionKey>();
  const sections = headings.map((heading, index): SectionSlice => {
    const known = keyOfHeading(heading.title);
    const key = known && !taken.has(known) ? known : null;
    if (key) taken.add(key);
    return {
      heading: heading.title,
      key,
      headingRange: { start: heading.start, end: heading.end },
      contentRange: { start: heading.end, end: headings[index + 1]?.start ?? text.length },
    };
  });
  return {
    yaml,
    bodyStart,
    preamble: { start: bodyStart, end: first?.start ?? text.length },
    sections,
    eol: dominantEol(text),
  };
}

export function dominantEol(text: string): '\n' | '\r\n' {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  return crlf > lf ? '\r\n' : '\n';
}

/** The range of a section's text without the blank lines around it. */
export function trimmedRange(text: string, range: Range): Range {
  const slice = text.slice(range.start, range.end);
  const lead = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(slice)?.[0].length ?? 0;
  const body = slice.slice(lead).replace(/\s+$/, '');
  return { start: range.start + lead, end: range.start + lead + body.length };
}

function findFrontMatter(text: string): { yaml: Range | null; bodyStart: number } {
  const begin = text.startsWith('\uFEFF') ? 1 : 0;
  const none = { yaml: null, bodyStart: begin };
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(begin, begin + 64));
  if (!open) return none;
  const start = begin + open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$(?![\s\S]))/gm;
  close.lastIndex = start;
  const found = close.exec(text);
  if (!found) return none;
  return { yaml: { start, end: found.index }, bodyStart: found.index + found[0].length };
}

function keyOfHeading(title: string): SectionKey | null {
  const lower = title.toLowerCase();
  return SECTION_KEYS.find((key) => SECTION_HEADINGS[key].toLowerCase() === lower) ?? null;
}

interface Heading {
  title: string;
  start: number;
  end: number;
}

/**
 * Level-2 ATX headings that stand at the left margin, outside fenced code, comments and the
 * HTML blocks that may hold blank lines (CommonMark 0.31, 4.5 and 4.6, kinds 1–5). A line
 * scanner rather than a parser: it is linear whatever the text, and a library is read with it.
 */
function findHeadings(text: string, from: number): Heading[] {
  const headings: Heading[] = [];
  const lines = /([^\r\n]*)(\r\n|\n|\r|$)/g;
  lines.lastIndex = from;
  let until: ((line: string) => boolean) | null = null;
  while (lines.lastIndex < text.length) {
    const match = lines.exec(text);
    if (!match) break;
    const line = match[1] ?? '';
    if (until) {
      if (until(line)) until = null;
      continue;
    }
    const title = headingTitle(line);
    if (title !== null) {
      headings.push({ title, start: match.index, end: match.index + match[0].length });
      continue;
    }
    until = opens(line);
  }
  return headings;
}

function headingTitle(line: string): string | null {
  if (!/^##(?:[ \t]|$)/.test(line)) return null;
  return line
    .slice(2)
    .trim()
    .replace(/(^|[ \t])#+$/, '')
    .trim();
}

const HTML_ENDS: [RegExp, RegExp][] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

/** If the line opens something that hides headings: the test for the line that ends it. */
function opens(line: string): ((line: string) => boolean) | null {
  const fence = /^( {0,3})(`{3,}|~{3,})(.*)$/.exec(line);
  if (fence && !(fence[2]?.startsWith('`') && fence[3]?.includes('`'))) {
    const mark = fence[2]?.charAt(0) ?? '`';
    const length = fence[2]?.length ?? 3;
    return (next) => {
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(next)?.[1];
      return !!closing?.startsWith(mark) && closing.length >= length;
    };
  }
  for (const [start, end] of HTML_ENDS) {
    if (start.test(line)) return end.test(line) ? null : (next) => end.test(next);
  }
  return null;
}
