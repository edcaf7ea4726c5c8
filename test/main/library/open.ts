// A library opened as the app opens it, on real folders, with short waits and everything it says
// written down.

import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventName, Events, RecordView, SaveState } from '@core/ipc/contract';
import type { RecordKey } from '@core/library/listing';
import type { RecordEdit } from '@core/record/edit';
import { type RecordFields, SECTION_HEADINGS, type SectionKey } from '@core/record/model';
import type { Send } from '@main/ipc/handle';
import { Library, type LibraryParts } from '@main/library/library';
import { writeDurably } from '@main/storage/durable-writer';
import { afterEach } from 'vitest';
import { scratch } from '../support';

const open: Library[] = [];

afterEach(async () => {
  for (const library of open.splice(0)) await library.close();
});

export const QUICK = { quiet: 20, latest: 60, retries: [30], gather: 20, grace: 120, poll: 30 };

export interface Opened {
  library: Library;
  root: string;
  userData: string;
  said: { event: EventName; payload: Events[EventName] }[];
  notices: string[];
  /** Payloads of one event so far. */
  heard<E extends EventName>(event: E): Events[E][];
  saveState(key: RecordKey): SaveState | undefined;
}

export async function openLibrary(
  folder: string,
  parts: Partial<LibraryParts> = {},
): Promise<Opened> {
  const said: Opened['said'] = [];
  const notices: string[] = [];
  const send: Send = (event, payload) => void said.push({ event, payload });
  const userData = parts.userData ?? (await scratch());
  const library = await Library.open(folder, {
    userData,
    send,
    notify: (message) => void notices.push(message),
    write: writeDurably,
    startedAt: Date.now(),
    timing: QUICK,
    // Its own, so that a test can leave one open as if it had been killed.
    locks: join(userData, `locks-${open.length}`),
    ...parts,
  });
  open.push(library);
  const heard = <E extends EventName>(event: E) =>
    said.filter((one) => one.event === event).map((one) => one.payload as Events[E]);
  return {
    library,
    root: await realpath(folder).catch(() => folder),
    userData,
    said,
    notices,
    heard,
    saveState: (key) =>
      heard('record:save-state')
        .filter((one) => one.key === key)
        .at(-1)?.save,
  };
}

export const fields = (change: Partial<RecordFields>): RecordEdit => ({
  kind: 'fields',
  fields: change,
});
export const section = (key: SectionKey, text: string): RecordEdit => ({
  kind: 'section',
  section: key,
  text,
});

/** A record's text. */
export function recordText(id: string, title: string, sections: Record<string, string> = {}) {
  const body = Object.entries({ almost: 'It nearly fell over.', saved: '', ...sections })
    .map(([key, text]) => `## ${SECTION_HEADINGS[key as SectionKey]}\n\n${text}\n`)
    .join('\n');
  return `---
close-call: 1
id: ${id}
title: ${title} # as it was told
status: captured
occurred: 2026-11-20
services: [ orders-db,   checkout ]
---

# ${title}

${body}`;
}

export function keyOf(opened: Opened, path: string): RecordKey {
  const found = opened.library.listing().records.find((record) => record.path === path);
  if (!found) throw new Error(`${path} is not listed`);
  return found.key;
}

export async function viewOf(opened: Opened, path: string): Promise<RecordView> {
  return opened.library.records.open(keyOf(opened, path));
}
