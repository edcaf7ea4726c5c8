// Two texts compared line by line: what went, what came, and what stayed, folded where it is long.
// Within lines that changed the words that differ are marked.

import { markWords, type Piece } from '@core/record/conflict';
import { diffIndices } from 'node-diff3';

export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  pieces: Piece[];
}

/** Lines to show, or lines that are alike, folded. */
export interface Stretch {
  folded: boolean;
  lines: DiffLine[];
}

/** Lines of what is alike that are shown beside a change. */
const AROUND = 3;

/** Never throws; [] when the texts have the same lines. */
export function compareLines(before: string, after: string): Stretch[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const lines: DiffLine[] = [];
  let at = 0;
  for (const { buffer1, buffer2 } of diffIndices(old, now)) {
    const [start, length] = buffer1;
    lines.push(...old.slice(at, start).map(same));
    const gone = old.slice(start, start + length).join('\n');
    const come = now.slice(buffer2[0], buffer2[0] + buffer2[1]).join('\n');
    const changes = length > 0 && buffer2[1] > 0;
    if (length > 0) lines.push(...marked('removed', gone, changes ? come : null));
    if (buffer2[1] > 0) lines.push(...marked('added', come, changes ? gone : null));
    at = start + length;
  }
  if (lines.length === 0) return [];
  lines.push(...old.slice(at).map(same));
  return fold(lines);
}

function same(text: string): DiffLine {
  return { kind: 'same', pieces: [{ text, marked: false }] };
}

/** Lines that changed, with the words that `other` does not have; all of them new or gone have none. */
function marked(kind: 'removed' | 'added', text: string, other: string | null): DiffLine[] {
  const pieces = other === null ? [{ text, marked: false }] : markWords(text, other);
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    for (const [index, part] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...piece, text: part });
    }
  }
  return lines.map((line) => ({ kind, pieces: line }));
}

function fold(lines: readonly DiffLine[]): Stretch[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same'),
  );
  const stretches: Stretch[] = [];
  for (const [at, line] of lines.entries()) {
    const folded = !isNear[at];
    const last = stretches.at(-1);
    if (last?.folded === folded) last.lines.push(line);
    else stretches.push({ folded, lines: [line] });
  }
  // A fold that hides one line would take as much room as the line.
  return stretches.map((stretch) =>
    stretch.lines.length === 1 ? { ...stretch, folded: false } : stretch,
  );
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
