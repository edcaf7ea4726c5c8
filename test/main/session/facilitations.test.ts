// What is the facilitator's alone: there again at the next start, one for each record, in a file
// of its own that no line of the session or of a record's journal shares.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newFacilitation } from '@core/session/facilitation';
import { Facilitations } from '@main/session/facilitations';
import { expect, test } from 'vitest';
import { openLibrary, recordText } from '../library/open';
import { contentsOf, fill, scratch } from '../support';

const CANARY = 'CANARY-5b1f';
const kept = (notes: string) => ({ ...newFacilitation('2026-11-21'), notes });

test('is there at the next start, the last of each record', async () => {
  const journals = await scratch();
  const first = new Facilitations(journals);
  await first.open();
  expect(first.of('ONE')).toBeNull();
  await first.keep('ONE', kept('a'));
  await first.keep('TWO', kept('b'));
  await first.keep('ONE', kept('c'));

  const second = new Facilitations(journals);
  await second.open();
  expect([second.of('ONE'), second.of('TWO')]).toEqual([kept('c'), kept('b')]);
});

test('does not grow with every keystroke for ever', async () => {
  const journals = await scratch();
  const facilitations = new Facilitations(journals);
  await facilitations.open();
  await facilitations.keep('TWO', kept('b'));
  for (let i = 0; i < 210; i += 1) await facilitations.keep('ONE', kept(String(i)));
  const text = await readFile(join(journals, 'facilitator.journal'), 'utf8');
  expect(text.trim().split('\n').length).toBeLessThan(50);
  const again = new Facilitations(journals);
  await again.open();
  expect([again.of('ONE'), again.of('TWO')]).toEqual([kept('209'), kept('b')]);
});

test('is in no file of the library, and in no other journal', async () => {
  const root = await fill(await scratch(), { 'one.md': recordText('ONE', 'One') });
  const userData = await scratch();
  const { library } = await openLibrary(root, { userData });
  const before = await contentsOf(root);
  await library.session.begin('ONE', null);
  await library.facilitations.keep('ONE', kept(CANARY));
  expect(library.facilitations.of('ONE')?.notes).toBe(CANARY);
  await library.close();
  expect(await contentsOf(root)).toEqual(before);

  const holding: string[] = [];
  for (const entry of await readdir(userData, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    if (text.includes(CANARY)) holding.push(entry.name);
  }
  expect(holding).toEqual(['facilitator.journal']);
});
