import { readFile, realpath, rename, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isoDay } from '@core/dates';
import { beforeEach, describe, expect, test } from 'vitest';
import { contentsOf, fill, namesIn, scratch, soon } from '../support';
import { fields, keyOf, type Opened, openLibrary, recordText, section } from './open';

let opened: Opened;
const TODAY = isoDay(new Date());

beforeEach(async () => {
  const root = await fill(await scratch(), { 'close-call.yml': 'name: Ours\n' });
  opened = await openLibrary(root);
});

const create = (title: string, more = {}) =>
  opened.library.files.create({ fields: { title, ...more }, sections: {} });

describe('a new record', () => {
  test('is a file of today, written whole, listed and open', async () => {
    const view = await opened.library.files.create({
      fields: { title: 'Disk at 94 %' },
      sections: { almost: 'It nearly filled.' },
    });
    expect(view.path).toBe(`${TODAY.slice(0, 4)}/${TODAY}-disk-at-94-percent.md`);
    expect(view.key).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(view.content.fields).toMatchObject({
      id: view.key,
      status: 'captured',
      occurred: TODAY,
      reported: TODAY,
    });
    expect(view.suggestedPath).toBeNull();
    const text = await readFile(join(opened.root, view.path), 'utf8');
    expect(text.startsWith('---\nclose-call: 1\nid: ')).toBe(true);
    expect(text).toContain('It nearly filled.');
    expect(opened.library.listing().records.map(({ key }) => key)).toEqual([view.key]);
    await soon(() => expect(opened.heard('library:changed').length).toBeGreaterThan(0));
  });

  test('goes where its day says', async () => {
    const view = await create('Old', { occurred: '2019-02-03T10:00:00Z', reported: '2019-02-04' });
    expect(view.path).toBe('2019/2019-02-03-old.md');
    expect(view.content.fields.reported).toBe('2019-02-04');
  });

  test('never overwrites, also what the index does not know yet', async () => {
    await fill(opened.root, { [`${TODAY.slice(0, 4)}/${TODAY}-same.md`]: 'someone else' });
    const all = await Promise.all([create('Same'), create('Same'), create('Same')]);
    expect(new Set(all.map(({ path }) => path)).size).toBe(3);
    const texts = await contentsOf(opened.root);
    expect(Object.values(texts).filter((text) => text === 'someone else').length).toBe(1);
    expect(Object.keys(texts).length).toBe(5);
  });

  test.each(['../../etc/passwd', 'C:\\x', 'con', '', '🌊', 'x'.repeat(300), '.hidden'])(
    '%j stays inside the library',
    async (title) => {
      const view = await create(title);
      expect(view.path).toMatch(/^\d{4}\/\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
      expect((await readFile(join(opened.root, view.path), 'utf8')).length).toBeGreaterThan(0);
    },
  );

  test('in a folder that is gone is refused in words', async () => {
    await rename(opened.root, `${opened.root}-away`);
    await expect(create('Nowhere')).rejects.toMatchObject({
      code: 'not-saved',
      message: expect.stringContaining('is gone'),
    });
    await rename(`${opened.root}-away`, opened.root);
  });

  test('keeps every field it was given', async () => {
    const given = {
      status: 'triaged' as const,
      services: ['a b', '#c', 'no'],
      reporter: 'Ana: "the one"',
      barriers: [
        {
          name: '- x',
          state: 'stopped' as const,
          kind: null,
          byDesign: null,
          known: null,
          note: '',
        },
      ],
    };
    const view = await create('Given', given);
    expect(view.content.fields).toMatchObject(given);
  });
});

describe('the name of a file', () => {
  test('follows the title when asked, and the key stays', async () => {
    const { key, path } = await create('Before');
    await opened.library.records.edit(key, fields({ title: 'After' }), fields({ title: 'Before' }));
    const view = await opened.library.files.renameFile(key);
    expect(view).toMatchObject({ key, path: path.replace('before', 'after'), suggestedPath: null });
    expect(await namesIn(join(opened.root, TODAY.slice(0, 4)))).toEqual([`${TODAY}-after.md`]);
    await opened.library.records.edit(key, section('notes', 'later'), section('notes', ''));
    await opened.library.records.save(key);
    expect(await readFile(join(opened.root, view.path), 'utf8')).toContain('later');
    await opened.library.rescan();
    expect(opened.library.listing().records).toMatchObject([{ key, path: view.path }]);
  });

  test('follows it also for a record without an id, and the key stays', async () => {
    await fill(opened.root, { 'odd name.md': recordText('X', 'Odd').replace(/^id:.*\n/m, '') });
    await soon(() => expect(opened.library.listing().records.length).toBe(1));
    const key = opened.library.listing().records[0]?.key ?? '';
    const view = await opened.library.files.renameFile(key);
    expect(view).toMatchObject({ key, path: '2026/2026-11-20-odd.md' });
    expect(opened.library.listing().records[0]?.key).toBe(key);
  });

  test('never takes the place of another file', async () => {
    const { key } = await create('Before');
    await create('After');
    await opened.library.records.edit(key, fields({ title: 'After' }), fields({ title: 'Before' }));
    const view = await opened.library.files.renameFile(key);
    expect(view.path).toContain('-after-2.md');
    expect(opened.library.listing().records.length).toBe(2);
  });

  test('stays when it is right already', async () => {
    const { key, path } = await create('Right');
    expect((await opened.library.files.renameFile(key)).path).toBe(path);
  });
});

test('a record whose file went, taken in again: what was typed meanwhile goes into that', async () => {
  const { key, path } = await create('Away');
  const text = await readFile(join(opened.root, path), 'utf8');
  await unlink(join(opened.root, path));
  await soon(() => expect(opened.library.listing().records).toEqual([]));
  await opened.library.records.edit(key, section('notes', 'typed'), section('notes', ''));
  await soon(() => expect(opened.saveState(key)?.kind).toBe('not-saved'));
  const again = text.replace('title: Away', 'title: Back');
  expect(await opened.library.files.copyIn(again)).toBe(key);
  await soon(() => expect(opened.saveState(key)?.kind).toBe('saved'));
  const { path: place } = await opened.library.records.open(key);
  expect(await namesIn(join(opened.root, TODAY.slice(0, 4)))).toEqual([`${TODAY}-back.md`]);
  expect(await readFile(join(opened.root, place), 'utf8')).toContain('typed');
});

test('a record that is a link to another file stays where it is, and is said to', async () => {
  const { path } = await create('Linked');
  await symlink(path, join(opened.root, 'link.md'));
  const reason = 'link.md is a link to another file, so it is not moved.';
  const key = await soon(() => keyOf(opened, 'link.md'));
  const { files } = opened.library;
  await expect(files.renameFile(key)).rejects.toMatchObject({ message: reason });
  await expect(files.trash(key)).rejects.toMatchObject({ message: reason });
  expect(await files.trashAll([key])).toEqual({ trashIds: [], failed: [{ key, reason }] });
  expect(opened.library.listing().records.map((record) => record.path)).toEqual([path, 'link.md']);
  expect(await realpath(opened.library.pathOf(key))).toBe(join(opened.root, path));
});

describe('the trash', () => {
  test('takes a record with what was just typed, and gives it back under the same key', async () => {
    const { key, path } = await create('Going');
    await opened.library.records.edit(key, section('notes', 'typed'), section('notes', ''));
    const { trashId } = await opened.library.files.trash(key);
    expect(opened.library.listing().records).toEqual([]);
    await soon(() =>
      expect(opened.library.listing().trash).toMatchObject([{ id: trashId, path, title: 'Going' }]),
    );
    await expect(opened.library.records.open(key)).rejects.toMatchObject({ code: 'not-found' });
    expect(await opened.library.files.restore(trashId)).toEqual({ key });
    const view = await opened.library.records.open(key);
    expect(view.content.sections.notes).toBe('typed');
    await soon(() => expect(opened.library.listing().trash).toEqual([]));
  });

  test('a record in conflict is not moved away with it', async () => {
    const { key, path } = await create('Torn');
    const file = join(opened.root, path);
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text}\n## Notes\n\ntheirs\n`);
    // Whether the change outside has been seen by now or not: both are a conflict.
    await opened.library.records
      .edit(key, section('notes', 'mine'), section('notes', ''))
      .catch(() => {});
    await expect(opened.library.files.trash(key)).rejects.toMatchObject({ code: 'conflict' });
    expect(await readFile(file, 'utf8')).toContain('theirs');
  });
});

test('records are read as they stand, with what is typed; what is gone is left out', async () => {
  const { key } = await create('Read');
  await fill(opened.root, { 'b.md': recordText('B', 'Other') });
  await soon(() => expect(opened.library.listing().records.length).toBe(2));
  await opened.library.records.edit(key, section('notes', 'typed'), section('notes', ''));
  const read = await opened.library.read([key, 'B', 'gone']);
  expect(read.map(({ content }) => [content.fields.title, content.sections.notes])).toEqual([
    ['Read', 'typed'],
    ['Other', ''],
  ]);
  expect(await realpath(opened.library.pathOf('B'))).toBe(join(opened.root, 'b.md'));
});
