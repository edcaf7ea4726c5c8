// What the library shows of each file without opening it.

import { type RecordFields, SECTION_KEYS, type Sections } from '../record/model';
import type { CopyTool } from './copies';
import { type RowsText, readRows } from './listed-rows';
import type { RowFacts } from './row-facts';

/** A record's place in a library for as long as it is open; survives a rename of the file. */
export type RecordKey = string;

/** A row of the list: all that lists, filters and triage go by, and none of the sections. */
export interface RecordSummary {
  key: RecordKey;
  /** Path inside the library, with `/`. */
  path: string;
  fields: RecordFields;
  readOnly: boolean;
  /** Number of words and values that could not be used. */
  problems: number;
  /** What is known of the fields without reading them, see row-facts.ts. */
  readonly facts?: RowFacts;
}

/** Sections as Markdown, each cut at {@link EXCERPT} characters: for the reading pane. */
export type Excerpts = Sections;

const EXCERPT = 600;

export function excerptsOf(sections: Sections): Excerpts {
  return Object.fromEntries(SECTION_KEYS.map((key) => [key, excerptOf(sections[key])])) as Excerpts;
}

/** Cut at a whole character. */
function excerptOf(text: string): string {
  const cut = text.slice(0, EXCERPT);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

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

/** What has changed in a listing since it was last told. */
export interface ListingChanges {
  /** Rows that are new, or say something else now. */
  put: RecordSummary[];
  /** Rows that are gone. */
  removed: RecordKey[];
  /** What is not a record, whole, when any of it has changed. */
  rest: Omit<Listing, 'records'> | null;
}

/** Listing and changes on their way to the window. */
export type ListingText = Omit<Listing, 'records'> & { records: RowsText };
export type ListingChangesText = Omit<ListingChanges, 'put'> & { put: RowsText };

export function readListing(text: ListingText): Listing {
  return { ...text, records: readRows(text.records) };
}

export function readListingChanges(text: ListingChangesText): ListingChanges {
  return { ...text, put: readRows(text.put) };
}

/** A listing with its changes. Rows that did not change are the same objects as before. */
export function changeListing(listing: Listing, { put, removed, rest }: ListingChanges): Listing {
  const others = { ...listing, ...rest };
  if (put.length === 0 && removed.length === 0) return others;
  const byKey = new Map(listing.records.map((record) => [record.key, record]));
  for (const key of removed) byKey.delete(key);
  for (const record of put) byKey.set(record.key, record);
  return { ...others, records: [...byKey.values()] };
}
