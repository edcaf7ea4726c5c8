// One record in two windows: each shows what is typed in the other at once, and what both type at
// the same moment is all there.

import { readFile, writeFile } from 'node:fs/promises';
import type { RecordEdit } from '@core/record/edit';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { fill, scratch, soon } from '../support';
import { fields, type Opened, openLibrary, recordText, section } from './open';

const MAIN = 1;
const ROOM = 2;
let opened: Opened;
let told: { notes: string; from: number | undefined }[];
let shared: boolean;

beforeEach(async () => {
  shared = true;
  told = [];
  const root = await fill(await scratch(), {
    'one.md': recordText('ONE', 'One', { notes: 'We looked at it.' }),
  });
  opened = await openLibrary(root, {
    isShared: () => shared,
    send: (event, payload, from) => {
      if (event !== 'record:changed') return;
      const { view } = payload as { view: { content: { sections: { notes: string } } } };
      told.push({ notes: view.content.sections.notes, from });
    },
  });
});

const edit = (page: number, change: RecordEdit, base: RecordEdit, seen: number | null = null) =>
  opened.library.records.edit('ONE', change, base, { page, seen });
const type = (page: number, text: string, base: string, seen: number | null = null) =>
  edit(page, section('notes', text), section('notes', base), seen);
const shown = async () => (await opened.library.records.open('ONE')).content.sections.notes;

test('an edit is told to every other window before it is on the disk', async () => {
  await opened.library.records.open('ONE');
  const answered = type(ROOM, 'We looked at it twice.', 'We looked at it.');
  await soon(() => expect(told).toEqual([{ notes: 'We looked at it twice.', from: ROOM }]));
  await answered;
});

test('a window alone is told nothing of what it typed', async () => {
  shared = false;
  await type(MAIN, 'We looked.', 'We looked at it.');
  expect(told).toEqual([]);
});

test('both typing in one line at once lose nothing, and whoever has not seen it gets it', async () => {
  const base = 'We looked at it.';
  await type(MAIN, 'We all looked at it.', base);
  const { merged } = await type(ROOM, 'We looked at it twice.', base);
  expect(merged?.content.sections.notes).toBe('We all looked at it twice.');
  // The first window types on, upon what it has: the other's words are not in it yet.
  const next = await type(MAIN, 'We all looked at it hard.', 'We all looked at it.');
  expect(next.merged?.content.sections.notes).toBe('We all looked at it twice hard.');
  expect(await shown()).toBe('We all looked at it twice hard.');
});

test.each([
  ['in one line', 'We looked at it.', 'We looked at it twice.', ' all'],
  ['in neighbouring lines', '- We\n- looked', '- We\n- looked twice', ' all'],
])(
  'whoever types on %s, not having been shown what the other typed, undoes none of it',
  async (_where, base, others, typed) => {
    await type(MAIN, base, 'We looked at it.');
    await type(ROOM, others, base);
    let mine = base;
    for (const letter of typed) {
      const before = mine;
      const at = base.indexOf('We') + 'We'.length + (mine.length - base.length);
      mine = mine.slice(0, at) + letter + mine.slice(at);
      await type(MAIN, mine, before);
    }
    expect(await shown()).toBe(others.replace('We', `We${typed}`));
  },
);

test('whatever two windows type, and whenever they are shown what came of it, is all there', async () => {
  const step = fc.record({
    page: fc.constantFrom(MAIN, ROOM),
    at: fc.nat(40),
    isShown: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const start = '- one\n- two';
      await type(MAIN, start, await shown());
      const pages = new Map([MAIN, ROOM].map((page) => [page, start]));
      const letters = 'ABCDEFGHIJKL'.slice(0, steps.length);
      for (const [index, { page, at, isShown }] of steps.entries()) {
        const before = isShown ? await shown() : (pages.get(page) ?? '');
        const where = Math.min(at, before.length);
        const after = before.slice(0, where) + letters[index] + before.slice(where);
        await type(page, after, before);
        pages.set(page, after);
      }
      const all = await shown();
      for (const letter of letters) expect(all).toContain(letter);
      expect(all.replace(/[A-L]/g, '')).toBe(start);
    }),
    { numRuns: 60 },
  );
});

test('an answer brings what the author has not been shown, wherever it is', async () => {
  const { revision } = await opened.library.records.open('ONE');
  await edit(MAIN, fields({ trigger: 'Writes doubled' }), fields({ trigger: '' }), revision);
  const { merged } = await type(ROOM, 'We looked.', 'We looked at it.', revision);
  expect(merged?.content.fields.trigger).toBe('Writes doubled');
  const after = await type(ROOM, 'We looked on.', 'We looked.', merged?.revision);
  expect(after.merged).toBeNull();
});

test('one window alone that sends again what was not acknowledged does not double it', async () => {
  await type(MAIN, 'We looked at it. A', 'We looked at it.');
  await type(MAIN, 'We looked at it. AB', 'We looked at it.');
  expect(await shown()).toBe('We looked at it. AB');
});

test('a change from outside that nobody has seen is still a choice', async () => {
  const { merged } = await type(MAIN, 'Mine.', 'We looked at it.');
  expect(merged).toBeNull();
  await opened.library.records.flush();
  const file = opened.library.pathOf('ONE');
  await writeFile(file, (await readFile(file, 'utf8')).replace('Mine.', 'From a terminal.'));
  await opened.library.rescan();
  await soon(async () => expect(await shown()).toBe('From a terminal.'));
  await expect(type(ROOM, 'Mine, too.', 'Mine.')).rejects.toMatchObject({ code: 'conflict' });
});
