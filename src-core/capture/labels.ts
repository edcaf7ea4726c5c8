// Recognises the labels of the capture template however they are written: plain, bold, in a list,
// as a heading, in a quotation. Promises to be linear in the line, whatever the line.

import type { SectionKey } from '../record/model';

type Label = 'title' | 'date' | 'reporter' | 'services' | 'themes' | SectionKey;

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

const NAMES = [...QUESTIONS, ...WORDS].map(([name]) => name.source.replace(/ /g, '[ \\t\\u00a0]+'));
const LABEL = new RegExp(
  `^(\\*{1,3}|_{1,3})?[ \\t]*(${NAMES.join('|')})(?![\\p{L}\\p{N}])(.*)$`,
  'iu',
);
/** Indentation, quote marks, list marks and heading marks, in any order. */
const PREFIX = /^(?:[ \t\u00a0]+|>|[-*+•·](?=[ \t])|\d{1,3}[.)](?=[ \t])|#{1,6}(?=[ \t]))*/;

export interface LabelLine {
  label: Label;
  /** The label as it was written, without marks. */
  written: string;
  /** The rest of the line, behind the colon. */
  value: string;
  /** How many quote marks stand before it: lines below it have as many. */
  quotes: number;
}

/** The label a line begins with; null for any other line. */
export function readLabel(line: string): LabelLine | null {
  const prefix = PREFIX.exec(line)?.[0] ?? '';
  const match = LABEL.exec(line.slice(prefix.length));
  if (!match) return null;
  const [, open = '', written = '', behind = ''] = match;
  const name = written.toLowerCase().replace(/[ \t\u00a0]+/g, ' ');
  const question = find(QUESTIONS, name);
  const label = question ?? find(WORDS, name);
  if (!label) return null;
  // What may stand between the label and its value: a question mark, the closing mark, a colon.
  const asks = /^[ \t]*\?/.exec(behind)?.[0] ?? '';
  const afterAsk = behind.slice(asks.length);
  const close = open && afterAsk.trimStart().startsWith(open) ? open : '';
  const afterMark = close ? afterAsk.trimStart().slice(close.length) : afterAsk;
  const colon = /^\??[ \t]*[:\uFF1A]/.exec(afterMark)?.[0] ?? '';
  const rest = afterMark.slice(colon.length);
  const heading = prefix.includes('#');
  const asked = question !== null && asks !== '' && /^(?:\s|$)/.test(rest);
  const alone = /^\??\s*$/.test(rest) && (question !== null || heading || close !== '');
  if (colon === '' && !asked && !alone) return null;
  const value = alone ? '' : withoutMarks(rest, open, close, heading);
  return { label, written, value, quotes: prefix.split('>').length - 1 };
}

function find(names: readonly [RegExp, Label][], name: string): Label | null {
  return names.find(([pattern]) => pattern.exec(name)?.[0] === name)?.[1] ?? null;
}

/** `**Label:** value`, `**Label: value**`, `**Label: two** words` without the label's own marks. */
function withoutMarks(rest: string, open: string, close: string, heading: boolean): string {
  const text = heading ? rest.replace(/[ \t]#+[ \t]*$/, '').trim() : rest.trim();
  if (open === '' || close !== '') return text;
  if (text.startsWith(open)) return text.slice(open.length).trim();
  if (text.indexOf(open) === text.length - open.length) return text.slice(0, -open.length).trim();
  return text.includes(open) ? open + text : text;
}
