// What sync tools and Git leave beside or inside a record is found and compared, on real files:
// finding it changes no byte and no count, and bringing it to one keeps everything.

import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopyView } from '@core/ipc/contract';
import { describe, expect, test } from 'vitest';
import { bytes, contentsOf, fill, scratch, soon } from '../support';
import { fields, type Opened, openLibrary, recordText, section, viewOf } from './open';

const PATH = '2026/2026-11-20-one.md';
const SYNCTHING = '2026/2026-11-20-one.sync-conflict-20261120-101112-ABCDEF7.md';
const MINE = recordText('ONE', 'One', { notes: 'Said here.' });
const THEIRS = recordText('ONE', 'One', { notes: 'Said there, zebra.' });
const DIVIDED = MINE.replace(
  'Said here.\n',
  '<<<<<<< HEAD\nSaid here.\n=======\nSaid there, zebra.\n>>>>>>> ana\n',
);

async function open(files: Record<string, string>): Promise<Opened> {
  return openLibrary(await fill(await scratch(), files));
}
const listing = (opened: Opened) => opened.library.listing();
const recordPaths = (opened: Opened) => listing(opened).records.map(({ path }) => path);
const onDisk = (opened: Opened, path: string) => readFile(join(opened.root, path), 'utf8');

function copyAt(opened: Opened, path: string) {
  const copy = listing(opened).copies.find((one) => one.path === path);
  if (!copy) throw new Error(`${path} is not listed as another version`);
  return copy;
}
const compare = (opened: Opened, path: string): Promise<CopyView> =>
  opened.library.copies.open(copyAt(opened, path).key);

