// Putting something at the end of a section without touching what stands in it: the bytes before
// stay, and what is put in is read back as blocks of its own.

import { splitBlocks } from '../record/blocks';

/** The line end a section is written with; the record's where it has none of its own. */
export function lineEndIn(section: string, lineEnd: '\n' | '\r\n'): '\n' | '\r\n' {
  if (section.includes('\r\n')) return '\r\n';
  return section.includes('\n') ? '\n' : lineEnd;
}

/**
 * The section with these blocks behind it, each a block of Markdown with `\n` for line ends; null
 * where they would run into what stands there, such as a code block that is never closed.
 */
export function withBlocks(
  section: string,
  blocks: readonly string[],
  lineEnd: '\n' | '\r\n',
): string | null {
  const eol = lineEndIn(section, lineEnd);
  const before = section.trimEnd();
  const added = blocks.map((block) => block.replace(/\n/g, eol));
  const result = [...(before ? [before] : []), ...added].join(eol + eol);
  const was = splitBlocks(before).blocks.map(({ source }) => source);
  const is = splitBlocks(result).blocks.map(({ source }) => source);
  const wanted = [...was, ...added];
  return is.length === wanted.length && is.every((source, index) => source === wanted[index])
    ? result
    : null;
}
