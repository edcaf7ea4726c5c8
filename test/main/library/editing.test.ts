import { readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemas } from '@core/ipc/schemas';
import { writeDurably } from '@main/storage/durable-writer';
import { notSaved } from '@main/storage/errors';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeReadOnly } from '../read-only';
import { contentsOf, fault, fill, scratch, soon } from '../support';
import { fields, type Opened, openLibrary, QUICK, recordText, section, viewOf } from './open';

const PATH = '2026/2026-11-20-one.md';
const TEXT = recordText('ONE', 'One');

let opened: Opened;
let file: string;

async function begin(parts: Parameters<typeof openLibrary>[1] = {}, text = TEXT): Promise<void> {
  const root = await fill(await scratch(), { [PATH]: text });
  opened = await openLibrary(root, parts);
  file = join(opened.root, PATH);
}

beforeEach(() => begin());
afterEach(() => vi.restoreAllMocks());

const onDisk = () => readFile(file, 'utf8');
const edit = (
  ...args: Parameters<typeof opened.library.records.edit> extends [string, ...infer R] ? R : never
) => opened.library.records.edit('ONE', ...args);
const saved = () => soon(() => expect(opened.saveState('ONE')?.kind).toBe('saved'));
const refused = () => soon(() => expect(opened.saveState('ONE')?.kind).toBe('not-saved'));

describe('while someone types', () => {
  const held: (() => void)[] = [];
  const pause = () => {
    for (const run of held.splice(0)) run();
  };
  const heard = () => new Set(opened.said.map(({ event }) => event));
  beforeEach(() => {
    held.length = 0;
    return begin({ inAPause: (run) => void held.push(run) });
  });

  test('no window hears of saves, and all are told the last word in the pause', async () => {
    await edit(section('notes', 'typed'), section('notes', ''));
    await soon(async () => expect(await onDisk()).toContain('typed'));
    await edit(section('notes', 'typed on'), section('notes', 'typed'));
    await soon(async () => expect(await onDisk()).toContain('typed on'));
    await soon(() => expect(held).toHaveLength(2));
    expect(opened.said).toEqual([]);
    await soon(async () => {
      pause();
      expect(opened.saveState('ONE')?.kind).toBe('saved');
    });
    expect(heard()).toEqual(new Set(['record:save-state', 'library:changed']));
  });

  test('what could not be saved is told at once', async () => {
    await opened.library.records.open('ONE');
    await rename(file, `${file}.away`);
    await edit(section('notes', 'typed'), section('notes', ''));
    await refused();
  });

  test('what a record was is not told after what it is now', async () => {
    await edit(section('notes', 'typed'), section('notes', ''));
    await soon(async () => expect(await onDisk()).toContain('typed'));
    await opened.library.records.save('ONE');
    await writeFile(file, (await onDisk()).replace('typed', 'typed outside'));
    await opened.library.rescan();
    await soon(() => expect(opened.heard('record:changed')).toHaveLength(1));
    pause();
    expect(opened.heard('record:save-state')).toEqual([]);
  });

  test('nothing is told in the pause of a library that was left before it', async () => {
    await edit(section('notes', 'typed'), section('notes', ''));
    await soon(() => expect(held).toHaveLength(2));
    opened.library.hush();
    pause();
    expect(opened.said).toEqual([]);
  });
});

