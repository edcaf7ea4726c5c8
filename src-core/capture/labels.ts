// Recognises the labels of the capture template however they are written: plain, bold, in a list,
// as a heading, in a quotation, behind an emoji, with a colon, a dash or a line end behind them.
// Promises to be linear in the line, whatever the line.

import type { SectionKey } from '../record/model';

export type Label = 'title' | 'date' | 'reporter' | 'services' | 'themes' | SectionKey;

/** Labels that ask something may stand alone on their line; a lone "Notes" needs a colon. */
const QUESTIONS: readonly [RegExp, Label][] = [
  [/what almost happened/, 'almost'],
  [/what saved us/, 'saved'],
  [/how close (?:was it|it was)/, 'close'],
  [/what could have happened/, 'could'],
  [/would it have been customer(?:-|\u2010|\u2011| )impacting/, 'customers'],
  [/would customers have felt it/, 'customers'],
  [/latent issues?(?: exposed)?/, 'latent'],
];
const WORDS: readonly [RegExp, Label][] = [
  [/title/, 'title'],
  [/date|occurred/, 'date'],
  [/reported by|reporter/, 'reporter'],
  [/services?/, 'services'],
  [/themes?/, 'themes'],
  [/customer(?:-|\u2010|\u2011| )impact(?:ing)?/, 'customers'],
  [/notes/, 'notes'],
];

/** A space as chats, mails and French typography write it. */
const SPACE = '[ \\t\\u00a0\\u2007\\u202f]';
const SHORTCODE = ':[a-z0-9+-][a-z0-9_+-]{0,48}:';
/** One sign of an emoji, or of what joins several into one; a key cap begins with its digit. */
const PICTURE =
  '(?:[0-9#*]\\uFE0F?\\u20E3|\\p{Extended_Pictographic}|[\\u{1F1E6}-\\u{1F1FF}\\u{1F3FB}-\\u{1F3FF}\\uFE0F\\u200D\\u20E3\\u{E0020}-\\u{E007F}])';

const NAMES = [...QUESTIONS, ...WORDS].map(([name]) => name.source.replace(/ /g, `${SPACE}+`));
const LABEL = new RegExp(
  `^(\\*{1,3}|_{1,3})?(?:${SPACE}|${SHORTCODE}|${PICTURE})*(${NAMES.join('|')})(?![\\p{L}\\p{N}])(.*)$`,
  'iu',
);
/** Indentation, quote marks, list marks, boxes to tick, heading marks and emoji, in any order. */
const PREFIX = new RegExp(
  `^(?:${SPACE}+|>|[-*+•·◦▪‣–—](?=${SPACE})|\\(?\\d{1,3}[.)](?=${SPACE})|#{1,6}(?=${SPACE})|\\[[ x]\\](?=${SPACE})|${SHORTCODE}|${PICTURE})*`,
  'iu',
);
const ASKS = new RegExp(`^${SPACE}*\\?`, 'u');
const EMOJI_BEHIND = new RegExp(`^(?:${SPACE}*${PICTURE}|${SPACE}+${SHORTCODE})+`, 'iu');
const COLON = new RegExp(`^\\??${SPACE}*[:\\uFF1A]`, 'u');
/** What people write for a colon; a tab is the next cell of a copied table. */
const DASH = new RegExp(`^(?:${SPACE}*[-–—→=|](?=${SPACE}|$)|[ \\u00a0]*\\t)`, 'u');
const GAP = new RegExp(`${SPACE}+`, 'gu');

export interface LabelLine {
  label: Label;
  /** The label as it was written, without marks. */
  written: string;
  /** The rest of the line, behind the colon. */
  value: string;
  /** How many quote marks stand before it: lines below it have as many. */
  quotes: number;
  /** It is one of the template's questions, which hardly begins a line by chance. */
  asks: boolean;
}

/**
 * The label a line begins with; null for any other line.
 * @param amongOthers the text is in the template for sure: then a word like "Title" is a label
 *   also alone on its line, and before a dash
 */
export function readLabel(line: string, amongOthers = false): LabelLine | null {
  if (line === '') return null;
  const prefix = PREFIX.exec(line)?.[0] ?? '';
  const match = LABEL.exec(line.slice(prefix.length));
  if (!match) return null;
  const [, open = '', written = '', behind = ''] = match;
  const name = written.toLowerCase().replace(GAP, ' ');
  const question = find(QUESTIONS, name);
  const label = question ?? find(WORDS, name);
  if (!label) return null;
  // What may stand between the label and its value: a question mark, emoji, the closing mark, a
  // colon.
  const asks = ASKS.exec(behind)?.[0] ?? '';
  const afterAsk = without(behind.slice(asks.length), EMOJI_BEHIND);
  const close = open && afterAsk.trimStart().startsWith(open) ? open : '';
  const afterMark = close
    ? without(afterAsk.trimStart().slice(close.length), EMOJI_BEHIND)
    : afterAsk;
  const heading = prefix.includes('#');
  const sure = question !== null || heading || close !== '' || amongOthers;
  const colon = COLON.exec(afterMark)?.[0] ?? (sure ? DASH.exec(afterMark)?.[0] : '') ?? '';
  const rest = afterMark.slice(colon.length);
  const asked = question !== null && asks !== '' && /^(?:\s|$)/.test(rest);
  const alone = /^\??\s*$/.test(rest) && sure;
  if (colon === '' && !asked && !alone) return null;
  const value = alone ? '' : withoutMarks(rest, open, close, heading);
  const quotes = prefix.split('>').length - 1;
  return { label, written, value, quotes, asks: question !== null };
}

function find(names: readonly [RegExp, Label][], name: string): Label | null {
  return names.find(([pattern]) => pattern.exec(name)?.[0] === name)?.[1] ?? null;
}

function without(text: string, start: RegExp): string {
  return text.slice(start.exec(text)?.[0].length ?? 0);
}

/** `**Label:** value`, `**Label: value**`, `**Label: two** words` without the label's own marks. */
function withoutMarks(rest: string, open: string, close: string, heading: boolean): string {
  const text = heading ? rest.replace(/[ \t]#+[ \t]*$/, '').trim() : rest.trim();
  if (open === '' || close !== '') return text;
  if (text.startsWith(open)) return text.slice(open.length).trim();
  if (text.indexOf(open) === text.length - open.length) return text.slice(0, -open.length).trim();
  return text.includes(open) ? open + text : text;
}
