// Where things stand in a record's text: byte-order mark, front matter, preamble, sections.
// Every part is a range of the source; together they cover it, so nothing can be lost between.

import { type Heading, scanHeadings } from './headings';
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
  /** The first level-1 heading before the first section. */
  title: Heading | null;
  sections: SectionSlice[];
  /** Does the text end in a code block or HTML block that is never closed? */
  isOpen: boolean;
  /** The line end new text is written with: the more frequent one. */
  eol: '\n' | '\r\n';
}

export function layOut(text: string): Layout {
  const { yaml, bodyStart } = findFrontMatter(text);
  const { headings: all, closer } = scanHeadings(text, bodyStart);
  const headings = all.filter(({ level }) => level === 2);
  const [first] = headings;
  const title = all[0]?.level === 1 ? all[0] : null;
  const taken = new Set<SectionKey>();
  const sections = headings.map((heading, index): SectionSlice => {
    const known = keyOfHeading(heading.text);
    const key = known && !taken.has(known) ? known : null;
    if (key) taken.add(key);
    return {
      heading: heading.text,
      key,
      headingRange: { start: heading.start, end: heading.end },
      contentRange: { start: heading.end, end: headings[index + 1]?.start ?? text.length },
    };
  });
  return {
    yaml,
    bodyStart,
    preamble: { start: bodyStart, end: first?.start ?? text.length },
    title,
    sections,
    isOpen: closer !== null,
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
  const rest = slice.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '');
  const start = range.start + slice.length - rest.length;
  return { start, end: start + rest.trimEnd().length };
}

/** The first line of a page: a title as a level-1 heading reads it back. */
export function titleAsHeading(title: string): string {
  // A last `#` behind a space would be read as a closing mark.
  return title
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(^|\s)(#+)$/, '$1\\$2');
}

/** The inverse of {@link titleAsHeading}. */
export function headingAsTitle(text: string): string {
  return text.replace(/(^|\s)\\(#+)$/, '$1$2');
}

export function findFrontMatter(text: string): { yaml: Range | null; bodyStart: number } {
  const begin = text.startsWith('\uFEFF') ? 1 : 0;
  const none = { yaml: null, bodyStart: begin };
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(begin, begin + 64));
  if (!open) return none;
  const start = begin + open[0].length;
  // Below a line that YAML takes for one too: not behind a lone carriage return, and not `^` with
  // the m flag, which takes U+2028 for a line end.
  const close = /\n(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/g;
  close.lastIndex = start - 1;
  const found = close.exec(text);
  if (!found) return none;
  return { yaml: { start, end: found.index + 1 }, bodyStart: found.index + found[0].length };
}

const KEYS = new Map(SECTION_KEYS.map((key) => [SECTION_HEADINGS[key].toLowerCase(), key]));

function keyOfHeading(title: string): SectionKey | null {
  return KEYS.get(title.toLowerCase()) ?? null;
}
