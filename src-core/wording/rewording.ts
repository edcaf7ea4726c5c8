// Puts a rewording where the words it takes the place of stood, so that the sentence around it
// still reads: a capital where a sentence begins, one mark at its end, and a question that comes
// in the middle of a sentence begins one of its own.

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The edit in `source` that puts `rewording` in place of a range; null where marks would break. */
export function fitted(source: string, from: number, to: number, rewording: string): Edit | null {
  const range = wholeRange(source, from, to);
  if (!range) return null;
  const { start, end } = range;
  const before = source.slice(0, start);
  const after = source.slice(end);
  const begins = /^[\s\p{P}]*$/u.test(before);
  const words = rewording.replace(/[.]$/, '');
  if (!words.endsWith('?')) return { start, end, text: begins ? capital(words) : words };
  // "The disk was full and they should have noticed" → "The disk was full. What would have …?"
  const link = begins
    ? ''
    : (/(?:\s*[,;–—]|\s+[-–—])?\s+(?:(?:and|but|so|because)\s+)?$/.exec(before)?.[0] ?? '');
  const next = /^(?:[.!?]+|\s*[,;:]?\s+(?=\p{L}))/u.exec(after)?.[0] ?? '';
  const follows = after.slice(next.length);
  const goesOn = next !== '' && /^\s*[,;:]?\s+$/.test(next) && follows !== '';
  const lead = link === '' ? '' : /[:(]$/.test(before.slice(0, -link.length)) ? ' ' : '. ';
  return {
    start: start - link.length,
    end: end + next.length + (goesOn ? 1 : 0),
    text: lead + capital(words) + (goesOn ? ` ${capital(follows.charAt(0))}` : ''),
  };
}

/** The range, or with the marks that stand around it, whichever tears none apart. */
function wholeRange(source: string, start: number, end: number) {
  const left = start - (/[*_~]*$/.exec(source.slice(0, start))?.[0].length ?? 0);
  const right = end + (/^[*_~]*/.exec(source.slice(end))?.[0].length ?? 0);
  const ranges = [start, left].flatMap((from) =>
    [end, right].map((to) => ({ start: from, end: to })),
  );
  return ranges.find((range) => isWhole(source.slice(range.start, range.end)));
}

/** Every mark of emphasis, code and link that begins in it ends in it. */
function isWhole(text: string): boolean {
  const pairs = [
    /\*\*/g,
    /(?<!\*)\*(?!\*)/g,
    /~~/g,
    /`+/g,
    /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
  ];
  const even = pairs.every((pattern) => (text.match(pattern)?.length ?? 0) % 2 === 0);
  return even && count(text, '[') === count(text, ']') && count(text, '(') === count(text, ')');
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
