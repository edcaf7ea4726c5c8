// What there is to read in a section's Markdown: prose, one paragraph, list item or heading at a
// time. A line scanner rather than a parser, linear whatever the text. Code, quoted blocks and
// HTML are not read: they say what a machine or someone else has said.

/** A stretch of prose as it stands in the text, soft line breaks and marks included. */
export interface Passage {
  start: number;
  text: string;
}

const FENCE = /^\s*(`{3,}|~{3,})/;
/** What may stand before the words: the mark of a heading or a list item, a box to tick. */
const MARKER = /^\s*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)/;
const NOT_PROSE = /^\s*(?:>|<|\[[^\]]+\]:|(?:[-*_]\s*){3,}$|={3,}\s*$|\|?\s*:?-{3,})/;

/** The passages of a section, in order. Never throws. */
export function passagesOf(markdown: string): Passage[] {
  const passages: Passage[] = [];
  let begun: number | null = null;
  let end = 0;
  let fence = '';
  let isBelowBlank = true;
  const close = () => {
    if (begun !== null) passages.push({ start: begun, text: markdown.slice(begun, end) });
    begun = null;
  };
  const lines = /([^\r\n]*)(\r\n|\n|\r|$)/y;
  for (let found = lines.exec(markdown); found; found = lines.exec(markdown)) {
    const [whole, line = ''] = found;
    const marker = MARKER.exec(line)?.[0] ?? '';
    const words = line.slice(marker.length);
    const mark = FENCE.exec(words)?.[1] ?? '';
    const isBlank = line.trim() === '';
    if (fence) {
      if (mark.startsWith(fence)) fence = '';
    } else if (mark) {
      close();
      fence = mark;
    } else if (
      isBlank ||
      NOT_PROSE.test(line) ||
      NOT_PROSE.test(words) ||
      (begun === null && isBelowBlank && isCode(line))
    ) {
      close();
    } else {
      if (marker || line.includes('|')) close();
      begun ??= found.index + marker.length;
      end = found.index + line.length;
      if (/^\s*#/.test(line)) close();
    }
    isBelowBlank = isBlank;
    if (whole === '') break;
  }
  close();
  return passages;
}

/** Indented code; a paragraph inside a list item is indented too, but seldom by a tab or this far. */
function isCode(line: string): boolean {
  return /^(?:\t| {4,})\S/.test(line) && !MARKER.test(line);
}

/** Where sentences begin and end in a passage. */
export function sentencesOf(passage: string): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  const ends = /(?:[.!?…]+["”’*_)\]]*(?=\s|$))|\||$/g;
  let start = 0;
  for (const found of passage.matchAll(ends)) {
    const end = found.index + (found[0] === '|' ? 0 : found[0].length);
    if (/\b(?:e\.g|i\.e|vs|approx|etc|cf|incl|resp)\.$/i.test(passage.slice(start, end))) continue;
    const from = start + (/^[\s|]*/.exec(passage.slice(start, end))?.[0].length ?? 0);
    if (end > from) sentences.push({ start: from, end });
    start = end;
  }
  return sentences;
}
