// Changes in block lists: items that stay keep their lines and the comments above them, changed
// ones are spliced, new ones are written.

import type { YAMLSeq } from 'yaml';
import { type Change, itemChanges, merged } from './yaml-merge';
import {
  beginsLine,
  columnOf,
  dashesOf,
  endOf,
  endOfContent,
  indentLines,
  lineStartOf,
  pastComments,
} from './yaml-positions';
import { apply, type Context, type Splice } from './yaml-scalar';
import { writeItem } from './yaml-write';

/** @param setNode changes one item in place; null when it must be written anew */
export function setBlockList(
  context: Context,
  list: YAMLSeq,
  change: Change,
  setNode: (context: Context, node: unknown, change: Change) => Splice[] | null,
): Splice[] | null {
  const { source, eol } = context;
  const dashes = dashesOf(list);
  const [firstDash] = dashes ?? [];
  if (!dashes || firstDash === undefined) return null;
  if (!dashes.every((dash) => beginsLine(source, dash))) return null;
  const column = columnOf(source, firstDash);
  const ends = list.items.map((item, i) => {
    const end = endOfContent(source, Math.max(endOf(item), (dashes[i] ?? 0) + 1));
    return pastComments(source, end, column);
  });
  const start = lineStartOf(source, firstDash);
  const end = ends.at(-1) ?? start;
  const indent = source.slice(start, firstDash);
  const texts = itemChanges(change).map((item) => {
    const value = merged(item) ?? (typeof item.after === 'object' ? {} : '');
    const written = indentLines(writeItem(value), indent, eol) + eol;
    if (item.from === null) return written;
    const from = item.from === 0 ? start : (ends[item.from - 1] ?? start);
    const to = ends[item.from] ?? end;
    const splices = setNode(context, list.items[item.from], item);
    if (!splices) return written;
    const moved = splices.map((s) => ({ ...s, start: s.start - from, end: s.end - from }));
    const text = apply(source.slice(from, to), moved);
    return text.endsWith('\n') ? text : text + eol;
  });
  const text = texts.join('');
  const endsLine = source[end - 1] === '\n';
  return [{ start, end, text: endsLine ? text : text.replace(/\r?\n$/, '') }];
}
