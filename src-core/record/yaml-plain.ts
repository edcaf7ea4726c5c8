// Front matter as almost all of it is written, read at once: a line for a key and its value, lists
// and maps of such lines, short lists in brackets. It reads a small part of YAML, and of that part
// exactly what the full parser reads; for whatever is beyond it, it gives null, and never guesses.
// A library of thousands of files is listed with it.

import { MAX_YAML, type Plain } from './yaml-source';

interface Line {
  /** Spaces before the text. */
  indent: number;
  /** Without spaces around it. */
  text: string;
}
type PlainMap = { [key: string]: Plain };

/** Tabs, control characters, and what some take for a line end. */
const UNUSUAL = /\r(?!\n)|[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]/;
const PAIR = /^([a-z][a-z-]*):(?: +(.*))?$/;
const QUOTED = /^(?:"([^"\\]*)"|'((?:[^']|'')*)')(?: +#.*)?$/;
const IN_BRACKETS = /^(?:\[([^[\]{}]*)\]|\{([^[\]{}]*)\})(?: +#.*)?$/;
/** What a plain word may not begin with. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]/;
/** A colon that may end a key, or the beginning of a comment. */
const ENDS_WORD = /: |:$| #/;
/** In brackets a colon is safe before these only. */
const ENDS_SHORT_WORD = /:(?![A-Za-z0-9])/;

/** The value of the YAML between the fences; null where only the full parser can tell. */
export function readPlainYaml(source: string): PlainMap | null {
  if (source.length > MAX_YAML || UNUSUAL.test(source)) return null;
  const lines = source.split('\n').map(lineOf).filter(isSaid);
  const pairs: [string, Plain | null][] = [];
  for (let at = 0; at < lines.length; ) {
    const from = at;
    at += 1;
    while (at < lines.length && isBelow(lines[at] as Line)) at += 1;
    const pair = readPair(lines[from] as Line, 0);
    if (!pair) return null;
    const below = lines.slice(from + 1, at);
    if (below.length > 0) pairs.push([pair[0], isNothing(pair[1]) ? readBlock(below) : null]);
    else pairs.push([pair[0], readValue(pair[1])]);
  }
  return mapOf(pairs);
}

function lineOf(line: string): Line {
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  let end = line.endsWith('\r') ? line.length - 1 : line.length;
  while (end > indent && line[end - 1] === ' ') end -= 1;
  return { indent, text: line.slice(indent, end) };
}

function isSaid({ text }: Line): boolean {
  return !isNothing(text);
}

/** Does a line belong to the key above it? */
function isBelow({ indent, text }: Line): boolean {
  return indent > 0 || text.startsWith('-');
}

/** A key, and the source of what stands behind it. */
function readPair({ indent, text }: Line, column: number): [string, string] | null {
  const [, key, value = ''] = PAIR.exec(text) ?? [];
  return key === undefined || indent !== column ? null : [key, value];
}

/** null when a value could not be read, or a key stands twice. */
function mapOf(pairs: readonly [string, Plain | null][]): PlainMap | null {
  const map: PlainMap = Object.create(null);
  for (const [key, value] of pairs) {
    if (value === null || key in map) return null;
    map[key] = value;
  }
  return map;
}

function readBlock(lines: readonly Line[]): Plain | null {
  const [first] = lines as [Line];
  return first.text.startsWith('-') ? readList(lines, first.indent) : readMap(lines, first.indent);
}

function readMap(lines: readonly Line[], column: number): Plain | null {
  const pairs: [string, Plain | null][] = [];
  for (const line of lines) {
    const pair = readPair(line, column);
    if (!pair) return null;
    pairs.push([pair[0], readValue(pair[1])]);
  }
  return mapOf(pairs);
}

function readList(lines: readonly Line[], column: number): Plain | null {
  const items: Plain[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = insideItem(lines[at] as Line, column);
    if (!first) return null;
    const item = [first];
    for (at += 1; at < lines.length && (lines[at] as Line).indent > column; at += 1) {
      item.push(lines[at] as Line);
    }
    const isMap = PAIR.test(first.text);
    const value = isMap ? readMap(item, first.indent) : readWord(item);
    if (value === null) return null;
    items.push(value);
  }
  return items;
}

/** What stands behind a dash. */
function insideItem({ indent, text }: Line, column: number): Line | null {
  const mark = /^- +/.exec(text)?.[0].length;
  if (indent !== column || mark === undefined) return null;
  return { indent: indent + mark, text: text.slice(mark) };
}

/** The one line of an item that is no map. */
function readWord(item: readonly Line[]): Plain | null {
  const [{ text }] = item as [Line];
  return item.length > 1 || isNothing(text) ? null : readValue(text);
}

function isNothing(source: string): boolean {
  return source === '' || source.startsWith('#');
}

function readValue(source: string): Plain | null {
  if (isNothing(source)) return '';
  const [first = ''] = source;
  if (first === '[' || first === '{') return readBrackets(source);
  if (first === '"' || first === "'") return unquoted(source);
  const text = source.includes(' #') ? source.replace(/ +#.*$/, '') : source;
  return INDICATOR.test(text) || ENDS_WORD.test(text) ? null : text;
}

function readBrackets(source: string): Plain | null {
  const [, list, map] = IN_BRACKETS.exec(source) ?? [];
  if (list !== undefined) return shortList(list);
  return map === undefined ? null : shortMap(map);
}

function unquoted(source: string): string | null {
  const [, double, single] = QUOTED.exec(source) ?? [];
  return double ?? single?.replaceAll("''", "'") ?? null;
}

function shortList(source: string): Plain | null {
  if (/^ *$/.test(source)) return [];
  const items = source.split(',').map(shortWord);
  return items.every((item) => item !== null) ? items : null;
}

function shortMap(source: string): Plain | null {
  const pairs = source.split(',').map((part): [string, Plain | null] => {
    const [, key = '', value = ''] = /^ *([a-z][a-z-]*): +(.*)$/.exec(part) ?? [];
    return [key, shortWord(value)];
  });
  return mapOf(pairs);
}

/** null also for no word at all. */
function shortWord(source: string): string | null {
  const text = source.replace(/^ +| +$/g, '');
  // A comment would take the bracket with it.
  if (text === '' || text.includes(' #')) return null;
  const isPlain = !INDICATOR.test(text) && !ENDS_SHORT_WORD.test(text);
  return isPlain ? text : unquoted(text);
}
