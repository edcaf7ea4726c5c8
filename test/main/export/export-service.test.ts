// The export service against a real folder, with dialogs that answer from a list and a printer of
// the test's own.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@core/errors';
import { defaultConfig } from '@core/library/config';
import { emptyFields, emptySections } from '@core/record/model';
import {
  createExportService,
  type ExportService,
  type PrintPage,
} from '@main/export/export-service';
import type { ReadRecord } from '@main/library/record-service';
import { writeDurably } from '@main/storage/durable-writer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, asked, copied, place, reset, shown } from './electron';

vi.mock('electron', async () => (await import('./electron')).electron);

let folder = '';
let remembered = '';
let records: ReadRecord[] = [];
let progress: [number, number][] = [];
let print: PrintPage = async () => new Uint8Array();
let service: ExportService;

beforeEach(async () => {
  reset();
  folder = await mkdtemp(join(tmpdir(), 'close-call-export-'));
  remembered = '';
  place.documents = folder;
  place.country = 'DE';
  progress = [];
  records = ['a', 'b', 'c'].map((key) => record(key, `2026/${key}.md`));
  print = async (page) => new TextEncoder().encode(`%PDF ${page.title}`);
  const config = defaultConfig('Team');
  service = createExportService({
    readRecords: async (keys) => records.filter((r) => keys.includes(r.key)),
    libraryInfo: () => ({ name: 'Team', folder: '/library', config, writable: true, gone: false }),
    settings: {
      paper: () => 'locale',
      exportFolder: () => remembered,
      setExportFolder: (chosen) => {
        remembered = chosen;
      },
    },
    parentWindow: () => null,
    send: (_event, payload) => {
      if (payload && 'done' in payload) progress.push([payload.done, payload.total]);
    },
    write: writeDurably,
    print: (page, options) => print(page, options),
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function record(key: string, path: string): ReadRecord {
  return {
    key,
    path,
    content: {
      version: 1,
      fields: { ...emptyFields(), title: `Title ${key}` },
      sections: { ...emptySections(), almost: `Story ${key}` },
      extras: [],
      unknownKeys: [],
      lineEnd: '\n',
      problems: [],
    },
  };
}

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

describe('one record', () => {
  it('goes where the person said, under a name of its own', async () => {
    answers.save.push(at('page.md'));
    expect(await service.save('markdown', ['a'])).toEqual({
      place: at('page.md'),
      written: 1,
      failed: [],
      cancelled: false,
    });
    expect(asked[0]?.options).toMatchObject({
      defaultPath: at('a.md'),
      properties: ['showOverwriteConfirmation'],
    });
    expect(read('page.md')).toMatch(/^# Title a\n[\s\S]*Story a/);
    expect(remembered).toBe(folder);
    expect(readdirSync(folder)).toEqual(['page.md']);
    expect(progress).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });

  it('is not exported when the person cancels the dialog', async () => {
    answers.save.push(null);
    expect(await service.save('pdf', ['a'])).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(remembered).toBe('');
  });

  it('is printed on the paper of the place, with the library at its foot', async () => {
    place.country = 'US';
    const seen: unknown[] = [];
    print = async (_page, { paper, libraryName }) => {
      seen.push(paper, libraryName);
      return new Uint8Array([1]);
    };
    answers.save.push(at('page'));
    await service.save('pdf', ['a']);
    expect(seen).toEqual(['Letter', 'Team']);
    expect(readdirSync(folder)).toEqual(['page.pdf']);
  });

  it('asks about the name it completes, and keeps both', async () => {
    writeFileSync(at('page.pdf'), 'old');
    answers.save.push(at('page'));
    answers.message.push(1);
    expect((await service.save('pdf', ['a']))?.place).toBe(at('page-2.pdf'));
    expect(read('page.pdf')).toBe('old');
    expect(read('page-2.pdf')).toBe('%PDF Title a');
  });

  it('tells that it is gone, that the folder is gone, that it could not be printed', async () => {
    expect(await codeOf(service.save('pdf', ['z']))).toBe('not-found');
    answers.save.push(at('gone/page.md'), at('page.pdf'));
    expect(await codeOf(service.save('markdown', ['a']))).toBe('not-exported');
    print = () => Promise.reject(new AppError('not-exported', 'No printer.'));
    expect(await codeOf(service.save('pdf', ['a']))).toBe('not-exported');
    expect(readdirSync(folder)).toEqual([]);
    expect(remembered).toBe('');
  });

  it('starts from the documents when the last folder is gone', async () => {
    remembered = at('gone');
    answers.save.push(null);
    await service.save('markdown', ['a']);
    expect(asked[0]?.options.defaultPath).toBe(at('a.md'));
  });
});

describe('several records', () => {
  it('go into one folder, counted as they go', async () => {
    answers.open.push(folder);
    const outcome = await service.save('markdown', ['a', 'b', 'c']);
    expect(outcome).toEqual({ place: folder, written: 3, failed: [], cancelled: false });
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.md', 'c.md']);
    expect(progress.map(([done]) => done)).toEqual([0, 1, 2, 3]);
  });

  it.each([
    [0, { 'a.md': '# Title a', 'b.md': '# Title b' }],
    [1, { 'a.md': 'old', 'a-2.md': '# Title a', 'b.md': '# Title b' }],
    [2, { 'a.md': 'old' }],
  ])('ask once about names that are there (answer %i)', async (answer, expected) => {
    writeFileSync(at('a.md'), 'old');
    answers.open.push(folder);
    answers.message.push(answer);
    await service.save('markdown', ['a', 'b']);
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [name, read(name).split('\n')[0]]),
    );
    expect(files).toEqual(expected);
    expect(asked.filter(({ kind }) => kind === 'message')).toHaveLength(1);
    expect(asked[1]?.options.buttons).toEqual(['Replace', 'Keep both', 'Cancel']);
  });

  it('never replace records that are kept in that folder', async () => {
    const source = '---\nclose-call: 1\n---\n';
    writeFileSync(at('a.md'), source);
    answers.open.push(folder);
    expect((await service.save('markdown', ['a', 'b']))?.written).toBe(2);
    expect(read('a.md')).toBe(source);
    expect(readdirSync(folder).sort()).toEqual(['a-2.md', 'a.md', 'b.md']);
  });

  it.each([true, false])('stop when told to; what is written stays (window: %s)', async (hears) => {
    print = async (page, { signal }) => {
      if (page.title === 'Title b') {
        service.cancel();
        // A window ends when it is told to; one that has just printed does not hear it.
        if (hears) signal.throwIfAborted();
      }
      return new Uint8Array([1]);
    };
    answers.open.push(folder);
    const outcome = await service.save('pdf', ['a', 'b', 'c']);
    expect(outcome).toEqual({ place: folder, written: 1, failed: [], cancelled: true });
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('go on after one that failed, and tell which', async () => {
    print = async (page) => {
      if (page.title === 'Title b') {
        throw new AppError('not-exported', 'Stuck.', { reason: 'stuck' });
      }
      return new Uint8Array([1]);
    };
    answers.open.push(folder);
    expect(await service.save('pdf', ['a', 'b', 'c', 'gone'])).toEqual({
      place: folder,
      written: 2,
      failed: [
        { title: 'Title b', reason: 'stuck' },
        { title: 'A record that was asked for', reason: 'it is no longer in the library' },
      ],
      cancelled: false,
    });
  });

  it('stop when the folder goes, and tell what is missing', async () => {
    print = async (page) => {
      if (page.title === 'Title b') rmSync(folder, { recursive: true });
      return new Uint8Array([1]);
    };
    answers.open.push(folder);
    const outcome = await service.save('pdf', ['a', 'b', 'c']);
    expect(outcome?.failed).toEqual([
      { title: 'Title b', reason: 'the folder or file is gone' },
      { title: 'Title c', reason: 'the folder or file is gone' },
    ]);
    expect(outcome?.written).toBe(1);
  });
});

describe('exports', () => {
  it('wait for each other', async () => {
    const order: string[] = [];
    print = async (page) => {
      order.push(`start ${page.title}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`end ${page.title}`);
      return new Uint8Array([1]);
    };
    answers.save.push(at('a.pdf'), at('b.pdf'));
    await Promise.all([service.save('pdf', ['a']), service.save('pdf', ['b'])]);
    expect(order).toEqual(['start Title a', 'end Title a', 'start Title b', 'end Title b']);
  });

  it('end with the app: none is half written, none begins', async () => {
    let stopped: Promise<void> = Promise.resolve();
    print = async () => {
      stopped = service.stop();
      return new Uint8Array([1]);
    };
    answers.open.push(folder);
    const first = service.save('pdf', ['a', 'b']);
    const second = service.save('pdf', ['c']);
    expect(await first).toMatchObject({ written: 0, cancelled: true });
    await stopped;
    expect(await second).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are copied as Markdown', async () => {
    await service.copyMarkdown('a');
    expect(copied[0]).toContain('# Title a');
    expect(await codeOf(service.copyMarkdown('z'))).toBe('not-found');
  });

  it('are shown in their folder, as long as they are there', async () => {
    expect(() => service.show()).toThrow(AppError);
    answers.save.push(at('a.md'));
    await service.save('markdown', ['a']);
    service.show();
    expect(shown).toEqual([at('a.md')]);
    rmSync(at('a.md'));
    expect(() => service.show()).toThrow(AppError);
  });
});
