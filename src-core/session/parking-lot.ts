// The parking lot: what does not belong to the question at hand, kept as a list in Notes.

import { joinBlocks, splitBlocks } from '../record/blocks';
import { lineEndIn, withBlocks } from './append';

export const PARKING_LOT = 'Parking lot';

const HEADING = /^ {0,3}#{3,6}[ \t]+Parking lot[ \t]*#*[ \t]*$/i;
/** The first item of a list, with what its mark is made of. */
const LIST = /^( {0,3})([-*+])([ \t]+)\S/;

/**
 * Notes with one more item in the parking lot, which is begun at the end when there is none; the
 * other blocks keep their bytes. Notes as they are for an item without words; null where it cannot
 * be put in.
 */
export function withParked(notes: string, item: string, lineEnd: '\n' | '\r\n'): string | null {
  const words = asItem(item);
  if (words === '') return notes;
  const { lead, blocks } = splitBlocks(notes);
  const at = blocks.findIndex(({ source }) => HEADING.test(source));
  if (at === -1) return withBlocks(notes, [`### ${PARKING_LOT}`, `- ${words}`], lineEnd);
  const eol = lineEndIn(notes, lineEnd);
  const heading = blocks[at];
  const list = blocks[at + 1];
  const [, indent = '', mark = '', space = ''] = LIST.exec(list?.source ?? '') ?? [];
  const added = { source: `- ${words}`, gap: list ? eol + eol : (heading?.gap ?? '') };
  const changed = mark
    ? blocks.with(at + 1, {
        source: `${list?.source}${eol}${indent}${mark}${space}${words}`,
        gap: list?.gap ?? '',
      })
    : blocks.toSpliced(at, 1, { source: heading?.source ?? '', gap: eol + eol }, added);
  const result = joinBlocks({ lead, blocks: changed });
  return splitBlocks(result).blocks.length === changed.length ? result : null;
}

/** The items of the parking lot, as they stand there. */
export function parkedIn(notes: string): string[] {
  const { blocks } = splitBlocks(notes);
  const at = blocks.findIndex(({ source }) => HEADING.test(source));
  const list = blocks[at + 1];
  if (at === -1 || !list || !LIST.test(list.source)) return [];
  return list.source.split(/\r\n|\n/).flatMap((line) => {
    const found = /^ {0,3}[-*+][ \t]+(.*)$/.exec(line);
    return found?.[1] ? [found[1]] : [];
  });
}

/** One line that begins no block of its own. */
function asItem(item: string): string {
  return item
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?=[#>+*=~`|:[-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/, '$1\\');
}
