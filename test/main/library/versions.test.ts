// Every version that was saved comes back, byte for byte, and so does what it took the place of.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { fill, scratch, soon } from '../support';
import { type Opened, openLibrary, recordText, section, viewOf } from './open';

const PATH = '2026/2026-11-20-one.md';
const ODD = `\uFEFF${recordText('ONE', 'One').replaceAll('\n', '\r\n').trimEnd()}`;

let opened: Opened;
let file: string;

beforeEach(async () => {
  const root = await fill(await scratch(), { [PATH]: ODD });
  opened = await openLibrary(root);
  file = join(opened.root, PATH);
});

const onDisk = () => readFile(file, 'utf8');
const records = () => opened.library.records;
async function type(text: string, before = ''): Promise<void> {
  await records().edit('ONE', section('notes', text), section('notes', before));
  expect(await records().save('ONE')).toMatchObject({ kind: 'saved' });
}
const origins = async () => (await records().history('ONE')).map(({ why }) => why);

test('a record nobody has edited has no versions', async () => {
  await viewOf(opened, PATH);
  expect(await records().history('ONE')).toEqual([]);
});

test('what was found and each save are kept, and the one in the file is marked', async () => {
  await type('first');
  await type('second', 'first');
  expect(await origins()).toEqual(['saved', 'saved', 'found']);
  expect((await records().history('ONE')).map(({ current }) => current)).toEqual([
    true,
    false,
    false,
  ]);
});

test('a version is put back byte for byte, and so is what it took the place of', async () => {
  await type('first');
  const edited = await onDisk();
  const found = (await records().history('ONE')).at(-1)?.hash ?? '';
  const { view, before } = await records().restoreVersion('ONE', found);
  expect(await onDisk()).toBe(ODD);
  expect(view.content.sections.notes).toBe('');
  expect(opened.heard('record:changed').at(-1)?.view?.content.sections.notes).toBe('');
  await records().restoreVersion('ONE', before);
  expect(await onDisk()).toBe(edited);
  expect(await origins()).toEqual(['restored', 'restored', 'saved', 'found']);
});

test('what is typed and not yet saved is saved first, so that it can come back too', async () => {
  await type('first');
  const found = (await records().history('ONE')).at(-1)?.hash ?? '';
  await records().edit('ONE', section('notes', 'in a hurry'), section('notes', 'first'));
  const { before } = await records().restoreVersion('ONE', found);
  expect((await records().version('ONE', before)).text).toContain('in a hurry');
  expect(await onDisk()).toBe(ODD);
});

test('what was changed outside is kept before it is replaced', async () => {
  await type('first');
  await writeFile(file, recordText('ONE', 'One', { notes: 'from outside' }));
  await soon(() => expect(opened.heard('record:changed').length).toBeGreaterThan(0));
  await type('from here', 'from outside');
  expect(await origins()).toEqual(['saved', 'found', 'saved', 'found']);
});

test('typing on after a version was put back, before it is seen, overwrites nothing', async () => {
  await type('first');
  const found = (await records().history('ONE')).at(-1)?.hash ?? '';
  await records().restoreVersion('ONE', found);
  await expect(
    records().edit('ONE', section('notes', 'first, and more'), section('notes', 'first')),
  ).rejects.toMatchObject({ code: 'conflict' });
  expect(await onDisk()).toBe(ODD);
});

test('nothing is put in the place of a newer format, nor is one put back', async () => {
  await type('first');
  const found = (await records().history('ONE')).at(-1)?.hash ?? '';
  const older = await onDisk();
  const newer = older.replace('close-call: 1', 'close-call: 2');
  await writeFile(file, newer);
  await opened.library.rescan();
  await expect(records().restoreVersion('ONE', found)).rejects.toMatchObject({
    code: 'read-only',
  });
  expect(await onDisk()).toBe(newer);

  await writeFile(file, older);
  await opened.library.rescan();
  const record = await records().record('ONE');
  await expect(record.restore(newer)).rejects.toMatchObject({ code: 'read-only' });
  expect(await onDisk()).toBe(older);
});

test('a version that is not kept is refused, the file untouched', async () => {
  await expect(records().restoreVersion('ONE', 'f'.repeat(64))).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await onDisk()).toBe(ODD);
});
