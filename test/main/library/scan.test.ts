import { cp, readFile, realpath, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { factsIn } from '@core/library/row-facts';
import { describe, expect, test } from 'vitest';
import { contentsOf, fill, SAMPLE, scratch } from '../support';
import { openLibrary, recordText, section } from './open';

async function attentionOf(files: Record<string, string | Uint8Array>) {
  const { library } = await openLibrary(
    await fill(await scratch(), { 'close-call.yml': '', ...files }),
  );
  return {
    attention: library
      .listing()
      .attention.map(({ path, reason, line }) => ({ path, reason, line })),
    records: library.listing().records,
    library,
  };
}

describe('the sample library', () => {
  test('holds 24 records, and nothing that needs attention', async () => {
    const { library } = await openLibrary(SAMPLE);
    const { records, attention, trash } = library.listing();
    expect([records.length, attention.length, trash.length]).toEqual([24, 0, 0]);
    expect(new Set(records.map(({ key }) => key)).size).toBe(24);
    expect(records.every((record) => record.key === record.fields.id)).toBe(true);
    expect(library.info()).toMatchObject({ name: 'Payments near misses', writable: true });
  });

  test('is listed with the facts that its fields state', async () => {
    const { library } = await openLibrary(SAMPLE);
    const { records } = library.listing();
    for (const { facts, fields } of records) expect(facts).toMatchObject(factsIn(fields));
  });

  test('opening and saving every record changes not one byte', async () => {
    const folder = join(await scratch(), 'copy');
    await cp(SAMPLE, folder, { recursive: true });
    const before = await contentsOf(folder);
    const { library } = await openLibrary(folder);
    for (const { key } of library.listing().records) {
      const view = await library.records.open(key);
      await library.records.save(key);
      const { fields, sections } = view.content;
      await library.records.edit(key, { kind: 'fields', fields }, { kind: 'fields', fields });
      const same = { kind: 'section' as const, section: 'saved' as const, text: sections.saved };
      await library.records.edit(key, same, same);
    }
    expect(await library.records.flush()).toEqual([]);
    expect(await contentsOf(folder)).toEqual(before);
  });
});

describe('files that need attention', () => {
  test('broken YAML, with its line', async () => {
    const { attention, records } = await attentionOf({
      'a.md': '---\nclose-call: 1\ntitle: "open\n---\n',
    });
    expect(records).toEqual([]);
    expect(attention).toMatchObject([{ path: 'a.md', line: expect.any(Number) }]);
    expect(attention[0]?.reason).toContain('not valid YAML');
    expect(attention[0]?.line).toBeGreaterThan(1);
  });

  test('a key that stands twice, and a value of the wrong type', async () => {
    const { attention } = await attentionOf({
      'a.md': '---\nclose-call: 1\ntitle: one\ntitle: two\n---\n',
      'b.md': '---\nclose-call: 1\nbarriers:\n  name: not a list\n---\n',
    });
    expect(attention).toEqual([
      { path: 'a.md', reason: expect.stringContaining('twice'), line: 4 },
      { path: 'b.md', reason: expect.stringContaining('“barriers”'), line: 3 },
    ]);
  });

  test('named like a record, but without front matter; other pages are left alone', async () => {
    const { attention } = await attentionOf({
      '2026/2026-01-01-plain.md': 'Just words.\n',
      'README.md': '# Read me\n',
      '2026/notes.md': 'Just words.\n',
      '2026/2026-01-02-blog.md': '---\nlayout: post\n---\n',
    });
    expect(attention).toEqual([
      {
        path: '2026/2026-01-01-plain.md',
        reason: 'No front matter, though the file is named like a record',
        line: 1,
      },
    ]);
  });

  test('not UTF-8, and larger than 5 MiB', async () => {
    const { attention, library } = await attentionOf({
      'latin.md': Buffer.from('---\nclose-call: 1\ntitle: Caf\xe9\n---\n', 'latin1'),
      'large.md': Buffer.alloc(6 * 1024 * 1024, 'x'),
    });
    expect(attention).toEqual([
      { path: 'large.md', reason: 'The file is larger than 5 MiB, which no record is', line: 0 },
      { path: 'latin.md', reason: 'The file is not UTF-8 text', line: 0 },
    ]);
    const [large, latin] = library.listing().attention;
    const shown = await library.readFile(large?.key ?? '');
    expect(shown.text.startsWith('xxx')).toBe(true);
    expect(shown.text.length).toBeLessThan(1024 * 1024 + 100);
    expect(shown.text).toContain('Only the first 1 MiB');
    expect((await library.readFile(latin?.key ?? '')).text).toContain('Café');
    await expect(library.records.open(latin?.key ?? '')).rejects.toMatchObject({
      code: 'unreadable',
    });
    await expect(library.files.trash(latin?.key ?? '')).rejects.toMatchObject({
      code: 'unreadable',
    });
  });

  test('a link that leads out of the library is never read', async () => {
    const outside = await fill(await scratch(), { 'secret.md': recordText('S', 'Secret') });
    const root = await fill(await scratch(), { 'close-call.yml': '' });
    await symlink(join(outside, 'secret.md'), join(root, 'a.md'));
    await symlink(outside, join(root, 'folder'));
    const { library } = await openLibrary(root);
    const { records, attention } = library.listing();
    expect(records).toEqual([]);
    expect(attention).toMatchObject([{ path: 'a.md' }]);
    await expect(library.readFile(attention[0]?.key ?? '')).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  test('a configuration that is a link out of the library is not read, and is said to be one', async () => {
    const outside = await fill(await scratch(), { 'secret.yml': 'name: Secret\n' });
    const root = await fill(await scratch(), { 'a.md': recordText('A', 'One') });
    await symlink(join(outside, 'secret.yml'), join(root, 'close-call.yml'));
    const { name, config } = (await openLibrary(root)).library.info();
    expect(name).toBe(basename(root));
    expect(config.problems).toEqual([
      'close-call.yml is a link that leads out of the library, so the defaults stand in',
    ]);
  });

  test('a configuration that is a link within the library is', async () => {
    const root = await fill(await scratch(), { 'shared/ours.yml': 'name: Ours\n' });
    await symlink('shared/ours.yml', join(root, 'close-call.yml'));
    expect((await openLibrary(root)).library.info().name).toBe('Ours');
  });
});

describe('records of all kinds', () => {
  test('long, right-to-left, emoji and hostile titles are records like any other', async () => {
    const titles = ['x'.repeat(300), 'كاد القرص أن يمتلئ', '🌊🔥 close', '../../etc'];
    const files = Object.fromEntries(
      titles.map((title, n) => [`r${n}.md`, recordText(`ID${n}`, `"${title}"`)]),
    );
    const { records, attention } = await attentionOf(files);
    expect(attention).toEqual([]);
    expect(records.map((record) => record.fields.title)).toEqual(titles);
  });

  test('folders with a dot and node_modules are not looked into', async () => {
    const text = recordText('A', 'One');
    const { records } = await attentionOf({
      'a.md': text,
      '.git/b.md': text,
      '.hidden.md': text,
      'x/node_modules/c.md': text,
      'deep/er/still/d.MD': recordText('D', 'Deep'),
    });
    expect(records.map(({ path }) => path)).toEqual(['a.md', 'deep/er/still/d.MD']);
  });

  test('an id that several files state is the key of the one with the shortest path', async () => {
    const { records } = await attentionOf({
      'Copy of one.md': recordText('SAME', 'A'),
      'one - Kopie.md': recordText('SAME', 'B'),
      'one.md': recordText('SAME', 'C'),
      'two.md': recordText('SAME', 'D'),
      'x.md': recordText('../../etc/passwd', 'E'),
    });
    expect(new Set(records.map(({ key }) => key)).size).toBe(5);
    expect(records.filter(({ key }) => key === 'SAME').map(({ path }) => path)).toEqual(['one.md']);
    expect(records.at(-1)?.key).toMatch(/^path-[0-9a-f]{32}$/);
  });

  test('a copy that is made outside takes no version from the record, after a restart neither', async () => {
    const root = await fill(await scratch(), { 'one.md': recordText('ONE', 'One') });
    const userData = await scratch();
    const { library } = await openLibrary(root, { userData });
    await library.records.edit('ONE', section('notes', 'typed'), section('notes', ''));
    await library.close();
    await fill(root, { 'a backup of one.md': await readFile(join(root, 'one.md'), 'utf8') });
    const { library: again } = await openLibrary(root, { userData });
    const file = again.listing().records.find(({ path }) => path === 'one.md');
    expect(await again.records.history(file?.key ?? '')).toHaveLength(2);
  });

  test('a newer version is listed and read-only', async () => {
    const root = await fill(await scratch(), {
      'a.md': recordText('A', 'New').replace('close-call: 1', 'close-call: 9'),
    });
    const { library } = await openLibrary(root);
    expect(library.listing().records[0]?.readOnly).toBe(true);
    const edit = { kind: 'section' as const, section: 'notes' as const, text: 'x' };
    await expect(library.records.edit('A', edit, { ...edit, text: '' })).rejects.toMatchObject({
      code: 'read-only',
    });
    await expect(library.records.open('A')).resolves.toMatchObject({ readOnly: true });
  });

  test('excerpts are cut, at whole characters', async () => {
    const { library } = await attentionOf({
      'a.md': recordText('A', 'Long', { saved: `x${'🌊'.repeat(600)}` }),
    });
    expect((await library.excerpts('A'))?.saved.length).toBe(599);
    expect(await library.excerpts('B')).toBeNull();
  });
});

test('temporary files a killed app has left are swept, and no others', async () => {
  const root = await realpath(await scratch());
  const old = '2026/.~2026-01-01-x.md.0123456789abcdef';
  await fill(root, { 'close-call.yml': '', [old]: 'x', '2026/.~lock.x.odt#': 'x' });
  await openLibrary(root, { startedAt: Date.now() + 60_000 });
  expect(Object.keys(await contentsOf(root)).sort()).toEqual([
    '2026/.~lock.x.odt#',
    'close-call.yml',
  ]);
});
