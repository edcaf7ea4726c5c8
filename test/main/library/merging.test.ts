// A change from outside that meets one from here: both are followed where that can be done, and
// the window is told what it came to.

import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type WriteDurably, writeDurably } from '@main/storage/durable-writer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fill, scratch, soon } from '../support';
import { fields, type Opened, openLibrary, recordText, section, viewOf } from './open';

const PATH = '2026/2026-11-20-one.md';
const BASE = 'The disk filled.\n\nNobody looked.\n\nA job ran.';
const MINE = BASE.replace('A job ran.', 'A clean-up job ran.');
const THEIRS = BASE.replace('The disk filled.', 'The disk of orders-db filled.');
const BOTH = THEIRS.replace('A job ran.', 'A clean-up job ran.');
const withNotes = (notes: string) => recordText('ONE', 'One', { notes });

let opened: Opened;
let file: string;
let letSavesThrough: () => void;

beforeEach(async () => {
  const root = await fill(await scratch(), { [PATH]: withNotes(BASE) });
  // A save waits at the gate, so that what happens outside comes between the edit and it.
  const gate = new Promise<void>((resolve) => {
    letSavesThrough = resolve;
  });
  const write: WriteDurably = async (...args) => {
    await gate;
    return writeDurably(...args);
  };
  opened = await openLibrary(root, { write });
  file = join(opened.root, PATH);
  await viewOf(opened, PATH);
});

afterEach(() => letSavesThrough());

const onDisk = () => readFile(file, 'utf8');
const edit = (text: string, base: string) =>
  opened.library.records.edit('ONE', section('notes', text), section('notes', base));
const saved = () => soon(() => expect(opened.saveState('ONE')?.kind).toBe('saved'));
const shown = () => opened.heard('record:changed').at(-1)?.view?.content.sections.notes;

test('another paragraph changed outside while one is being saved: both are in the file', async () => {
  expect((await edit(MINE, BASE)).merged).toBe(null);
  await writeFile(file, withNotes(THEIRS));
  letSavesThrough();
  await saved();
  expect(await onDisk()).toBe(withNotes(BOTH));
  expect(shown()).toBe(BOTH);
});

test('typed upon a version that was changed meanwhile: merged, and handed back', async () => {
  letSavesThrough();
  await writeFile(file, withNotes(THEIRS));
  await soon(() => expect(shown()).toBe(THEIRS));
  const { merged, revision } = await edit(MINE, BASE);
  expect(merged?.content.sections.notes).toBe(BOTH);
  expect(merged?.revision).toBe(revision);
  await saved();
  expect(await onDisk()).toBe(withNotes(BOTH));
});

test('what is typed on, before the merged version is seen, takes nothing back', async () => {
  await writeFile(file, withNotes(THEIRS));
  await soon(() => expect(shown()).toBe(THEIRS));
  const steps = [BASE, MINE, `${MINE}\n\nAt night.`, `${MINE}\n\nAt night, by itself.`];
  for (const [n, text] of steps.entries()) {
    if (n > 0) await edit(text, steps[n - 1] ?? '');
    if (n === 2) letSavesThrough();
    if (n === 2) await saved();
  }
  await saved();
  expect(await onDisk()).toBe(withNotes(`${BOTH}\n\nAt night, by itself.`));
});

test('lists are merged word by word', async () => {
  const { library } = opened;
  await library.records.edit(
    'ONE',
    fields({ services: ['orders-db', 'checkout', 'gateway'] }),
    fields({ services: ['orders-db', 'checkout'] }),
  );
  await writeFile(file, withNotes(BASE).replace('orders-db,   checkout', 'checkout, search'));
  letSavesThrough();
  await saved();
  expect((await viewOf(opened, PATH)).content.fields.services).toEqual([
    'checkout',
    'search',
    'gateway',
  ]);
});

test('what a killed app was merging is put back once', async () => {
  await edit(MINE, BASE);
  await writeFile(file, withNotes(THEIRS));
  // What a kill leaves: the files as they are, and nobody who goes on with them.
  const userData = join(await scratch(), 'left');
  await cp(opened.userData, userData, { recursive: true });
  const again = await openLibrary(opened.root, { userData });
  await soon(async () => expect(await onDisk()).toBe(withNotes(BOTH)));
  expect(again.notices).toEqual([expect.stringContaining('It has been put back.')]);
});
