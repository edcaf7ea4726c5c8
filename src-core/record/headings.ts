// The headings that structure a record: level 1 and 2 in ATX form at the left margin. A line
// scanner rather than a parser: it is linear whatever the text, and a library is read with it.
//
// It follows CommonMark 0.31 (4.2, 4.5, 4.6, 5.2): no heading inside fenced code or HTML blocks,
// and what begins inside a list item ends with it at the latest. It knowingly guesses in one
// place, without harm, since a section is only ever a range of the source: whether a line behind
// a list or a paragraph goes on with it is told from the line itself and the blank line before.
// That matters only to a fence or a block of HTML that is indented by one to three spaces, or
// follows a lone tag, below such a line: it may be taken to be in the list when it is not.

export interface Heading {
  level: 1 | 2;
  /** The line, with its line end. */
  start: number;
  end: number;
  /** What stands on it, without marks and spaces. */
  textStart: number;
  text: string;
}

interface HeadingScan {
  headings: Heading[];
  /** Text that ends with an open fence or HTML block: a line that closes it; null for others. */
  closer: string | null;
}

/** The headings from an offset on. */
export function scanHeadings(text: string, from: number): HeadingScan {
  const headings: Heading[] = [];
  const lines = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
  lines.lastIndex = from;
  let open: Hiding | null = null;
  let item = 0; // the column where the content of the open list item begins; 0 outside of lists
  let isBelowBlank = true;
  for (let found = lines.exec(text); found?.[0]; found = lines.exec(text)) {
    const start = found.index;
    const line = found[0].replace(/[\r\n]+$/, '');
    if (open && !open.endsBefore(line)) {
      if (open.endsWith(line)) open = null;
      isBelowBlank = true; // a paragraph begins behind a block, as it does behind a blank line
      continue;
    }
    if (open) isBelowBlank = true;
    open = null;
    const heading = readHeading(line);
    let isText = false;
    if (heading) {
      const textStart = start + heading.textStart;
      headings.push({ ...heading, start, end: lines.lastIndex, textStart });
      item = 0;
    } else if (!isBlank(line)) {
      const content = intoItems(line, item, isBelowBlank);
      item = content.item;
      const begins = isBelowBlank || content.isNew;
      open = opens(content.text, content.column, begins);
      isText = goesOn(content.text, begins);
    }
    isBelowBlank = !isText;
  }
  return { headings, closer: open?.closer ?? null };
}

function readHeading(line: string): Pick<Heading, 'level' | 'text' | 'textStart'> | null {
  const mark = /^(##?)(?:[ \t]+|$)/.exec(line);
  if (!mark) return null;
  const rest = line.slice(mark[0].length).trimEnd();
  let end = rest.length;
  while (rest[end - 1] === '#') end -= 1;
  const isClosed = end === 0 || /[ \t]/.test(rest.charAt(end - 1));
  const text = isClosed ? rest.slice(0, end).trimEnd() : rest;
  return { level: mark[1] === '#' ? 1 : 2, text, textStart: mark[0].length };
}

const isBlank = (line: string) => /^[ \t]*$/.test(line);
const indentOf = (line: string) => line.search(/[^ ]|$/);

/** Tabs as the spaces they stand for, where a line's indentation and marks are. */
function untabbed(line: string): string {
  let text = line;
  for (let at = text.indexOf('\t'); at !== -1 && at < 40; at = text.indexOf('\t')) {
    text = text.slice(0, at) + ' '.repeat(4 - (at % 4)) + text.slice(at + 1);
  }
  return text;
}

/** Items that begin on one line: more are read as text. */
const MAX_ITEMS = 8;

/** A line's text inside the list items it stands in or begins, and its column. */
function intoItems(line: string, item: number, isBelowBlank: boolean) {
  const whole = untabbed(line);
  const isInside = item > 0 && indentOf(whole) >= item;
  let column = isInside ? item : 0;
  let text = whole.slice(column);
  let outermost = column;
  let isNew = false;
  for (let depth = 0; depth < MAX_ITEMS && !isRule(text); depth += 1) {
    const [mark, number] =
      /^ {0,3}(?:[-+*]|(\d{1,9})[.)])(?: {1,4}(?! )| (?= {4})|$)/.exec(text) ?? [];
    if (mark === undefined) break;
    // Only an item with text, and the number 1 if any, may follow a paragraph without a blank line.
    const isWeak = mark === text || (number !== undefined && Number(number) !== 1);
    if (isWeak && item === 0 && !isNew && !isBelowBlank) break;
    column += Math.max(mark.length, mark.trimEnd().length + 1);
    text = text.slice(mark.length);
    outermost ||= column;
    isNew = true;
  }
  // A line that is not indented may go on with the paragraph above it, and so with its item.
  const isLazy = item > 0 && !isBelowBlank && !beginsBlock(whole);
  return { text, column, isNew, item: outermost === 0 && isLazy ? item : outermost };
}

