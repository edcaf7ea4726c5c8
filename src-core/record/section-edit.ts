// Writing one section of a record's page. Every other section keeps its bytes and says what it
// said; a text that would run into what follows it is refused.

import { AppError } from '../errors';
import { type Layout, layOut, type SectionSlice, trimmedRange } from './layout';
import { SECTION_HEADINGS, SECTION_KEYS, type SectionKey } from './model';

/** The text with one section's Markdown set. Raises AppError `not-saved`. */
export function writeSection(text: string, key: SectionKey, markdown: string): string {
  const layout = layOut(text);
  const body = markdown.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '').trimEnd();
  const slice = layout.sections.find((section) => section.key === key);
  if (!slice && body === '') return text;
  const result = slice
    ? replaceBody(text, slice, body, layout)
    : addSection(text, key, body, layout);
  if (!readsBack(result, key, body)) {
    const reason =
      layout.isOpen && layout.sections.length === 0
        ? 'cannot be added below a code block that is never closed'
        : 'would run into what follows: close its code block, or begin its headings with ###';
    throw new AppError('not-saved', `“${SECTION_HEADINGS[key]}” ${reason}`, { section: key });
  }
  return result;
}

function replaceBody(text: string, slice: SectionSlice, body: string, { eol }: Layout): string {
  const old = trimmedRange(text, slice.contentRange);
  const before = text.slice(old.start, old.end);
  const written = withLineEnds(body, before, eol);
  if (written === before) return text;
  if (before !== '' && body !== '') {
    return text.slice(0, old.start) + written + text.slice(old.end);
  }
  // From or to an empty section: one blank line on each side, and a line end at the text's end.
  const { end } = slice.contentRange;
  const heading = text.slice(0, slice.headingRange.end);
  const lead = endsLine(heading) ? '' : eol;
  const blank = end < text.length ? eol : '';
  if (body === '') return heading + lead + blank + text.slice(end);
  return heading + lead + eol + written + eol + blank + text.slice(end);
}

function addSection(text: string, key: SectionKey, body: string, layout: Layout): string {
  const { eol } = layout;
  const at = placeForSection(text, layout, key);
  const before = text.slice(0, at);
  const lead = endsLine(before) ? '' : eol;
  const isBlankAbove = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before);
  const section = `## ${SECTION_HEADINGS[key]}${eol}${eol}${withLineEnds(body, '', eol)}${eol}`;
  return (
    before +
    lead +
    (isBlankAbove ? '' : eol) +
    section +
    (at < text.length ? eol : '') +
    text.slice(at)
  );
}

/** Before the first present section that comes later in the format, else at the end. */
function placeForSection(text: string, { sections, isOpen }: Layout, key: SectionKey): number {
  const position = SECTION_KEYS.indexOf(key);
  const later = sections.find(
    (section) => section.key !== null && SECTION_KEYS.indexOf(section.key) > position,
  );
  // A code block that is never closed would swallow what is put behind it.
  const swallowing = isOpen ? sections.at(-1) : undefined;
  return (later ?? swallowing)?.headingRange.start ?? text.length;
}

function endsLine(text: string): boolean {
  return /[\r\n]$/.test(text);
}

/**
 * New text with the line ends of the file. Lines that stand unchanged at the end of the old text
 * keep theirs, and so do those that stand in an old one's place, counted from the beginning; text
 * that brings its own carriage returns is left as it is.
 */
function withLineEnds(body: string, before: string, eol: string): string {
  if (body.includes('\r')) return body;
  const lines = body.split('\n');
  const old = before.split(/(?<=\n|\r(?!\n))/).map((line) => {
    const content = line.replace(/[\r\n]+/, '');
    return { content, end: line.slice(content.length) };
  });
  let tail = 0;
  while (tail < old.length && lines.at(-1 - tail) === old.at(-1 - tail)?.content) tail += 1;
  const usual = before.includes('\n') && !before.includes('\r') ? '\n' : eol;
  return lines
    .map((line, index) => {
      if (index === lines.length - 1) return line;
      const fromEnd = lines.length - index;
      const replaced = index < old.length - tail ? old[index] : undefined;
      const kept = fromEnd <= tail ? old.at(-fromEnd) : replaced;
      return line + (kept?.end || usual);
    })
    .join('');
}

/**
 * Is the section read back as it was written? Then all others are read as before: nothing above it
 * was touched, and it ends where the next heading is seen, behind which nothing above matters.
 */
function readsBack(result: string, key: SectionKey, body: string): boolean {
  const slice = layOut(result).sections.find((section) => section.key === key);
  const range = slice && trimmedRange(result, slice.contentRange);
  return toLf(result.slice(range?.start, range?.end)) === toLf(body);
}

function toLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
