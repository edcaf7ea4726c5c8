// Proves that many near misses are written whole and in order, that record files keep their bytes,
// that nothing there is overwritten, and that an undo takes exactly those away.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@core/errors';
import type { ImportItem } from '@core/import/entries';
import { createRecordText } from '@core/record/create';
import { parseRecord } from '@core/record/parse';
import { Imports } from '@main/library/import-records';
import { writeDurably } from '@main/storage/durable-writer';
import { describe, expect, test } from 'vitest';
import { scratch } from '../support';
import { openLibrary } from './open';

const ID = '01JD6Z3V5T9QW8E7R6Y5T4U3I2';
const RECORD = createRecordText({ id: ID, title: 'A disk', occurred: '2026-11-20' }, {});
const fresh = (title: string): ImportItem => ({
  kind: 'new',
  record: { fields: { title, occurred: '2026-11-20' }, sections: { almost: 'It did.' } },
});
const copy = (text: string): ImportItem => ({ kind: 'copy', title: 'x', text });

async function begin(parts: Parameters<typeof openLibrary>[1] = {}) {
  const root = await scratch();
  await mkdir(join(root, '2026'));
  await writeFile(join(root, 'close-call.yml'), 'close-call: 1\nname: x\n');
  await writeFile(join(root, '2026/2026-11-20-a-disk.md'), RECORD);
  const opened = await openLibrary(root, parts);
  const { library, said } = opened;
  const imports = new Imports({
    files: () => library.files,
    send: (event, payload) => void said.push({ event, payload }),
  });
  const names = async () => (await readdir(join(root, '2026'))).sort();
  const idsOf = (keys: readonly string[]) =>
    keys.map((key) => library.listing().records.find((r) => r.key === key)?.fields.id ?? '');
  return { ...opened, imports, names, idsOf };
}

describe('an import', () => {
  test('writes each near miss under a name of its own, with ids in order', async () => {
    const { imports, names, idsOf, heard, root } = await begin();
    const { added, failed, cancelled } = await imports.add(
      Array.from({ length: 12 }, (_, i) => fresh(i % 2 ? 'A disk' : `Near miss ${i}`)),
    );
    expect([added.map(({ place }) => place), failed, cancelled]).toEqual([
      Array.from({ length: 12 }, (_, i) => i),
      [],
      false,
    ]);
    const ids = idsOf(added.map(({ key }) => key));
    expect(new Set(ids).size).toBe(12);
    expect(ids).toEqual(ids.toSorted());
    expect(await names()).toHaveLength(13);
    expect(await readFile(join(root, '2026/2026-11-20-a-disk.md'), 'utf8')).toBe(RECORD);
    expect(heard('import:progress').at(-1)).toEqual({ done: 12, total: 12 });
  });

  test('copies a record file byte for byte, with another id only where it is taken', async () => {
    const { imports, root, library } = await begin();
    const other = `\uFEFF${RECORD.replace(ID, '01JD6Z3V5T9QW8E7R6Y5T4U3I3').replaceAll('\n', '\r\n')}tail`;
    const noId = RECORD.replace(/^id: .*\n/m, '');
    const { added } = await imports.add([copy(other), copy(RECORD), copy(other), copy(noId)]);
    const texts = await Promise.all(added.map(({ key }) => readFile(library.pathOf(key), 'utf8')));
    const id = (text: string) => /^id: (.*?)\r?$/m.exec(text)?.[1] ?? '';
    const own = [1, 2].map((i) => id(texts[i] ?? ''));
    expect(texts[0]).toBe(other);
    expect(texts[3]).toBe(noId);
    expect(texts[1]).toBe(RECORD.replace(ID, own[0] ?? ''));
    expect(texts[2]).toBe(other.replace(id(other), own[1] ?? ''));
    expect(new Set([ID, id(other), ...own]).size).toBe(4);
    for (const text of texts) expect(parseRecord(text).kind).toBe('record');
    expect(await readFile(join(root, '2026/2026-11-20-a-disk.md'), 'utf8')).toBe(RECORD);
  });

  test('names what could not be taken, and goes on', async () => {
    const { imports } = await begin();
    const newer = RECORD.replace('close-call: 1', 'close-call: 9');
    const { added, failed } = await imports.add([copy('# no record'), copy(newer), fresh('a')]);
    expect(added.map(({ place }) => place)).toEqual([2]);
    expect(failed).toEqual([
      { place: 0, reason: 'This file cannot be read as a record.' },
      { place: 1, reason: expect.stringMatching(/newer version/) },
    ]);
  });

  test('gives up when the folder fails', async () => {
    let left = 2;
    const { imports, names } = await begin({
      write: async (...write) => {
        if (left-- <= 0) throw new AppError('not-saved', 'The disk is full.');
        return writeDurably(...write);
      },
    });
    const { added, failed } = await imports.add(['a', 'b', 'c', 'd', 'e', 'f'].map(fresh));
    expect(added).toHaveLength(2);
    expect(failed.map(({ reason }) => reason)).toEqual([
      ...Array(3).fill('The disk is full.'),
      'Not tried: those before it could not be written.',
    ]);
    expect(await names()).toHaveLength(3);
  });

  test('stops when a person says so: what is written stays and is told', async () => {
    const { imports, library, names } = await begin();
    const stopping = new Imports({
      files: () => library.files,
      send: () => stopping.cancel(),
    });
    const { added, cancelled } = await stopping.add(['a', 'b', 'c'].map(fresh));
    expect([added.length, cancelled]).toEqual([1, true]);
    expect(await names()).toHaveLength(2);
    expect((await imports.add([fresh('d')])).added).toHaveLength(1);
    await imports.stop();
    expect(await imports.add([fresh('e')])).toEqual({ added: [], failed: [], cancelled: true });
  });

  test('is undone by moving exactly those to the trash, and done again from there', async () => {
    const { imports, library, names } = await begin();
    const before = await names();
    const { added } = await imports.add(['a', 'b', 'c'].map(fresh));
    const after = await names();
    const keys = added.map(({ key }) => key);
    const { trashIds, failed } = await library.files.trashAll([...keys, 'gone']);
    expect(failed).toEqual([{ key: 'gone', reason: expect.stringMatching(/not in the library/) }]);
    expect(await names()).toEqual(before);
    expect(library.listing().trash).toHaveLength(3);
    const { keys: back } = await library.files.restoreAll([...trashIds, 'gone']);
    expect(back).toHaveLength(3);
    expect(await names()).toEqual(after);
    expect(library.listing().trash).toHaveLength(0);
  });
});