const isRule = (text: string) => /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(text);

/** Is it text that the next line may go on with? Not an empty item, a rule, or indented code. */
function goesOn(text: string, begins: boolean): boolean {
  return !isBlank(text) && !isRule(text) && !(begins && indentOf(text) >= 4);
}

function beginsBlock(text: string): boolean {
  return /^ {0,3}(?:>|#{1,6}(?: |$))/.test(text) || isRule(text) || opens(text, 0, false) !== null;
}

/** Something that hides headings. */
interface Hiding {
  /** Has it ended before this line, with the list item it stands in? */
  endsBefore(line: string): boolean;
  /** Does it end with this line? */
  endsWith(line: string): boolean;
  /** A line that would end it; null when any blank line or heading does. */
  closer: string | null;
}

const HTML: readonly [RegExp, RegExp, string][] = [
  [/^ {0,3}<script(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</script>'],
  [/^ {0,3}<pre(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</pre>'],
  [/^ {0,3}<style(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</style>'],
  [/^ {0,3}<textarea(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</textarea>'],
  [/^ {0,3}<!--/, /-->/, '-->'],
  [/^ {0,3}<\?/, /\?>/, '?>'],
  [/^ {0,3}<![A-Za-z]/, />/, '>'],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/, ']]>'],
];
const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';
const BLOCK_TAG = new RegExp(`^ {0,3}</?(?:${BLOCK_TAGS})(?:[ \\t]|/?>|$)`, 'i');
const ATTRIBUTE = `[ \\t]+[a-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^ \\t"'=<>\`]+|'[^']*'|"[^"]*"))?`;
const LONE_TAG = new RegExp(
  `^ {0,3}<(?:[a-z][a-z0-9-]*(?:${ATTRIBUTE})*[ \\t]*/?|/[a-z][a-z0-9-]*[ \\t]*)>[ \\t]*$`,
  'i',
);

/**
 * @param column where the text begins on its line: inside a list item when not 0
 * @param mayBeTag whether a lone tag may begin a block here: not in a paragraph
 */
function opens(text: string, column: number, mayBeTag: boolean): Hiding | null {
  if (!/^ {0,3}[`~<]/.test(text)) return null;
  const endsBefore = (line: string) =>
    column > 0 && !isBlank(line) && indentOf(untabbed(line)) < column;
  const inside = (line: string) => (column > 0 ? untabbed(line).slice(column) : line);
  const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text);
  if (fence) {
    const [, marks = '', info = ''] = fence;
    if (marks.startsWith('`') && info.includes('`')) return null;
    const closing = (line: string) => /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(inside(line))?.[1] ?? '';
    return {
      endsBefore,
      endsWith: (line) => closing(line).startsWith(marks),
      closer: column > 0 ? null : marks,
    };
  }
  for (const [start, end, closer] of HTML) {
    if (!start.test(text)) continue;
    if (end.test(text)) return null;
    return { endsBefore, endsWith: (line) => end.test(line), closer: column > 0 ? null : closer };
  }
  const isTag = BLOCK_TAG.test(text) || (mayBeTag && LONE_TAG.test(text));
  return isTag ? { endsBefore, endsWith: isBlank, closer: null } : null;
}
