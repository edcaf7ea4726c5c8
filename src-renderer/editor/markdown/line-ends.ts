// Line ends: the editor works with '\n' alone, the file keeps what it has. Promises that a section
// is written with the line end it already uses most.

export type LineEnd = '\n' | '\r\n' | '\r';

/** `text` with every line end as '\n', the form the editor and the parser's values share. */
export function toLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** `text` (lines ended by '\n') with line end `lineEnd`. */
export function withLineEnd(text: string, lineEnd: LineEnd): string {
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}

/** The line end used most in `markdown`; `otherwise` when it has none. */
export function lineEndOf(markdown: string, otherwise: LineEnd = '\n'): LineEnd {
  const count: Record<LineEnd, number> = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const [found] of markdown.matchAll(/\r\n|\n|\r/g)) count[found as LineEnd] += 1;
  const most = (Object.keys(count) as LineEnd[]).reduce((a, b) => (count[b] > count[a] ? b : a));
  return count[most] === 0 ? otherwise : most;
}
