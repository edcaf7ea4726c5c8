// Several reports in one pasted text, told apart by a label that comes again. Each begins at the
// separator, the heading or the chat's line that stands before its labels, if there is one.

import type { Label } from './labels';
import { type CapturedFields, readTemplateLines } from './paste';
import { readLines, type TemplateLine } from './template-lines';

/** One of these tells what a report is about: without one, a label that comes again is more of it. */
const TELLING: readonly Label[] = ['title', 'almost'];
const HEADING = /^(?:[ \t]|>)*#[ \t]+\S/;

/** Each report of a text, in its order; [] when it is not in the template. Linear, never throws. */
export function readReports(text: string): CapturedFields[] {
  const lines = readLines(text);
  const starts = startsOf(lines);
  return starts.flatMap((start, n) => {
    const piece = lines.slice(start, starts[n + 1]);
    return readTemplateLines(piece) ?? [];
  });
}

/** Where each report begins; the first at 0. */
function startsOf(lines: readonly TemplateLine[]): number[] {
  const starts = [0];
  let seen = new Map<Label, number>();
  for (const [i, { label }] of lines.entries()) {
    if (!label) continue;
    const before = seen.get(label.label);
    if (before !== undefined && isTelling([...seen.keys()])) {
      const start = startBefore(lines, i, before);
      const begun = [...seen].filter(([, at]) => at >= start);
      if (isTelling([...begun.map(([name]) => name), ...labelsFrom(lines, i)])) {
        starts.push(start);
        seen = new Map(begun);
      }
    }
    seen.set(label.label, i);
  }
  return starts;
}

function isTelling(labels: readonly Label[]): boolean {
  return labels.some((label) => TELLING.includes(label));
}

/** The labels from a line on until one of them comes again. */
function labelsFrom(lines: readonly TemplateLine[], from: number): Label[] {
  const found = new Set<Label>();
  for (let i = from; i < lines.length; i += 1) {
    const label = lines[i]?.label?.label;
    if (label && found.has(label)) break;
    if (label) found.add(label);
  }
  return [...found];
}

/**
 * Where the report begins in which the label at `at` comes again, below the line `before` where
 * it came last: at the last thing that separates, else where one label alone stands apart, else
 * there.
 */
function startBefore(lines: readonly TemplateLine[], at: number, before: number): number {
  const posted: number[] = [];
  const gaps: number[] = [];
  let isBehindPost = false;
  let isToldAbovePost = false; // what separates above that is part of the text
  for (let i = at; i > before; i -= 1) {
    const line = lines[i] as TemplateLine;
    if (line.label) {
      isBehindPost = false;
      isToldAbovePost = false;
      const above = nearestAbove(lines, i);
      if (above?.posted) posted.push(i);
      if (lines[i - 1]?.text.trim() === '') gaps.push(i);
    } else if (line.posted) isBehindPost = true;
    else if (line.separates || HEADING.test(line.text)) {
      if (!isToldAbovePost) return beginsHigher(lines, i, before);
    } else if (line.text.trim() !== '') isToldAbovePost ||= isBehindPost;
  }
  return [posted, gaps].find((places) => places.length === 1)?.[0] ?? at;
}

function nearestAbove(lines: readonly TemplateLine[], at: number): TemplateLine | undefined {
  let i = at - 1;
  while (lines[i]?.text.trim() === '') i -= 1;
  return lines[i];
}

/** A rule, a chat's line and a heading may follow each other: all belong to what is below them. */
function beginsHigher(lines: readonly TemplateLine[], from: number, before: number): number {
  let start = from;
  for (let i = from - 1; i > before; i -= 1) {
    const line = lines[i] as TemplateLine;
    if (line.separates || line.posted) start = i;
    else if (line.text.trim() !== '') break;
  }
  return start;
}
