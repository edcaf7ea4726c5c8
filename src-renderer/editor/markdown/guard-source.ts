// The text of an edited source block is written as typed, with two exceptions that protect the
// rest of the record: it may not start a section, and it may not leave something open (a comment,
// a fence) that would swallow what follows it. Promises: text that does neither comes back as is.

import { isTooHard, parseMarkdown } from '@core/record/flow';

const CLOSERS = ['-->', '?>', ']]>', '</script>', '</style>', '</pre>', '</textarea>', '>'];

/** `text` (lines ended by '\n') made safe to stand in a section. */
export function guardSource(text: string): string {
  if (isTooHard(text)) return text;
  const closed = isClosed(text) ? text : close(text);
  return lowerHeadings(closed);
}

/** Whether what comes after `text` is read as if `text` were not there. */
function isClosed(text: string): boolean {
  try {
    const last = parseMarkdown(`${text}\n\n## end`).children.at(-1);
    return last?.type === 'heading' && last.depth === 2;
  } catch {
    return true;
  }
}

function close(text: string): string {
  const fence = /^ {0,3}(`{3,}|~{3,})/gm;
  const fences = [...text.matchAll(fence)].map((match) => match[1] ?? '').reverse();
  const closer = [...CLOSERS, ...fences].find((end) => isClosed(`${text}\n${end}`));
  return closer === undefined ? text : `${text}\n${closer}`;
}

/** Level 1 and 2 headings at the left edge begin a section; here they become level 3. */
function lowerHeadings(text: string): string {
  let lowered = text;
  const headings = parseMarkdown(text).children.filter((node) => node.type === 'heading');
  for (const { depth, position } of headings.reverse()) {
    const from = position?.start.offset;
    const to = position?.end.offset;
    if (depth > 2 || from === undefined || to === undefined) continue;
    const written = text.slice(from, to);
    // A heading underlined with === or --- loses its underline.
    const content = /^#/.test(written)
      ? written.replace(/^#+/, '###')
      : `### ${written
          .slice(0, written.lastIndexOf('\n'))
          .replace(/\s*\n\s*/g, ' ')
          .trim()}`;
    lowered = lowered.slice(0, from) + content + lowered.slice(to);
  }
  return lowered;
}