describe('an edit', () => {
  test('of one field changes one line, and the file says saved only after', async () => {
    await edit(fields({ status: 'triaged' }), fields({ status: 'captured' }));
    expect(opened.saveState('ONE')?.kind).toBe('saving');
    await saved();
    expect(await onDisk()).toBe(TEXT.replace('status: captured', 'status: triaged'));
  });

  test('of one section changes only that section', async () => {
    await edit(section('saved', 'A person by chance.'), section('saved', ''));
    await saved();
    expect(await onDisk()).toBe(
      TEXT.replace('## What saved us\n\n\n', '## What saved us\n\nA person by chance.\n'),
    );
  });

  test('keeps CRLF, the byte-order mark and a missing final newline', async () => {
    const odd = `\uFEFF${TEXT.replaceAll('\n', '\r\n').trimEnd()}`;
    await begin({}, odd);
    await edit(fields({ status: 'triaged' }), fields({ status: 'captured' }));
    await saved();
    expect(await onDisk()).toBe(odd.replace('status: captured', 'status: triaged'));
  });

  test('is in the journal when it is acknowledged, and gone from there once saved', async () => {
    await edit(section('notes', 'typed'), section('notes', ''));
    const journal = join(opened.userData, 'journal');
    expect(Object.values(await contentsOf(journal)).join('')).toContain('typed');
    await saved();
    await soon(async () => expect(await contentsOf(journal)).toEqual({}));
  });

  test('many quick ones end in one text, with growing revisions', async () => {
    const revisions: number[] = [];
    let before = '';
    for (let n = 1; n <= 40; n += 1) {
      const text = 'typing '.repeat(n).trim();
      revisions.push((await edit(section('notes', text), section('notes', before))).revision);
      before = text;
    }
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(new Set(revisions).size).toBe(40);
    await saved();
    expect((await viewOf(opened, PATH)).content.sections.notes).toBe(before);
    expect(await onDisk()).toContain(`## Notes\n\n${before}\n`);
  });

  test('is shown at once by whoever opens the record, and listed when it is saved', async () => {
    await edit(fields({ title: 'Another' }), fields({ title: 'One' }));
    const view = await opened.library.records.open('ONE');
    expect(view.content.fields.title).toBe('Another');
    expect(view.suggestedPath).toBe('2026/2026-11-20-another.md');
    await soon(() => expect(opened.library.listing().records[0]?.fields.title).toBe('Another'));
    expect((await opened.library.search('another')).keys).toEqual(['ONE']);
    await soon(() => expect(opened.heard('library:changed').length).toBeGreaterThan(0));
  });

  test('made here is not told back as a change from outside', async () => {
    await edit(section('notes', 'typed'), section('notes', ''));
    await saved();
    await opened.library.rescan();
    expect(opened.heard('record:changed')).toEqual([]);
  });

  test('without a base for its field is refused', async () => {
    await expect(edit(fields({ status: 'triaged' }), fields({}))).rejects.toMatchObject({
      code: 'bad-request',
    });
  });

  test('that would swallow the next section is held back, and goes in once it is whole', async () => {
    await edit(section('almost', '```\ncode'), section('almost', 'It nearly fell over.'));
    await refused();
    expect(opened.saveState('ONE')).toMatchObject({
      reason: expect.stringContaining('“What almost happened” would run into what follows'),
    });
    expect(await onDisk()).toBe(TEXT);
    await edit(section('saved', 'Luck.'), section('saved', ''));
    await soon(async () => expect(await onDisk()).toContain('Luck.'));
    await edit(section('almost', '```\ncode\n```'), section('almost', '```\ncode'));
    await saved();
    expect(await onDisk()).toContain('```\ncode\n```\n\n## What saved us\n\nLuck.');
  });
});

describe('an edit of a field that is longer than front matter may be', () => {
  const trigger = 'long '.repeat(40_000);

  test('is taken at the door, kept and said, and the other fields are saved', async () => {
    const typed = { edit: fields({ trigger }), base: fields({ trigger: '' }) };
    expect(schemas['record:edit'].safeParse({ key: 'ONE', ...typed }).success).toBe(true);
    await edit(typed.edit, typed.base);
    await refused();
    expect(opened.saveState('ONE')).toMatchObject({ reason: expect.stringMatching(/128 KiB/) });
    const journal = await contentsOf(join(opened.userData, 'journal'));
    expect(Object.values(journal).join('')).toContain(trigger);
    await edit(fields({ status: 'triaged' }), fields({ status: 'captured' }));
    await soon(async () => expect(await onDisk()).toBe(TEXT.replace('captured', 'triaged')));
    await edit(fields({ trigger: 'short' }), fields({ trigger }));
    await saved();
    expect(await onDisk()).toContain('trigger: short\n');
  });

  test('of a new record is refused before there is a file', async () => {
    const before = await contentsOf(opened.root);
    const long = { fields: { title: 'Long', trigger }, sections: {} };
    await expect(opened.library.files.add(long)).rejects.toMatchObject({
      code: 'not-saved',
      message: expect.stringMatching(/128 KiB/),
    });
    expect(await contentsOf(opened.root)).toEqual(before);
  });
});

