// Changes in block lists: items that stay keep their lines and the comments above them, changed
// ones are spliced, new ones are written.

import type { YAMLSeq } from 'yaml';
import { type Change, itemChanges, mergedItem } from './yaml-merge';
import {
  beginsLine,
  dashesOf,
  endOf,
  endOfContent,
  indentLines,
  lineStartOf,
  pastComments,
  startOf,
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
  if (!dashes.every((dash) => beginsLine(source, dash))) return null;
  const start = lineStartOf(source, startOf(list));
  const indent = source.slice(start, startOf(list));
  let end = start;
  const spans = list.items.map((item) => {
    const from = end;
    end = pastComments(source, endOfContent(source, endOf(item)), indent.length);
    return { from, to: end };
  });
  const texts = itemChanges(change).map((item) => {
    const written = indentLines(writeItem(mergedItem(item)), indent, eol) + eol;
    const span = spans[item.from];
    const splices = span && setNode(context, list.items[item.from], item);
    if (!splices) return written;
    const { from, to } = span;
    const moved = splices.map((s) => ({ ...s, start: s.start - from, end: s.end - from }));
    return apply(source.slice(from, to), moved);
  });
  return [{ start, end, text: texts.join('') }];
}
