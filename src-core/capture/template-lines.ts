// A pasted text line by line: which lines begin with a label of the template, which are a chat's
// own, which only separate. Nothing is interpreted here beyond that.

import { isBehindMessage, postedInline, postedLines } from './chat-lines';
import { type LabelLine, readLabel } from './labels';
import { labelledRow, unfoldTables } from './table-lines';

export interface TemplateLine {
  text: string;
  label: LabelLine | null;
  /** Put there by a chat: not part of what was told. */
  posted: boolean;
  /** `---` and the like, or "Near miss 2". */
  separates: boolean;
}

const RULE = /^(?:[ \t]|>)*(?:[-*_=—]{3,}|[-*_=—](?: [-*_=—]){2,})[ \t]*$/;
const COUNTED =
  /^(?:[ \t]|>|#|\*)*(?:near miss|report|no\.?)[ \t]*#?\d{1,4}[ \t]*[.:)]?\**[ \t]*$/i;
const NUMBER = /^(?:[ \t]|>|#|\*)*\d{1,4}[ \t]*[.:)]?\**[ \t]*$/;

/** However many chats a message went through, nobody quotes it on one line more often. */
const MOST_PEELED = 4;

export function readLines(text: string): TemplateLine[] {
  const raw = text.replace(/\uFEFF/g, '').split(/\r\n|\n|\r/);
  const source = unfoldTables(raw.flatMap(withoutInline));
  const strict = source.map((line) => readLabel(line));
  const asked = new Set(strict.filter((found) => found?.asks).map((found) => found?.label));
  const labels = asked.size < 2 ? strict : source.map((line) => readLabel(line, true));
  const lines = source.map((line, i) => ({
    text: line,
    label: labels[i] ?? null,
    posted: line === POSTED,
    // The line below a label that is alone may be its underline.
    separates:
      line !== '' &&
      ((RULE.test(line) && labels[i - 1]?.value !== '') || isCounted(line, i, labels)),
  }));
  markPosted(lines);
  return lines;
}

/** Stands where a name and a time were taken off a line; no text can hold it by itself. */
const POSTED = '\uFFFF';

/** A line that says who posted its label and when, as two. */
function withoutInline(line: string): string[] {
  if (line.trim() === '') return [line];
  let rest = unescaped(line.replaceAll(POSTED, ''));
  if (readLabel(rest)) return [rest];
  const whole = rest;
  for (let n = 0; n < MOST_PEELED && !isLabelled(rest); n += 1) {
    rest = unescaped(rest.slice(postedInline(rest)));
  }
  return rest !== whole && isLabelled(rest) ? [POSTED, rest] : [whole];
}

function isLabelled(line: string): boolean {
  return readLabel(line, true) !== null || labelledRow(line) !== null;
}

/** Quote marks as HTML writes them. */
function unescaped(line: string): string {
  return line.replace(/^(?:[ \t]*&gt;)+/, (marks) => marks.replaceAll('&gt;', '>'));
}

/** A bare number counts near misses only right above a label. */
function isCounted(line: string, i: number, labels: readonly (LabelLine | null)[]): boolean {
  return COUNTED.test(line) || (NUMBER.test(line) && labels[i + 1] !== null);
}

function markPosted(lines: TemplateLine[]): void {
  const first = lines.findIndex((line) => line.label);
  if (first === -1) return;
  const texts = lines.map((line) => line.text);
  const again = labelsAgain(lines);
  let next: TemplateLine | undefined; // the nearest line below that holds something told
  let isChat = lines.some((line) => line.posted);
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i] as TemplateLine;
    const count = line.label || line.posted ? 0 : postedLines(texts, i);
    const isPosted =
      i < first || (next?.label && (again.has(next) || count === 2 || isApart(lines, texts, i)));
    if (count > 0 && isPosted) {
      isChat = true;
      for (const posted of lines.slice(i - count + 1, i + 1)) posted.posted = true;
    }
    if (line.text.trim() !== '' && !line.posted && !line.separates) next = line;
  }
  if (isChat) markBehind(lines);
}

/** The lines whose label stands higher up already: there a new message may begin. */
function labelsAgain(lines: readonly TemplateLine[]): Set<TemplateLine> {
  const seen = new Set<string>();
  return new Set(
    lines.filter(({ label }) => {
      const isAgain = label !== null && seen.has(label.label);
      if (label) seen.add(label.label);
      return isAgain;
    }),
  );
}

/** Does it look like no part of the text above: in brackets, with a gap or with another before it? */
function isApart(lines: readonly TemplateLine[], texts: readonly string[], i: number): boolean {
  const above = lines[i - 1];
  const isFirst = !above?.text.trim() || above.separates || postedLines(texts, i - 1) > 0;
  return isFirst || /^\s*\[/.test(texts[i] ?? '');
}

/** What stands behind a message: at the end, or above the next message's name. */
function markBehind(lines: TemplateLine[]): void {
  let isEnd = true;
  for (const line of lines.toReversed()) {
    if (line.posted || line.separates) isEnd = true;
    else if (line.text.trim() !== '') {
      isEnd = isEnd && isBehindMessage(line.text);
      line.posted = isEnd;
    }
  }
}
