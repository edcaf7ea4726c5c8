import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, EventName, Events } from '@core/ipc/contract';
import { doorTo, type Handlers } from '@main/ipc/handle';
import { LibraryService, type OpenLibrary } from '@main/library/library-service';
import { doorToLibraries } from '@main/library/meant-door';
import { RecentLibraries } from '@main/settings/recent-libraries';
import { SettingsStore } from '@main/settings/settings-store';
import { writeDurably } from '@main/storage/durable-writer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentsOf, fill, namesIn, SAMPLE, scratch, soon } from '../support';
import { QUICK, recordText, section } from './open';

let folder: string;
let service: LibraryService;
let recent: RecentLibraries;
let notices: string[];
let events: EventName[];
let told: Events['library:opened'][];
/** What a page does when it is asked to hand over. */
let handOver: () => Promise<void>;
/** What a write waits for. */
let mayWrite: (path: string) => Promise<void>;

beforeEach(async () => {
  folder = await realpath(await scratch());
  recent = new RecentLibraries(new SettingsStore({ store: {} }));
  notices = [];
  told = [];
  events = [];
  handOver = async () => {};
  mayWrite = async () => {};
  service = new LibraryService({
    userData: await scratch(),
    send: <E extends EventName>(event: E, payload: Events[E]) => {
      events.push(event);
      if (event === 'library:opened') told.push(payload as Events['library:opened']);
    },
    notify: (message) => void notices.push(message),
    write: async (path, ...rest) => {
      await mayWrite(path);
      return writeDurably(path, ...rest);
    },
    handOver: () => handOver(),
    startedAt: Date.now(),
    timing: QUICK,
    recent,
    sample: SAMPLE,
  });
});

afterEach(() => {
  handOver = async () => {};
  return service.close();
});

describe('opening', () => {
  test.each<[string, Record<string, string>, string]>([
    ['nowhere', {}, 'was not found'],
    ['file.txt', { 'file.txt': 'x' }, 'is a file'],
    ['empty', { 'empty/notes.txt': 'x' }, 'neither close-call.yml nor a near miss'],
    ['pages', { 'pages/README.md': '# Read me' }, 'Create a library…'],
  ])('%s is refused, and says why', async (name, files, words) => {
    await fill(folder, files);
    await expect(service.open(join(folder, name))).rejects.toMatchObject({
      code: 'not-a-library',
      message: expect.stringContaining(words),
    });
    expect(service.current).toBeNull();
    expect(() => service.library).toThrowError(expect.objectContaining({ code: 'no-library' }));
    expect(recent.list()).toEqual([]);
  });

  test('a folder of records alone, or of a configuration alone, is a library', async () => {
    await fill(folder, { 'a/x.md': recordText('A', 'One'), 'b/close-call.yml': 'name: Ours\n' });
    expect(await service.open(join(folder, 'a'))).toMatchObject({ name: 'a', writable: true });
    expect(await service.open(join(folder, 'b'))).toMatchObject({ name: 'Ours' });
    expect(recent.list().map(({ name }) => name)).toEqual(['b', 'a']);
    expect(told.at(-1)?.library?.name).toBe('Ours');
  });

  test('a damaged configuration keeps nothing from opening', async () => {
    await fill(folder, { 'close-call.yml': '\xff\xfe: [' });
    const { config } = await service.open(folder);
    expect(config.problems.length).toBe(1);
  });

  test('a failure leaves what was open', async () => {
    await fill(folder, { 'a/x.md': recordText('A', 'One') });
    await service.open(join(folder, 'a'));
    await expect(service.open(join(folder, 'no'))).rejects.toThrow();
    expect(service.library.listing().records.length).toBe(1);
  });

  test('another one saves what was typed in the first', async () => {
    await fill(folder, { 'a/x.md': recordText('A', 'One'), 'b/close-call.yml': '' });
    await service.open(join(folder, 'a'));
    await service.library.records.edit('A', section('notes', 'typed'), section('notes', ''));
    await service.open(join(folder, 'b'));
    expect(await readFile(join(folder, 'a/x.md'), 'utf8')).toContain('typed');
  });

  test('the same one again is the same one, with what is typed', async () => {
    await fill(folder, { 'a/x.md': recordText('A', 'One') });
    await service.open(join(folder, 'a'));
    const before = service.current;
    await service.open(join(folder, 'a'));
    expect(service.current).toBe(before);
  });
});

