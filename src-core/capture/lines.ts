// Lines of a pasted text to paragraphs, lists of words and sentences.

/**
 * What stands behind a label and on the lines below it, as Markdown: the lines lose what they
 * are indented by in common, and the blank lines around them.
 */
export function joinLines(lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  const indents = rest
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const indent = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const dedented = rest.map((line) => line.slice(Math.min(indent, line.length)));
  return [first, ...dedented]
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .trimStart();
}

export function firstParagraph(lines: readonly string[]): [string, string] {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start === -1) return ['', ''];
  const length = lines.slice(start).findIndex((line) => line.trim() === '');
  const end = length === -1 ? lines.length : start + length;
  const first = lines.slice(start, end).map((line) => line.trim());
  return [first.join(' '), joinLines(['', ...lines.slice(end)])];
}

/** The first paragraph and the lists that follow it, one word or list of words a line. */
export function listParagraphs(lines: readonly string[]): [string, string] {
  let end = lines.findIndex((line) => line.trim() !== '');
  if (end === -1) return ['', ''];
  const isListOrBlank = /^[ \t]*(?:(?:[-*+•·]|\d{1,3}[.)])[ \t]|$)/;
  while (end < lines.length && (lines[end] ?? '').trim() !== '') end += 1;
  while (end < lines.length && isListOrBlank.test(lines[end] ?? '')) end += 1;
  return [lines.slice(0, end).join('\n'), joinLines(['', ...lines.slice(end)])];
}

/** One line of text without the emphasis around all of it. */
export function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const match = /^(\*\*|__|\*|_)(?=\S)([^*_]+)\1$/.exec(line);
  return match?.[2]?.trim() ?? line;
}

/** With a capital, and a full stop when it is one line that ends in a word. */
export function sentence(text: string): string {
  const capital = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return /[\p{L}\p{N})]$/u.test(capital) && !capital.includes('\n') ? `${capital}.` : capital;
}
