// The rows of a table to near misses, or the reason why one is none. A bad row never keeps a good
// one from being taken.

import { type CapturedFields, readParts } from '../capture/paste';
import type { ColumnTarget } from './columns';
import type { Table, TableRow } from './csv';
import { type DayOrder, dayOrderOf, readTableDate } from './table-dates';

const MAX_TITLE = 300;
const MAX_TEXT = 100_000;

export interface GoodRow {
  row: TableRow;
  fields: CapturedFields;
}

export interface BadRow {
  row: TableRow;
  /** A clause, to stand behind the row's line. */
  reason: string;
}

/** Every row, with what `targets` make of its columns. */
export function readRows(
  table: Table,
  targets: readonly ColumnTarget[],
): { good: GoodRow[]; bad: BadRow[] } {
  const dates = targets.indexOf('date');
  const order = dayOrderOf(dates === -1 ? [] : table.rows.map(({ cells }) => cells[dates] ?? ''));
  const good: GoodRow[] = [];
  const bad: BadRow[] = [];
  for (const row of table.rows) {
    const read = readRow(table.columns, row, targets, order);
    if (typeof read === 'string') bad.push({ row, reason: read });
    else good.push({ row, fields: read });
  }
  return { good, bad };
}

function readRow(
  columns: readonly string[],
  { cells, broken }: TableRow,
  targets: readonly ColumnTarget[],
  order: DayOrder,
): CapturedFields | string {
  if (broken) return broken;
  if (cells.some((cell) => cell.includes('\uFFFD'))) {
    return 'it holds characters that are not UTF-8 text';
  }
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled > columns.length) {
    return `it has ${filled} cells, and the first line names ${columns.length} columns`;
  }
  const parts: Parameters<typeof readParts>[0][number][] = [];
  for (const [i, target] of targets.entries()) {
    const text = (cells[i] ?? '').trim();
    if (text === '' || target === 'nowhere') continue;
    if (target === 'date') {
      const date = readTableDate(text, order);
      if (!date) return `“${shortened(text)}” is no date that can be read in one way only`;
      parts.push({ label: 'date', text: date });
    } else if (target === 'named note') {
      parts.push({ label: 'notes', text: `${columns[i]}: ${text}` });
    } else {
      if (target === 'title' && text.length > MAX_TITLE) {
        return `its title has ${text.length.toLocaleString('en')} characters, and ${MAX_TITLE} are the most`;
      }
      parts.push({ label: target, text });
    }
  }
  const long = parts.find(({ text }) => text.length > MAX_TEXT);
  if (long) return `a text in it has more than ${MAX_TEXT.toLocaleString('en')} characters`;
  const fields = readParts(parts);
  return tellsSomething(fields) ? fields : 'it says neither a title nor what happened';
}

/** A note that is only kept along tells nothing of a near miss by itself. */
function tellsSomething({ title, sections }: CapturedFields): boolean {
  const { notes: _, ...told } = sections;
  return Boolean(title) || Object.values(told).some(Boolean);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