describe('what is typed while another one is opened', () => {
  /** Two of them with a record of the same id, as a backup has it. */
  async function twins(): Promise<{ a: string; b: string; bytes: string }> {
    const bytes = recordText('A', 'One');
    await fill(folder, { 'a/x.md': bytes, 'b/x.md': bytes });
    return { a: join(folder, 'a'), b: join(folder, 'b'), bytes };
  }
  const fileIn = (library: string) => readFile(join(library, 'x.md'), 'utf8');
  /** As a page types that shows this library. */
  function type(library: string, text: string, was: string): Promise<Answer<unknown>> {
    const handlers = (of: OpenLibrary) =>
      ({
        'record:edit': ({ key, edit, base }) => of.library.records.edit(key, edit, base),
      }) satisfies Partial<Handlers> as unknown as Handlers;
    const door = doorToLibraries(
      {
        open: doorTo(handlers(service), () => true),
        leaving: doorTo(handlers(service.before), () => true),
      },
      (of) => service.standing(of),
    );
    const frame = { url: 'app://close-call/index.html' };
    const event = { sender: { id: 1, mainFrame: frame }, senderFrame: frame } as never;
    const input = { key: 'A', edit: section('notes', text), base: section('notes', was) };
    return door(event, 'record:edit', input, library);
  }
  const TAKEN = { ok: true };
  const REFUSED = { ok: false, error: { code: 'no-library' } };

  test('what the page hands over goes to the one it was typed in', async () => {
    const { a, b, bytes } = await twins();
    await service.open(a);
    let answer: unknown;
    handOver = async () => {
      // By now the page has been told of the next one.
      expect(told.at(-1)?.library?.folder).toBe(b);
      answer = await type(a, 'typed', '');
    };
    await service.open(b);
    expect(answer).toMatchObject(TAKEN);
    expect(await fileIn(a)).toContain('typed');
    expect(await fileIn(b)).toBe(bytes);
    expect(notices).toEqual([]);
  });

  test('so does what is typed while that one is still being saved', async () => {
    const { a, b, bytes } = await twins();
    await service.open(a);
    await type(a, 'first', '');
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let isHeld = false;
    mayWrite = async (path) => {
      if (path !== join(a, 'x.md')) return;
      isHeld = true;
      await gate;
    };
    const opening = service.open(b);
    await soon(() => {
      expect(isHeld).toBe(true);
      expect(service.current?.root).toBe(b);
    });
    expect(await type(a, 'first and second', 'first')).toMatchObject(TAKEN);
    go();
    await opening;
    expect(await fileIn(a)).toContain('first and second');
    expect(await fileIn(b)).toBe(bytes);
    expect(notices).toEqual([]);
  });

  test('a page that comes too late is refused, and the other one is left alone', async () => {
    const { a, b, bytes } = await twins();
    await service.open(a);
    await service.open(b);
    expect(await type(a, 'late', '')).toMatchObject(REFUSED);
    await service.close();
    expect(await type(b, 'late', '')).toMatchObject(REFUSED);
    expect(await fileIn(a)).toBe(bytes);
    expect(await fileIn(b)).toBe(bytes);
  });

  test('nothing more is told of the one that is left', async () => {
    const { a, b } = await twins();
    await service.open(a);
    handOver = async () => {
      events.length = 0;
      await type(a, 'typed', '');
    };
    await service.open(b);
    expect(await fileIn(a)).toContain('typed');
    expect(events.filter((event) => event.startsWith('record:'))).toEqual([]);
  });

  test('it can be opened again at once', async () => {
    const { a, b } = await twins();
    await service.open(a);
    const opened = [service.open(b), service.open(a)];
    await Promise.all(opened);
    expect(service.current?.root).toBe(a);
    expect(notices).toEqual([]);
  });
});

describe('a new library', () => {
  test('is a close-call.yml, and files that are there stay as they are', async () => {
    await fill(folder, { 'new/notes.txt': 'mine', 'new/x.md': recordText('A', 'One') });
    const info = await service.create(join(folder, 'new'));
    expect(info).toMatchObject({ name: 'new', config: { problems: [] } });
    const files = await contentsOf(join(folder, 'new'));
    expect(Object.keys(files).sort()).toEqual(['close-call.yml', 'notes.txt', 'x.md']);
    expect(files['notes.txt']).toBe('mine');
  });

  test('where one is, is that one', async () => {
    await fill(folder, { 'close-call.yml': 'name: "Ours" # kept\n' });
    expect((await service.create(folder)).name).toBe('Ours');
    expect(await readFile(join(folder, 'close-call.yml'), 'utf8')).toBe('name: "Ours" # kept\n');
  });

  test('in a folder that is not there yet', async () => {
    expect((await service.create(join(folder, 'deep/new'))).name).toBe('new');
  });
});

describe('the sample', () => {
  test('is copied whole, beside what is there', async () => {
    const first = await service.trySample(folder);
    expect(first.folder).toBe(join(folder, 'close-call-sample'));
    expect(await contentsOf(first.folder)).toEqual(await contentsOf(SAMPLE));
    await writeFile(join(first.folder, 'mine.txt'), 'mine');
    const second = await service.trySample(folder);
    expect(second.folder).toBe(join(folder, 'close-call-sample-2'));
    expect(service.library.listing().records.length).toBe(24);
    expect(await namesIn(folder)).toEqual(['close-call-sample', 'close-call-sample-2']);
  });
});

describe('at start', () => {
  test('the library of last time is opened, or the one asked for', async () => {
    await fill(folder, { 'a/close-call.yml': '', 'b/close-call.yml': '' });
    await service.reopen(null);
    expect(service.current).toBeNull();
    await service.open(join(folder, 'a'));
    await service.close();
    await service.reopen(null);
    expect(service.library.info().name).toBe('a');
    await service.reopen(join(folder, 'b'));
    expect(service.library.info().name).toBe('b');
    expect(notices).toEqual([]);
  });

  test('a library that is gone is said, and the app is usable', async () => {
    await fill(folder, { 'a/close-call.yml': '' });
    await service.open(join(folder, 'a'));
    await service.close();
    await rm(join(folder, 'a'), { recursive: true });
    await service.reopen(null);
    await service.reopen('/nowhere');
    expect(service.current).toBeNull();
    expect(notices).toEqual([
      expect.stringContaining('The last library was not opened.'),
      '/nowhere was not found. It may have been moved or renamed.',
    ]);
  });

  test('whoever asks meanwhile is told when it is open', async () => {
    await fill(folder, { 'a/close-call.yml': '' });
    void service.reopen(join(folder, 'a'));
    await service.settled();
    expect(service.current?.info().name).toBe('a');
  });
});
