// Where near misses are imported from: one pasted text, or one file by its name and its text. A
// path is never part of it.

import type { CapturedFields } from '../capture/paste';
import { readReports } from '../capture/reports';
import { looksLikeTable, readTable, type Table } from './csv';
import { MAX_SIZE } from './limits';
import { readPage } from './markdown-file';

export type SourceContent =
  | { kind: 'table'; table: Table }
  | { kind: 'reports'; reports: CapturedFields[] }
  /** A record file: it keeps its bytes. */
  | { kind: 'record'; text: string; id: string; title: string; occurred: string }
  | { kind: 'refused'; reason: string };

type FileKind = 'page' | 'table';

/** What a file is by its name; null for one that nothing is read from. */
export function kindOfFile(name: string): FileKind | null {
  if (/\.(?:md|markdown|mdown|txt)$/i.test(name)) return 'page';
  return /\.(?:csv|tsv)$/i.test(name) ? 'table' : null;
}

/** What the text of a file holds. */
export function readFileText(name: string, text: string): SourceContent {
  if (kindOfFile(name) === 'table' || (/\.txt$/i.test(name) && looksLikeTable(text))) {
    const table = readTable(text);
    return table
      ? { kind: 'table', table }
      : { kind: 'refused', reason: 'it has no first line with column names and a row below it' };
  }
  return readPage(name, text);
}

/** A pasted text that is more than one near miss; null for any other. */
export function readPaste(text: string): SourceContent | null {
  if (text.length > MAX_SIZE) return null;
  if (looksLikeTable(text)) {
    const table = readTable(text);
    if (table) return { kind: 'table', table };
  }
  const reports = readReports(text);
  return reports.length > 1 ? { kind: 'reports', reports } : null;
}

/** The same where a single one is welcome too: whatever has a word in it is at least one near miss. */
export function readAnyPaste(text: string): SourceContent {
  if (text.length > MAX_SIZE) {
    return { kind: 'refused', reason: 'it is longer than 5 million characters' };
  }
  return readPaste(text) ?? readPage('Pasted text', text);
}