describe('a change from outside', () => {
  let letSavesThrough: () => void;

  // A save waits at the gate, so that what happens outside comes between the edit and it.
  beforeEach(() => {
    const gate = new Promise<void>((resolve) => {
      letSavesThrough = resolve;
    });
    return begin({
      write: async (...args) => {
        await gate;
        return writeDurably(...args);
      },
    });
  });

  const outside = async (text: string) => {
    await writeFile(file, text);
    letSavesThrough();
  };

  test('of another field while an edit is pending: both survive', async () => {
    await viewOf(opened, PATH);
    await edit(fields({ status: 'triaged' }), fields({ status: 'captured' }));
    await outside(TEXT.replace('checkout ]', 'gateway ]').replace('over.', 'over, twice.'));
    await saved();
    const text = await onDisk();
    expect(text).toContain('status: triaged');
    expect(text).toContain('services: [ orders-db,   gateway ]');
    expect(text).toContain('over, twice.');
  });

  test('of the same field: a conflict, the file is not overwritten, both are shown', async () => {
    await viewOf(opened, PATH);
    await edit(fields({ status: 'triaged' }), fields({ status: 'captured' }));
    const theirs = TEXT.replace('status: captured', 'status: logged');
    await outside(theirs);
    await refused();
    expect(opened.saveState('ONE')).toEqual({
      kind: 'not-saved',
      reason: expect.stringContaining('“status” was changed outside'),
      kept: expect.stringMatching(/^What you typed is kept in the journal on this machine: \S+\.$/),
      conflicts: [
        {
          place: 'field status',
          name: 'status',
          base: fields({ status: 'captured' }),
          mine: fields({ status: 'triaged' }),
          theirs: fields({ status: 'logged' }),
        },
      ],
    });
    expect(await onDisk()).toBe(theirs);
    expect(await opened.library.records.save('ONE')).toMatchObject({
      kind: 'not-saved',
      conflicts: [{ mine: fields({ status: 'triaged' }) }],
    });
    expect(await onDisk()).toBe(theirs);
  });

  test('keeping mine: an edit made on theirs settles it', async () => {
    await edit(fields({ status: 'triaged' }), fields({ status: 'captured' }));
    await outside(TEXT.replace('status: captured', 'status: logged'));
    await refused();
    await edit(fields({ status: 'triaged' }), fields({ status: 'logged' }));
    await saved();
    expect(await onDisk()).toBe(TEXT.replace('status: captured', 'status: triaged'));
  });

  test('the record opened in a conflict shows theirs; typing over it keeps mine in the history', async () => {
    await edit(section('notes', 'mine'), section('notes', ''));
    await outside(recordText('ONE', 'One', { notes: 'theirs' }));
    await refused();
    expect((await opened.library.records.open('ONE')).content.sections.notes).toBe('theirs');
    await edit(section('notes', 'theirs and more'), section('notes', 'theirs'));
    await saved();
    expect(await onDisk()).toContain('theirs and more');
    const versions = await opened.library.records.history('ONE');
    const mine = versions.find(({ why }) => why === 'mine')?.hash ?? '';
    expect((await opened.library.records.version('ONE', mine)).text).toContain('\nmine\n');
  });

  test('a third version, made upon neither of the two, keeps the one it takes the place of', async () => {
    await edit(section('notes', 'mine'), section('notes', ''));
    await outside(recordText('ONE', 'One', { notes: 'theirs' }));
    await refused();
    await expect(
      edit(section('notes', 'a third'), section('notes', 'of long ago')),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await onDisk()).toContain('theirs');
    const versions = await opened.library.records.history('ONE');
    const mine = versions.find(({ why }) => why === 'mine')?.hash ?? '';
    expect((await opened.library.records.version('ONE', mine)).text).toContain('\nmine\n');
  });

  test('taking theirs: what was typed is kept in the history, the view shows the file', async () => {
    await edit(section('notes', 'my own words'), section('notes', ''));
    await outside(recordText('ONE', 'One', { notes: 'their words' }));
    await refused();
    await edit(section('notes', 'their words'), section('notes', 'their words'));
    await saved();
    expect((await viewOf(opened, PATH)).content.sections.notes).toBe('their words');
    expect(await contentsOf(join(opened.userData, 'journal'))).toEqual({});
    const history = Object.values(await contentsOf(join(opened.userData, 'history'))).join('');
    expect(history).toContain('my own words');
    expect(await onDisk()).toContain('their words');
  });

  test('taking theirs where no history can be kept: what was typed is set aside', async () => {
    await writeFile(join(opened.userData, 'history'), 'in the way');
    await edit(section('notes', 'my own words'), section('notes', ''));
    await outside(recordText('ONE', 'One', { notes: 'their words' }));
    await refused();
    await edit(section('notes', 'their words'), section('notes', 'their words'));
    await saved();
    const kept = await contentsOf(join(opened.userData, 'journal'));
    expect(Object.keys(kept)).toEqual([expect.stringMatching(/kept-aside\/\w+\.json$/)]);
    expect(Object.values(kept).join('')).toContain('my own words');
    expect(opened.notices).toEqual([expect.stringMatching(/^Earlier versions are not being kept/)]);
  });

  test('seen by the watcher, then an edit on the old value: a conflict, not an overwrite', async () => {
    await viewOf(opened, PATH);
    const theirs = recordText('ONE', 'One', { notes: 'theirs' });
    await outside(theirs);
    await soon(() => expect(opened.heard('record:changed').length).toBe(1));
    await expect(edit(section('notes', 'mine'), section('notes', ''))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await onDisk()).toBe(theirs);
    expect(opened.saveState('ONE')).toMatchObject({
      conflicts: [{ mine: section('notes', 'mine'), theirs: section('notes', 'theirs') }],
    });
    await edit(section('notes', 'mine'), section('notes', 'theirs'));
    await saved();
    expect(await onDisk()).toContain('mine');
  });

  test('to the same value is no conflict', async () => {
    await edit(fields({ status: 'triaged' }), fields({ status: 'captured' }));
    await outside(TEXT.replace('status: captured', 'status: triaged'));
    await saved();
  });

  test('to the value that is then typed is no conflict either', async () => {
    await viewOf(opened, PATH);
    await outside(recordText('ONE', 'One', { notes: 'the same' }));
    await soon(() => expect(opened.heard('record:changed').length).toBe(1));
    await edit(section('notes', 'the same'), section('notes', ''));
    await saved();
  });

  test('with nothing pending is shown, and never reloads over unsaved text', async () => {
    await viewOf(opened, PATH);
    await outside(recordText('ONE', 'One', { notes: 'from outside' }));
    await soon(() =>
      expect(opened.heard('record:changed').at(-1)?.view?.content.sections.notes).toBe(
        'from outside',
      ),
    );
  });

  test('that breaks the file: what is typed is kept, the file is left', async () => {
    await edit(section('notes', 'typed'), section('notes', ''));
    await outside('---\nclose-call: 1\ntitle: "broken\n---\n');
    await refused();
    expect(opened.saveState('ONE')).toMatchObject({
      reason: expect.stringContaining('cannot be read as a record'),
    });
    expect(await onDisk()).toContain('"broken');
    await outside(TEXT);
    await saved();
    expect(await onDisk()).toContain('typed');
  });
});