describe('a copy in a file of its own', () => {
  test.each([
    ['Syncthing', SYNCTHING],
    ['Dropbox', "2026/2026-11-20-one (Ana's conflicted copy 2026-11-20).md"],
    ['Dropbox or Nextcloud', '2026/2026-11-20-one (conflicted copy 2026-11-20 101112).md'],
    ['OneDrive', '2026/2026-11-20-one-DESKTOP-AB12.md'],
    ['iCloud', '2026/2026-11-20-one 2.md'],
    ['Google Drive', '2026/2026-11-20-one (1).md'],
  ])('of %s is listed apart, not counted, not found, and not touched', async (tool, path) => {
    const opened = await open({ [PATH]: MINE, [path]: THEIRS });
    const before = await contentsOf(opened.root);
    expect(recordPaths(opened)).toEqual([PATH]);
    expect(listing(opened).copies).toEqual([
      { key: expect.any(String), path, tool, title: 'One', of: 'ONE' },
    ]);
    expect(listing(opened).attention).toEqual([]);
    expect((await opened.library.search('zebra')).keys).toEqual([]);
    expect((await opened.library.search('said')).keys).toEqual(['ONE']);
    await compare(opened, path);
    expect(await contentsOf(opened.root)).toEqual(before);
  });

  test('is a near miss of its own where the ids differ, and where no original is', async () => {
    const other = '2026/2026-11-20-one 2.md';
    const alone = '2026/2026-11-21-two.sync-conflict-20261120-101112-ABCDEF7.md';
    const opened = await open({
      [PATH]: MINE,
      [other]: recordText('OTHER', 'Other'),
      [alone]: recordText('ALONE', 'Alone'),
    });
    expect(listing(opened).copies).toEqual([]);
    expect(recordPaths(opened).sort()).toEqual([alone, other, PATH].sort());
  });

  test('is compared place by place with the record as it stands, typed words included', async () => {
    const theirs = THEIRS.replace('status: captured', 'status: logged\nteam: payments')
      .replace('title: One', 'title: Two')
      .concat('\n## Weather\n\nRain.\n');
    const opened = await open({ [PATH]: MINE, [SYNCTHING]: theirs });
    await opened.library.records.edit(
      'ONE',
      section('notes', 'Being typed.'),
      section('notes', 'Said here.'),
    );
    const view = await compare(opened, SYNCTHING);
    expect(view).toMatchObject({
      path: SYNCTHING,
      tool: 'Syncthing',
      of: { key: 'ONE', path: PATH, title: 'One' },
      alsoDiffers: ['“Weather”', '“team” in the front matter'],
    });
    expect(view.places).toEqual([
      place('field title', 'title', fields({ title: 'One' }), fields({ title: 'Two' })),
      place('field status', 'status', fields({ status: 'captured' }), fields({ status: 'logged' })),
      place(
        'section notes',
        'Notes',
        section('notes', 'Being typed.'),
        section('notes', 'Said there, zebra.'),
      ),
    ]);
  });

  test('says the same when only line ends, spacing and comments differ', async () => {
    const theirs = MINE.replace(' # as it was told', '').replaceAll('\n', '\r\n');
    const opened = await open({ [PATH]: MINE, [SYNCTHING]: theirs });
    expect(await compare(opened, SYNCTHING)).toMatchObject({ places: [], alsoDiffers: [] });
  });

  test('is merged by edits of the record, and stays until it is moved to the trash', async () => {
    const opened = await open({ [PATH]: MINE, [SYNCTHING]: THEIRS });
    const { places } = await compare(opened, SYNCTHING);
    for (const { mine, theirs } of places) {
      await opened.library.records.edit('ONE', theirs, mine);
    }
    await opened.library.records.save('ONE');
    expect(await onDisk(opened, PATH)).toBe(THEIRS);
    expect(await onDisk(opened, SYNCTHING)).toBe(THEIRS);
    expect((await compare(opened, SYNCTHING)).places).toEqual([]);
    const history = await opened.library.records.history('ONE');
    expect(history.map(({ why }) => why)).toEqual(['saved', 'found']);

    const { trashId } = await opened.library.files.trash(copyAt(opened, SYNCTHING).key);
    expect(listing(opened).copies).toEqual([]);
    expect(listing(opened).trash.map(({ path }) => path)).toEqual([SYNCTHING]);
    await opened.library.files.restore(trashId);
    expect(await onDisk(opened, SYNCTHING)).toBe(THEIRS);
    expect(copyAt(opened, SYNCTHING).of).toBe('ONE');
    expect(recordPaths(opened)).toEqual([PATH]);
  });

  test('leaves the record its key, so that its history and its journal are found', async () => {
    const opened = await open({ [PATH]: MINE, [SYNCTHING]: THEIRS });
    expect((await viewOf(opened, PATH)).key).toBe('ONE');
  });

  test('that comes while a library is open is another version, wherever it turns up first', async () => {
    const opened = await open({ [PATH]: MINE });
    expect((await opened.library.search('zebra')).keys).toEqual([]);
    // As Syncthing does it: ours is set aside under another name, and theirs put in its place.
    await rename(join(opened.root, PATH), join(opened.root, SYNCTHING));
    await opened.library.rescan();
    await writeFile(join(opened.root, PATH), THEIRS);
    await soon(() => expect(copyAt(opened, SYNCTHING).of).toBe('ONE'));
    await soon(async () => expect((await opened.library.search('zebra')).keys).toEqual(['ONE']));
    expect(recordPaths(opened)).toEqual([PATH]);
    expect((await compare(opened, SYNCTHING)).places[0]).toMatchObject({
      mine: section('notes', 'Said there, zebra.'),
      theirs: section('notes', 'Said here.'),
    });
  });

  test('is a near miss of its own again, and found, when the original goes', async () => {
    const opened = await open({ [PATH]: MINE, [SYNCTHING]: THEIRS });
    expect((await opened.library.search('zebra')).keys).toEqual([]);
    await rm(join(opened.root, PATH));
    await soon(() => expect(recordPaths(opened)).toEqual([SYNCTHING]));
    expect(listing(opened).copies).toEqual([]);
    expect((await opened.library.search('zebra')).keys).toHaveLength(1);
  });

  test('of a record that cannot be read stands for it in the list', async () => {
    const broken = MINE.replace('services: [', 'services: [[');
    const opened = await open({ [PATH]: broken, [SYNCTHING]: THEIRS });
    expect(recordPaths(opened)).toEqual([SYNCTHING]);
    expect(listing(opened).attention.map(({ path }) => path)).toEqual([PATH]);
  });

  test('that cannot be read needs attention and stays where it is', async () => {
    const opened = await open({
      [PATH]: MINE,
      [SYNCTHING]: '---\nclose-call: 1\ntitle: a: b\n---\n',
    });
    const [file] = listing(opened).attention;
    expect(file?.path).toBe(SYNCTHING);
    expect(listing(opened).copies).toEqual([]);
    await expect(opened.library.files.trash(file?.key ?? '')).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});

describe('both versions in one file', () => {
  const choose = async (opened: Opened, side: 'mine' | 'theirs') => {
    const { key, hash, places } = await compare(opened, PATH);
    return opened.library.copies.resolve(
      key,
      hash,
      places.map((one) => one[side]),
    );
  };

  test('are found, said with their line, and not touched', async () => {
    const opened = await open({ [PATH]: DIVIDED });
    const line = DIVIDED.split('\n').indexOf('<<<<<<< HEAD') + 1;
    expect(recordPaths(opened)).toEqual([]);
    expect(listing(opened).attention).toEqual([
      { key: 'ONE', path: PATH, reason: 'Git left two versions in it', line },
    ]);
    expect(listing(opened).copies).toEqual([
      { key: 'ONE', path: PATH, tool: 'Git', title: 'One', of: null },
    ]);
    expect(await compare(opened, PATH)).toMatchObject({
      of: { key: 'ONE', path: PATH, title: 'One' },
      alsoDiffers: [],
      places: [
        place(
          'section notes',
          'Notes',
          section('notes', 'Said here.'),
          section('notes', 'Said there, zebra.'),
        ),
      ],
    });
    expect(await onDisk(opened, PATH)).toBe(DIVIDED);
  });

  test('are compared with what both came from when Git has said it', async () => {
    const text = DIVIDED.replace('=======', '||||||| 1a2b3c4\nSaid first.\n=======');
    const opened = await open({ [PATH]: text });
    expect((await compare(opened, PATH)).places[0]?.base).toEqual(section('notes', 'Said first.'));
  });

  test.each([
    ['mine', MINE],
    ['theirs', THEIRS],
  ] as const)('come to one, %s, byte for byte, with both in the history', async (side, wanted) => {
    const opened = await open({ [PATH]: DIVIDED });
    const view = await choose(opened, side);
    expect(await onDisk(opened, PATH)).toBe(wanted);
    expect(view).toMatchObject({ key: 'ONE', path: PATH, readOnly: false });
    expect(listing(opened)).toMatchObject({ attention: [], copies: [] });
    expect(recordPaths(opened)).toEqual([PATH]);
    const history = await opened.library.records.history('ONE');
    expect(history.map(({ why, current }) => [why, current])).toEqual([
      ['saved', true],
      ['found', false],
    ]);
    const kept = await opened.library.records.version('ONE', history[1]?.hash ?? '');
    expect(kept.text).toBe(DIVIDED);
  });

  test('keep their byte-order mark and line ends', async () => {
    const odd = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n').trimEnd()}`;
    const opened = await open({ [PATH]: odd(`${DIVIDED}\nThe end.`) });
    await choose(opened, 'mine');
    expect(await onDisk(opened, PATH)).toBe(odd(`${MINE}\nThe end.`));
  });

  test('in the front matter too', async () => {
    const text = MINE.replace(
      'status: captured\n',
      '<<<<<<< HEAD\nstatus: captured\n=======\nstatus: logged\n>>>>>>> ana\n',
    );
    const opened = await open({ [PATH]: text });
    await choose(opened, 'theirs');
    expect(await onDisk(opened, PATH)).toBe(MINE.replace('captured', 'logged'));
  });

  test('are not written over when the file has changed since it was compared', async () => {
    const opened = await open({ [PATH]: DIVIDED });
    const { key, hash } = await compare(opened, PATH);
    for (const text of [`${DIVIDED}More.\n`, MINE]) {
      await writeFile(join(opened.root, PATH), text);
      await expect(opened.library.copies.resolve(key, hash, [])).rejects.toMatchObject({
        code: 'conflict',
      });
      expect(await onDisk(opened, PATH)).toBe(text);
    }
    await opened.library.rescan();
    expect(await opened.library.records.history('ONE')).toEqual([]);
  });

  test('are left as they are when they cannot be kept in the history first', async () => {
    const opened = await open({ [PATH]: DIVIDED });
    await writeFile(join(opened.userData, 'history'), 'a file where a folder should be');
    await expect(choose(opened, 'mine')).rejects.toMatchObject({ code: 'not-saved' });
    expect(await onDisk(opened, PATH)).toBe(DIVIDED);
  });

  test('that cannot both be read are only said', async () => {
    const text = DIVIDED.replace(
      'title: One # as it was told',
      '<<<<<<< a\ntitle: One\n=======\ntitle: [\n>>>>>>> b',
    );
    const opened = await open({ [PATH]: text });
    expect(listing(opened)).toMatchObject({
      attention: [{ reason: 'Git left two versions in it' }],
      copies: [],
    });
  });

  test('that come while someone types take nothing of what was typed', async () => {
    const opened = await open({ [PATH]: MINE });
    await viewOf(opened, PATH);
    await writeFile(join(opened.root, PATH), DIVIDED);
    await opened.library.records.edit('ONE', section('saved', 'Luck.'), section('saved', ''));
    await soon(() => expect(listing(opened).copies).toHaveLength(1));
    expect(await onDisk(opened, PATH)).toBe(DIVIDED);
    await choose(opened, 'theirs');
    await soon(async () => expect(await onDisk(opened, PATH)).toContain('Luck.'));
    expect(await onDisk(opened, PATH)).toContain('Said there, zebra.');
  });

  test('are shown in the history, and never put back over a near miss that can be read', async () => {
    const opened = await open({ [PATH]: DIVIDED });
    await choose(opened, 'mine');
    const divided = (await opened.library.records.history('ONE')).at(-1)?.hash ?? '';
    await expect(opened.library.records.restoreVersion('ONE', divided)).rejects.toMatchObject({
      code: 'unreadable',
    });
    expect(await onDisk(opened, PATH)).toBe(MINE);
  });
});

test('a file that is no other version cannot be compared or resolved', async () => {
  const opened = await open({ [PATH]: MINE });
  await expect(opened.library.copies.open('ONE')).rejects.toMatchObject({ code: 'not-found' });
  await expect(opened.library.copies.open('none')).rejects.toMatchObject({ code: 'not-found' });
  const hash = 'f'.repeat(64);
  await expect(opened.library.copies.resolve('ONE', hash, [])).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await readFile(join(opened.root, PATH))).toEqual(Buffer.from(bytes(MINE)));
});

function place(name: string, words: string, mine: unknown, theirs: unknown) {
  return { place: name, name: words, base: null, mine, theirs };
}
