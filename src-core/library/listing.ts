// What the library shows of each file without opening it.

import type { RecordFields, Sections } from '../record/model';
import type { CopyTool } from './copies';

/** A record's place in a library for as long as it is open; survives a rename of the file. */
export type RecordKey = string;

export interface RecordSummary {
  key: RecordKey;
  /** Path inside the library, with `/`. */
  path: string;
  fields: RecordFields;
  /** Sections as Markdown, each cut at {@link EXCERPT} characters: for the reading pane. */
  excerpts: Sections;
  readOnly: boolean;
  /** Number of words and values that could not be used. */
  problems: number;
}

export const EXCERPT = 600;

/** A file that cannot be read as a record: listed with its reason, never modified or hidden. */
export interface AttentionFile {
  key: RecordKey;
  path: string;
  reason: string;
  /** Line in the file, from 1; 0 when the reason is about the whole file. */
  line: number;
}

/** Another version of a record, left by a program that keeps folders in step. Never changed unasked. */
export interface CopyFile {
  key: RecordKey;
  path: string;
  tool: CopyTool;
  /** Of the record, as far as it is known. */
  title: string;
  /** The record it is another version of; null when both versions are in this file. */
  of: RecordKey | null;
}

export interface TrashedRecord {
  /** Names the entry in the trash. */
  id: string;
  /** Where it stood in the library. */
  path: string;
  title: string;
  /** ISO time it was moved there. */
  at: string;
}

export interface LibraryInfo {
  name: string;
  /** For people to read; never used to find a file again. */
  folder: string;
  config: import('./config').LibraryConfig;
  /** False when the folder cannot be written. */
  writable: boolean;
  /** The folder is gone for now; it is looked for until it is back. */
  gone: boolean;
}

export interface Listing {
  records: RecordSummary[];
  attention: AttentionFile[];
  /** Not among the records; those with both versions in one file need attention too. */
  copies: CopyFile[];
  trash: TrashedRecord[];
}