describe('a disk that refuses', () => {
  test('is said, tried again, and saved when it is back', async () => {
    let full = true;
    await begin({
      write: (path, bytes, options) =>
        full ? Promise.reject(notSaved(fault('ENOSPC'))) : writeDurably(path, bytes, options),
    });
    await edit(section('notes', 'typed'), section('notes', ''));
    await refused();
    expect(opened.saveState('ONE')).toMatchObject({
      reason: expect.stringContaining('the disk is full'),
    });
    expect(await onDisk()).toBe(TEXT);
    expect(await opened.library.records.flush()).toMatchObject([{ title: 'One' }]);
    const journal = await contentsOf(join(opened.userData, 'journal'));
    expect(Object.values(journal).join('')).toContain('typed');
    full = false;
    await saved();
    expect(await onDisk()).toContain('typed');
    expect(await opened.library.records.flush()).toEqual([]);
  });

  test('save says what is wrong', async () => {
    await begin({ write: () => Promise.reject(notSaved(fault('EROFS'))) });
    await edit(section('notes', 'typed'), section('notes', ''));
    expect(await opened.library.records.save('ONE')).toEqual({
      kind: 'not-saved',
      reason: 'the disk can only be read',
      kept: expect.stringMatching(/^What you typed is kept .* Saving is tried again\.$/),
    });
  });

  test('a file that is gone is not made again behind the back, only when asked', async () => {
    await viewOf(opened, PATH);
    await unlink(file);
    await edit(section('notes', 'typed'), section('notes', ''));
    await refused();
    expect(opened.saveState('ONE')).toMatchObject({
      reason: expect.stringContaining('gone from the library'),
    });
    await expect(onDisk()).rejects.toThrow();
    await opened.library.records.save('ONE');
    expect(await onDisk()).toContain('typed');
  });

  test('a journal that cannot be written: acknowledged only once it is in the file', async () => {
    const userData = join(await scratch(), 'a-file');
    await writeFile(userData, 'not a folder');
    await begin({ userData });
    await edit(section('notes', 'typed'), section('notes', ''));
    expect(await onDisk()).toContain('typed');
  });
});

