// The lines a chat puts around a message when it is copied: who posted it and when, before it;
// "(edited)", reactions and the count of replies behind it. They are no part of what was told, and
// whoever spoke in confidence must not be named by them.

const TIME = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]m`;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const DAY = [
  'today|yesterday',
  '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*',
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}[./]\d{1,2}[./]?(?:\d{2,4})?`,
  String.raw`\d{1,2}\.?\s${MONTH}(?:,?\s\d{4})?`,
  String.raw`${MONTH}\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?`,
].join('|');
const STAMP = String.raw`(?:(?:${DAY})(?:,|\s+at)?\s+)?(?:at\s+)?(?:${TIME})`;
const WORD = String.raw`[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*`;
const NAME = String.raw`${WORD}(?:\s(?:${WORD}|d[aei]|v[ao]n|de[rn]|l[ae]|al|bin|[(][^()]{1,30}[)])){0,5}`;
/** A status beside the name, as an emoji or its short code, or the mark of a bot. */
const BADGE = String.raw`(?:\s*(?::[a-z0-9_+-]{1,40}:|(?:\p{Extended_Pictographic}|\uFE0F)+|\bAPP\b))*`;

const ONLY_NAME = new RegExp(`^${NAME}${BADGE}$`, 'u');
const ONLY_STAMP = new RegExp(String.raw`^[[(]?(?:${STAMP})[\])]?(?:\s*\(edited\))?$`, 'iu');
/** The name is told by its capitals, or, written like a handle, by the gap behind it. */
const NAMED = [
  new RegExp(String.raw`^(${NAME})${BADGE}[\s,–—-]+[[(]?(.{1,40})$`, 'u'),
  new RegExp(String.raw`^([\p{L}\p{N}._-]{1,40})${BADGE}(?:\s{2,}|\t)[[(]?(.{1,40})$`, 'u'),
];
const BRACKETED = new RegExp(String.raw`^\[(?:${STAMP})\]\s*(.{0,60}?):?$`, 'iu');
/** Who and when before the words, on the same line. */
const INLINE = [
  new RegExp(String.raw`^(?:\[(?:${STAMP})\]|(?:${STAMP})\s[-–])\s*[^:\n]{1,60}:\s`, 'iu'),
  new RegExp(String.raw`^[^:[\]\n]{1,60}\[(?:${STAMP})\]:?\s`, 'iu'),
];
const AFTER =
  /^(?:\(edited\)|\d{1,4} repl(?:y|ies)(?: .{0,80})?|last reply .{0,80}|view (?:thread|newer replies)|(?:(?::[a-z0-9_+-]{1,40}:|(?:\p{Extended_Pictographic}|\uFE0F)+)\s*\d{1,4}\s*)+)$/iu;
/** No line of a chat's own is longer. */
const MAX = 120;

/**
 * How many characters of the line say who posted what comes behind them, and when; 0 for none.
 * `[14:02] Sam: ` and `20/11/2026, 14:02 - Sam: `.
 */
export function postedInline(line: string): number {
  const start = line.slice(0, MAX);
  if (!/\d/.test(start)) return 0;
  for (const form of INLINE) {
    const match = form.exec(start);
    if (match) return match[0].length;
  }
  return 0;
}

/**
 * How many lines, ending with the one at `at`, say who posted what comes below: 2 where the name
 * stands above the time, 0 for any other line.
 */
export function postedLines(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? '').trim();
  if (line === '' || line.length > MAX) return 0;
  const above = (lines[at - 1] ?? '').trim();
  if (ONLY_STAMP.test(line)) return above.length <= MAX && ONLY_NAME.test(above) ? 2 : 1;
  if (BRACKETED.test(line)) return 1;
  return NAMED.some((form) => ONLY_STAMP.test(form.exec(line)?.[2] ?? '')) ? 1 : 0;
}

/** Is it "(edited)", a row of reactions or the count of replies? */
export function isBehindMessage(line: string): boolean {
  const text = line.trim();
  return text.length <= MAX && AFTER.test(text);
}
