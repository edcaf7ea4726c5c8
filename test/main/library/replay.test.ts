import { cp, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notSaved } from '@main/storage/errors';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentsOf, fault, fill, scratch } from '../support';
import { fields, openLibrary, recordText, section } from './open';

const TEXT = recordText('ONE', 'One');
let root: string;
let userData: string;
let file: string;

beforeEach(async () => {
  root = await fill(await scratch(), { 'one.md': TEXT });
  userData = await scratch();
  file = join(root, 'one.md');
});

/** Types into a library whose disk takes nothing, and leaves its journal as a crash would. */
async function crash(): Promise<void> {
  const opened = await openLibrary(root, {
    userData,
    write: () => Promise.reject(notSaved(fault('ENOSPC'))),
  });
  const { records } = opened.library;
  await records.edit('ONE', section('notes', 'first'), section('notes', ''));
  await records.edit('ONE', section('notes', 'first, second'), section('notes', 'first'));
  await records.edit('ONE', fields({ status: 'triaged' }), fields({ status: 'captured' }));
  const copy = join(await scratch(), 'journal');
  await cp(join(userData, 'journal'), copy, { recursive: true });
  await opened.library.close();
  expect(await readFile(file, 'utf8')).toBe(TEXT);
  await cp(copy, join(userData, 'journal'), { recursive: true });
}

const journals = () => contentsOf(join(userData, 'journal'));
const again = () => openLibrary(root, { userData });

describe('after a crash', () => {
  test('what was typed is put back, saved and said', async () => {
    await crash();
    const { notices } = await again();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('first, second');
    expect(text).toContain('status: triaged');
    expect(notices).toEqual(['Here is what you had in “One”: “triaged”. It has been put back.']);
    expect(await journals()).toEqual({});
    expect((await again()).notices).toEqual([]);
  });

  test('what is in the file already is not said again', async () => {
    await crash();
    await writeFile(
      file,
      recordText('ONE', 'One', { notes: 'first, second' }).replace('captured', 'triaged'),
    );
    const before = await readFile(file, 'utf8');
    expect((await again()).notices).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await journals()).toEqual({});
  });

  test('a save half-way through the typing is built upon', async () => {
    await crash();
    await writeFile(file, recordText('ONE', 'One', { notes: 'first' }));
    await again();
    expect(await readFile(file, 'utf8')).toContain('first, second');
  });

  test('a change outside in another place is kept', async () => {
    await crash();
    await writeFile(file, TEXT.replace('It nearly fell over.', 'Changed outside.'));
    await again();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Changed outside.');
    expect(text).toContain('first, second');
  });

  test('a change outside in the same place: both versions are there to choose from', async () => {
    await crash();
    const theirs = recordText('ONE', 'One', { notes: 'theirs' });
    await writeFile(file, theirs);
    const opened = await again();
    const { notices, library } = opened;
    const text = await readFile(file, 'utf8');
    expect(text).toContain('theirs');
    expect(text).not.toContain('second');
    expect(text).toContain('status: triaged');
    expect(notices).toEqual([expect.stringContaining('changed outside in “Notes”')]);
    const { content, save } = await library.records.open('ONE');
    expect(content.sections.notes).toBe('theirs');
    expect(save).toMatchObject({
      kind: 'not-saved',
      conflicts: [{ mine: section('notes', 'first, second'), theirs: section('notes', 'theirs') }],
    });
    // Not chosen yet, and still there after another start.
    await library.close();
    const once = await again();
    expect((await once.library.records.open('ONE')).save).toMatchObject({ conflicts: [{}] });
    await once.library.records.edit(
      'ONE',
      section('notes', 'first, second'),
      section('notes', 'theirs'),
    );
    await once.library.records.flush();
    expect(await readFile(file, 'utf8')).toContain('first, second');
    const origins = (await once.library.records.history('ONE')).map(({ why }) => why);
    expect(origins).toEqual(expect.arrayContaining(['saved', 'found']));
  });

  test('a record that is gone: ours is set aside and said', async () => {
    await crash();
    await unlink(file);
    await fill(root, { 'close-call.yml': '' });
    const { notices } = await again();
    expect(notices).toEqual([expect.stringContaining('cannot be edited now')]);
    expect(Object.values(await journals()).join('')).toContain('first, second');
  });

  test('a file that was renamed meanwhile is found by its id', async () => {
    await crash();
    await rename(file, join(root, 'renamed.md'));
    await again();
    expect(await readFile(join(root, 'renamed.md'), 'utf8')).toContain('first, second');
  });

  test('a torn journal loses only its last line', async () => {
    await crash();
    const folder = join(userData, 'journal', (await readdir(join(userData, 'journal')))[0] ?? '');
    const name = (await readdir(folder)).find((one) => one.startsWith('record-')) ?? '';
    const whole = await readFile(join(folder, name));
    await writeFile(join(folder, name), whole.subarray(0, whole.length - 5));
    await again();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('first, second');
    expect(text).toContain('status: captured');
  });

  test('a disk that still refuses: nothing is lost, and it is tried again', async () => {
    await crash();
    const still = await openLibrary(root, {
      userData,
      write: () => Promise.reject(notSaved(fault('ENOSPC'))),
    });
    const view = await still.library.records.open('ONE');
    expect(view.content.sections.notes).toBe('first, second');
    expect(view.save.kind).toBe('not-saved');
    expect(Object.values(await journals()).join('')).toContain('first, second');
  });
});
