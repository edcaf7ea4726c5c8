// What would be made of the sources of an import, one entry for each near miss, and what cannot be
// taken, with the reason. Values only: nothing is written here.

import { type CaptureForm, canSave, emptyForm, filled, recordOf } from '../capture/form';
import type { NewRecord } from '../ipc/contract';
import { type ColumnTarget, matchColumns } from './columns';
import type { Table, TableRow } from './csv';
import { MAX_ROWS } from './limits';
import { readRows } from './rows';
import type { SourceContent } from './source';

export interface ImportSource {
  /** Unique within the import. */
  id: number;
  /** The file's name; '' for a paste. */
  name: string;
  content: SourceContent;
  /** What each column of a table is. */
  targets: ColumnTarget[];
}

export type ImportEntry = {
  /** Unique within the import, and the same as long as its source is there. */
  id: string;
  /** Where it comes from, for people: "line 12 of near-misses.csv", "orders.md". */
  from: string;
} & (
  | { kind: 'form'; form: CaptureForm }
  | { kind: 'record'; text: string; recordId: string; title: string; occurred: string }
);

export interface ImportProblem {
  id: string;
  from: string;
  reason: string;
  /** The row it is, to be copied out. */
  row: { table: Table; row: TableRow } | null;
}

/** One near miss as it is handed over: fields to write, or a record file to copy. */
export type ImportItem =
  | { kind: 'new'; record: NewRecord }
  | { kind: 'copy'; title: string; text: string };

export function newSource(id: number, name: string, content: SourceContent): ImportSource {
  const targets = content.kind === 'table' ? matchColumns(content.table.columns) : [];
  return { id, name, content, targets };
}

/** The entries of a source, in its order, and what cannot be taken of it. */
export function readEntries({ id, name, content, targets }: ImportSource): {
  entries: ImportEntry[];
  problems: ImportProblem[];
} {
  const whole = name || 'What was pasted';
  // What tells one from another comes first: a long name may be cut.
  const place = (part: string) => (name ? `${part} of ${name}` : part);
  switch (content.kind) {
    case 'refused': {
      const { reason } = content;
      return { entries: [], problems: [{ id: `${id}`, from: whole, reason, row: null }] };
    }
    case 'record': {
      const { text, id: recordId, title, occurred } = content;
      const entry = { id: `${id}`, from: whole, kind: 'record' as const };
      return { entries: [{ ...entry, text, recordId, title, occurred }], problems: [] };
    }
    case 'reports': {
      const many = content.reports.length > 1;
      const entries = content.reports.map((fields, n): ImportEntry => {
        const from = many ? place(`report ${n + 1}`) : whole;
        return { id: `${id}-${n}`, from, kind: 'form', form: filled(emptyForm(), fields) };
      });
      return { entries, problems: [] };
    }
    case 'table': {
      const { table } = content;
      const { good, bad } = readRows(table, targets);
      const entries = good.map(({ row, fields }): ImportEntry => {
        const from = place(`line ${row.line}`);
        return { id: `${id}-${row.line}`, from, kind: 'form', form: filled(emptyForm(), fields) };
      });
      const problems = bad.map(({ row, reason }): ImportProblem => {
        const from = place(`line ${row.line}`);
        return { id: `${id}-${row.line}`, from, reason, row: { table, row } };
      });
      if (!table.more) return { entries, problems };
      const most = MAX_ROWS.toLocaleString('en');
      const reason = `only its first ${most} rows are read; import the rest as a file of its own`;
      const cut = { id: `${id}-cut`, from: whole, reason, row: null };
      return { entries, problems: [...problems, cut] };
    }
  }
}

/** What is written for an entry; null for a form that was emptied. */
export function itemOf(entry: ImportEntry): ImportItem | null {
  if (entry.kind === 'record') return { kind: 'copy', title: entry.title, text: entry.text };
  return canSave(entry.form) ? { kind: 'new', record: recordOf(entry.form) } : null;
}
