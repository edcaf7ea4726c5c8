// Opens and saves every Markdown file of a folder the way the app does, away from the folder, and
// compares the bytes. Promises to change nothing in the folder, a line for every file, the last
// line `N files: R records, A need attention, O others; B byte-identical after open and save`,
// and exit code 0 only when that is all of them (1 when not, 2 when there is no such folder).

import { realpathSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasCode } from '@core/errors';
import { joinBlocks, splitBlocks } from '@core/record/blocks';
import { applyEdit, type RecordEdit } from '@core/record/edit';
import { FIELD_KEYS } from '@core/record/fields';
import { type RecordContent, type RecordFields, SECTION_KEYS } from '@core/record/model';
import { walk } from '@main/indexer/files-now';
import { decodeUtf8, type Reading, readRecordFile } from '@main/library/read-file';

export interface LibraryCheck {
  lines: string[];
  records: number;
  attention: number;
  others: number;
  identical: number;
  /** Paths of files that saving would change. */
  changed: string[];
}

/** Opens and saves what is in a folder; the copies go to a folder that is removed again. */
export async function checkLibrary(root: string): Promise<LibraryCheck> {
  const check: LibraryCheck = {
    lines: [],
    records: 0,
    attention: 0,
    others: 0,
    identical: 0,
    changed: [],
  };
  const readings: [string, Reading][] = [];
  for (const { path: name } of walk(root).files) {
    const reading = await readRecordFile(root, name);
    if (reading) readings.push([name, reading]);
  }
  const copies = await mkdtemp(path.join(tmpdir(), 'close-call-check-'));
  try {
    const sorted = readings.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, reading] of sorted) {
      const original = await readFile(path.join(root, name)).catch(() => null);
      const saved = original && save(original, reading);
      check.lines.push(describe(name, reading, saved === null));
      if (reading.kind === 'record') check.records += 1;
      else if (reading.kind === 'attention') check.attention += 1;
      else check.others += 1;
      if (!original || !saved || (await isSame(original, saved, path.join(copies, 'copy.md')))) {
        check.identical += 1;
      } else {
        check.changed.push(name);
        check.lines.push(`changed  ${name}`);
      }
    }
  } finally {
    await rm(copies, { recursive: true, force: true });
  }
  return check;
}

export function summaryOf({ records, attention, others, identical }: LibraryCheck): string {
  const files = records + attention + others;
  return `${files} files: ${records} records, ${attention} need attention, ${others} others; ${identical} byte-identical after open and save`;
}

function describe(name: string, reading: Reading, isNeverWritten: boolean): string {
  if (reading.kind === 'record') return `record  ${name}`;
  if (reading.kind === 'other') return `not a record  ${name}`;
  const kept = isNeverWritten ? '; the app never writes it, so its bytes stay' : '';
  return `needs attention  ${name}:${Math.max(1, reading.line)}  ${reading.reason}${kept}`;
}

/** The bytes the app would write; null for a file whose text it never has in hand. */
function save(original: Uint8Array, reading: Reading): Uint8Array | null {
  const text = decodeUtf8(original);
  if (text === null || (reading.kind === 'attention' && reading.line === 0)) return null;
  const saved = reading.kind === 'record' ? saveRecord(text, reading.content) : refused(text);
  return new TextEncoder().encode(saved);
}

/** Sets every field and every section, block by block, to the value it has. */
function saveRecord(text: string, { fields, sections }: RecordContent): string {
  const edits: RecordEdit[] = [{ kind: 'fields', fields }];
  for (const key of Object.keys(FIELD_KEYS) as (keyof RecordFields)[]) {
    edits.push({ kind: 'fields', fields: { [key]: fields[key] } });
  }
  for (const section of SECTION_KEYS) {
    const blocks = joinBlocks(splitBlocks(sections[section]));
    edits.push({ kind: 'section', section, text: blocks });
  }
  try {
    return edits.reduce(applyEdit, text);
  } catch (error) {
    // What a newer version wrote is opened, and never written.
    if (hasCode(error, 'read-only')) return text;
    throw error;
  }
}

/** What is not a record cannot be edited: an edit that is not refused changes the text. */
function refused(text: string): string {
  try {
    return applyEdit(text, { kind: 'section', section: 'notes', text: 'changed' });
  } catch (error) {
    if (hasCode(error, 'unreadable')) return text;
    throw error;
  }
}

async function isSame(original: Uint8Array, saved: Uint8Array, copy: string): Promise<boolean> {
  await writeFile(copy, saved);
  return Buffer.compare(original, await readFile(copy)) === 0;
}

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('Which folder? npm run -s check:library -- DIR');
    return 2;
  }
  const info = await stat(folder).catch(() => null);
  if (!info?.isDirectory()) {
    console.error(`${folder} is ${info ? 'not a folder' : 'missing: there is no such folder'}.`);
    return 2;
  }
  const check = await checkLibrary(folder);
  console.log([...check.lines, summaryOf(check)].join('\n'));
  return check.changed.length === 0 ? 0 : 1;
}

const [, script = '', folder] = process.argv;
if (script !== '' && realpathSync(script) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(folder);
}
