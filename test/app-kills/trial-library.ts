// The library of a run of trials: the sample's records, none of which may be touched, and one
// record to type into; with what of all that is on the disk after a kill.

import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyEdit } from '@core/record/edit';
import { parseRecord } from '@core/record/parse';
import { overlaid } from '@main/library/pending';
import { isRecordJournal, openRecordJournal, pendingOf } from '@main/library/record-journal';
import { isTempName } from '@main/storage/temp-files';
import { ROOT } from '../../scripts/electron/ready.mjs';
import type { Texts } from './page';

export const RECORD_KEY = 'KILLS';
const RECORD_FILE = '2026/2026-11-20-typed-into.md';
const RECORD = `---
close-call: 1
id: ${RECORD_KEY}
title: Typed into, and killed # as it was told
status: captured
occurred: 2026-11-20
services: [ orders-db,   checkout ]
---

# Typed into, and killed

## What almost happened

## What saved us

Luck.
`;

export interface Found {
  /** What the record's file holds. */
  file: Texts;
  /** The same with the journal over it: what the next start shows. */
  kept: Texts;
  /** When the journal's last line was made, in epoch milliseconds. */
  journalledAt: number | null;
  /** Temporary files in the library. */
  temps: string[];
  /** What is not as it must be, in words. */
  problems: string[];
}

export class TrialLibrary {
  readonly folder: string;
  readonly profile: string;
  #others = '';

  /** @param scratch a folder to make library and profile in */
  static async make(scratch: string): Promise<TrialLibrary> {
    const library = new TrialLibrary(join(scratch, 'library'), join(scratch, 'profile'));
    await cp(join(ROOT, 'resources/sample-library'), library.folder, { recursive: true });
    await writeFile(join(library.folder, RECORD_FILE), RECORD);
    library.#others = (await library.#files()).others;
    return library;
  }

  private constructor(folder: string, profile: string) {
    this.folder = folder;
    this.profile = profile;
  }

  /** The file that is typed into. */
  get recordPath(): string {
    return join(this.folder, RECORD_FILE);
  }

  async temps(): Promise<string[]> {
    return (await this.#files()).temps;
  }

  /** Reads what a killed app has left, with nothing but the disk to go by. */
  async look(): Promise<Found> {
    const problems: string[] = [];
    const { temps, others } = await this.#files();
    if (temps.length > 1) problems.push(`${temps.length} temporary files: ${temps.join(', ')}`);
    if (others !== this.#others) problems.push('another file of the library was touched');
    const text = await readFile(this.recordPath, 'utf8');
    const parsed = parseRecord(text);
    if (parsed.kind !== 'record') {
      const nothing = { section: '', field: '' };
      problems.push('the file is broken');
      return { file: nothing, kept: nothing, journalledAt: null, temps, problems };
    }
    const { record } = parsed;
    const file = textsOf(record);
    if (text !== expected(file)) problems.push('the file holds what was never written');
    const entries = await this.#journalled();
    const kept = textsOf(overlaid(record, pendingOf(entries)));
    return { file, kept, journalledAt: entries.at(-1)?.at ?? null, temps, problems };
  }

  async #journalled() {
    const folder = join(this.profile, 'journal');
    const files = await readdir(folder, { recursive: true }).catch(() => []);
    const names = files.filter((path) => isRecordJournal(path.split(/[/\\]/).at(-1) ?? ''));
    if (names.length > 1) throw new Error(`More than one journal: ${names.join(', ')}`);
    const entries = names.map((name) => openRecordJournal(folder, name).read());
    return (await Promise.all(entries)).flat();
  }

  /** All but the record: the temporary ones by name, the others as one text that says it all. */
  async #files(): Promise<{ temps: string[]; others: string }> {
    const temps: string[] = [];
    const others: string[] = [];
    for (const path of (await readdir(this.folder, { recursive: true })).sort()) {
      const name = path.split(/[/\\]/).at(-1) ?? '';
      if (isTempName(name)) temps.push(path);
      else if (path !== RECORD_FILE) {
        const info = await stat(join(this.folder, path));
        if (info.isFile()) others.push(`${path} ${info.ino} ${info.size} ${info.mtimeMs}`);
      }
    }
    return { temps, others: others.join('\n') };
  }
}

function textsOf(record: { sections: { almost: string }; fields: { reporter: string } }): Texts {
  return { section: record.sections.almost, field: record.fields.reporter };
}

/** The file's bytes with these texts in it and all else as it was. */
function expected({ section, field }: Texts): string {
  const withField =
    field === '' ? RECORD : applyEdit(RECORD, { kind: 'fields', fields: { reporter: field } });
  return section === ''
    ? withField
    : applyEdit(withField, { kind: 'section', section: 'almost', text: section });
}