describe('the folder of the library', () => {
  test('gone and back: empty and said, then whole again, and what was typed is saved', async () => {
    await begin({ timing: { ...QUICK, retries: [60_000] } });
    await viewOf(opened, PATH);
    const away = `${opened.root}-away`;
    await rename(opened.root, away);
    await edit(section('notes', 'typed meanwhile'), section('notes', ''));
    await soon(() => expect(opened.notices.length).toBe(1));
    expect(opened.notices[0]).toContain('is gone');
    expect(opened.library.listing()).toEqual({
      records: [],
      attention: [],
      copies: [],
      trash: [],
    });
    expect((await opened.library.search('one')).keys).toEqual([]);
    await refused();
    await rename(away, opened.root);
    await soon(() => expect(opened.library.listing().records.length).toBe(1));
    await saved();
    expect(await onDisk()).toContain('typed meanwhile');
  });

  test('not to be written any more while a record is open: kept, said, and saved when it is', async () => {
    await viewOf(opened, PATH);
    const undo = makeReadOnly(opened.root);
    try {
      await opened.library.rescan();
      expect(opened.library.info().writable).toBe(false);
      await edit(section('notes', 'typed'), section('notes', ''));
      const journal = await contentsOf(join(opened.userData, 'journal'));
      expect(Object.values(journal).join('')).toContain('typed');
      await refused();
      expect(await opened.library.records.flush()).toMatchObject([{ title: 'One' }]);
    } finally {
      undo();
    }
    await saved();
    expect(await onDisk()).toContain('typed');
  });

  test('not to be written: read-only', async () => {
    const root = await fill(await scratch(), { [PATH]: TEXT });
    const undo = makeReadOnly(root);
    try {
      const { library } = await openLibrary(root);
      expect(library.info().writable).toBe(false);
      expect((await library.records.open('ONE')).readOnly).toBe(true);
      const typed = section('notes', 'x');
      await expect(library.records.edit('ONE', typed, section('notes', ''))).rejects.toMatchObject({
        code: 'read-only',
      });
      await library.close();
    } finally {
      undo();
    }
    const { library } = await openLibrary(root);
    expect(library.info().writable).toBe(true);
    await library.records.edit('ONE', section('notes', 'x'), section('notes', ''));
  });
});
