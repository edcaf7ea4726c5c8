// A table as text, with commas, semicolons or tabs between its cells, to its columns and rows, each
// row with its line in the file. Reads only: a cell that a spreadsheet would run is text here.

import Papa from 'papaparse';
import { targetOf } from './columns';
import { MAX_ROWS } from './limits';

export interface TableRow {
  /** Line in the file it begins at, from 1. */
  line: number;
  cells: string[];
  /** Why its cells cannot be told apart, as a clause; '' when they can. */
  broken: string;
}

export interface Table {
  delimiter: string;
  columns: string[];
  rows: TableRow[];
  /** There are more rows, which were not read. */
  more: boolean;
}

/** One more for the names of the columns, and one to know that there are more. */
const ENOUGH = MAX_ROWS + 2;
const DELIMITERS = [',', ';', '\t'];
/** Spreadsheets and our own copies mark a text with it that would else be a formula. */
const MARKED = /^'(?=[=+\-@\t\r])/;
const BROKEN: Record<string, string> = {
  MissingQuotes: 'a quotation mark is opened in it and never closed',
  InvalidQuotes: 'a quotation mark stands where a cell has neither begun nor ended',
};
/** Behind each broken row reading begins anew, which takes time: behind this many, nothing is read. */
const MOST_BROKEN = 50;

/** The table a text is; null when it has no two columns, or no row below its first. Never throws. */
export function readTable(text: string): Table | null {
  const { hint, source, skipped } = plainSource(text);
  const delimiter = hint ?? delimiterOf(source);
  const rows = rowsOf(source, delimiter, skipped);
  const [head, ...body] = rows;
  if (!head || head.cells.length < 2 || body.length === 0) return null;
  const columns = head.cells.map((cell) => cell.trim());
  return { delimiter, columns, rows: body.slice(0, MAX_ROWS), more: body.length > MAX_ROWS };
}

/** Is the text a table whose first line names what a near miss has, one of them as its title or text? */
export function looksLikeTable(text: string): boolean {
  const { hint, source } = plainSource(text);
  const { known } = knownColumns(firstCells(source, hint ?? delimiterOf(source)));
  return known.length >= 2 && known.some((target) => target !== 'date' && target !== 'reporter');
}

/** Rows as text to be put right elsewhere; what a spreadsheet would run is marked as text. */
export function writeTable({ columns, delimiter }: Table, rows: readonly TableRow[]): string {
  return Papa.unparse([columns, ...rows.map((row) => row.cells)], {
    delimiter,
    newline: '\n',
    escapeFormulae: true,
  });
}

/** With LF alone, without the byte-order mark and without the line in which Excel names its delimiter. */
function plainSource(text: string) {
  const all = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [line, hint] = /^"?sep=([,;\t])"?[ \t]*\n/i.exec(all) ?? [];
  const source = all.slice(line?.length ?? 0);
  return { hint, source, skipped: line ? 1 : 0 };
}

/** The one that makes the most known columns of the first line, else the most columns. */
function delimiterOf(source: string): string {
  const counts = DELIMITERS.map((delimiter) => {
    const cells = firstCells(source, delimiter);
    return knownColumns(cells).known.length * 1000 + cells.length;
  });
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function knownColumns(cells: readonly string[]) {
  return { known: cells.map(targetOf).filter((target) => target !== null) };
}

/** Only the beginning is looked at: the first line of a table is short. */
function firstCells(source: string, delimiter: string): string[] {
  const head = source.slice(0, 20_000).replace(/^(?:[ \t,;]*\n)+/, '');
  let cells: string[] = [];
  Papa.parse(head, {
    delimiter,
    newline: '\n',
    fastMode: false,
    preview: 1,
    step: ({ data }) => {
      cells = data;
    },
  });
  return cells;
}

/** A row that is broken ends with its line, so that it takes none below it along. */
function rowsOf(source: string, delimiter: string, skipped: number): TableRow[] {
  const rows: TableRow[] = [];
  let start = 0;
  let line = 1 + skipped;
  for (let broken = 0; start < source.length && rows.length < ENOUGH; broken += 1) {
    const from = start;
    let reason = '';
    Papa.parse(source.slice(from), {
      delimiter,
      newline: '\n',
      fastMode: false,
      step: ({ data, errors, meta }, parser) => {
        reason = (errors[0] && BROKEN[errors[0].code]) ?? '';
        if (!reason) {
          if (data.some((cell) => cell.trim() !== '')) {
            rows.push({ line, cells: data.map((cell) => cell.replace(MARKED, '')), broken: '' });
          }
          line += countLines(source, start, from + meta.cursor);
          start = from + meta.cursor;
        }
        if (reason || rows.length >= ENOUGH) parser.abort();
      },
    });
    if (!reason) break;
    const isLast = broken === MOST_BROKEN;
    const end = source.indexOf('\n', start);
    const text = source.slice(start, end === -1 ? undefined : end);
    const rest = isLast ? ', and nothing below it was read' : '';
    rows.push({ line, cells: text.split(delimiter), broken: `${reason}${rest}` });
    if (isLast || end === -1) break;
    start = end + 1;
    line += 1;
  }
  return rows;
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) if (text[i] === '\n') count += 1;
  return count;
}
