// A copy of a record that cannot be saved, put where a person says: all that is typed is in it.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { saveCopy } from '@main/library/save-copy';
import { writeDurably } from '@main/storage/durable-writer';
import { beforeEach, expect, test, vi } from 'vitest';
import { answers, reset } from '../export/electron';
import { fill, scratch, soon } from '../support';
import { fields, type Opened, openLibrary, recordText, section } from './open';

vi.mock('electron', async () => (await import('../export/electron')).electron);

const PATH = '2026/2026-11-20-one.md';
const TEXT = recordText('ONE', 'One');
/** It would run into the next section. */
const HELD = '```\ncode';

let opened: Opened;
let copy: string;

async function begin(text = TEXT): Promise<void> {
  opened = await openLibrary(await fill(await scratch(), { [PATH]: text }));
  copy = join(await scratch(), 'copy.md');
}

beforeEach(async () => {
  reset();
  await begin();
});

async function copied(): Promise<string> {
  answers.save.push(copy);
  await saveCopy(opened.library.records, 'ONE', null, writeDurably);
  return readFile(copy, 'utf8');
}

test('has what is in the file and what is typed', async () => {
  await opened.library.records.edit('ONE', section('saved', 'Luck.'), section('saved', ''));
  expect(await copied()).toBe(
    TEXT.replace('## What saved us\n\n\n', '## What saved us\n\nLuck.\n'),
  );
});

test('has at its end what cannot be put in its place, under the name of that', async () => {
  const { records } = opened.library;
  const trigger = 'long'.repeat(40_000);
  await records.edit('ONE', fields({ trigger, services: [] }), {
    kind: 'fields',
    fields: { trigger: '', services: ['orders-db', 'checkout'] },
  });
  await records.edit('ONE', section('almost', HELD), section('almost', 'It nearly fell over.'));
  await soon(() => expect(opened.saveState('ONE')?.kind).toBe('not-saved'));
  expect(await copied()).toBe(
    `${TEXT.replace('services: [ orders-db,   checkout ]\n', '').trimEnd()}\n\n## What could not be put in its place\n\n### trigger\n\n${trigger}\n\n### What almost happened\n\n${HELD}\n`,
  );
});

test('keeps the line ends of the file also there', async () => {
  await begin(TEXT.replaceAll('\n', '\r\n'));
  await opened.library.records.edit(
    'ONE',
    section('almost', HELD),
    section('almost', 'It nearly fell over.'),
  );
  const text = await copied();
  expect(text).toContain('code');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('cancelled, nothing is written', async () => {
  answers.save.push(null);
  expect(await saveCopy(opened.library.records, 'ONE', null, writeDurably)).toBeNull();
});
