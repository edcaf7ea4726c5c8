// The import page by role: what will be written is what is ticked, as it was changed; what could not
// be written stays with its reason; files are read by their content and refused with a reason.

import type { ImportItem } from '@core/import/entries';
import { MAX_FILES, MAX_SIZE } from '@core/import/limits';
import type { ImportOutcome } from '@core/ipc/contract';
import { defaultConfig } from '@core/library/config';
import { droppedFiles } from '@renderer/features/import/dropped-files';
import { FileDrop } from '@renderer/features/import/FileDrop';
import ImportPage from '@renderer/features/import/ImportPage';
import { readFiles } from '@renderer/features/import/read-files';
import { client } from '@renderer/ipc/client';
import { useStore } from '@renderer/store/store';
import {
  act,
  createEvent,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';

const TWO = 'Title: A disk\nWhat saved us: luck\n\nTitle: A pool\nWhat saved us: Ana';
let asked: ReturnType<typeof answerCalls>;

const written = () =>
  asked
    .filter(({ channel }) => channel === 'import:add')
    .map(({ input }) => (input as { items: ImportItem[] }).items);

beforeEach(async () => {
  asked = answerCalls({
    'import:add': ({ items }) => ({
      added: items.slice(1).map((_, i) => ({ place: i + 1, key: `k${i}` })),
      failed: [{ place: 0, reason: 'The disk is full.' }],
      cancelled: false,
    }),
  });
  useStore.setState({ library: { writable: true, config: defaultConfig('x') } as never });
  useStore.getState().clearImport();
  render(<ImportPage />);
  await act(() => useStore.getState().importText(TWO));
});
afterEach(() => {
  vi.restoreAllMocks();
  useStore.setState({ library: null, lastImport: null, toasts: [], route: { name: 'home' } });
});

test('what is ticked is written as it was changed, and what could not be stays with its reason', async () => {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Change A pool' }));
  await user.clear(screen.getByLabelText(/^Title/));
  await user.type(screen.getByLabelText(/^Title/), 'Mine');
  await user.click(screen.getByRole('button', { name: 'Add 2 near misses' }));
  expect(written()[0]?.map((item) => item.kind === 'new' && item.record.fields.title)).toEqual([
    'A disk',
    'Mine',
  ]);
  expect(screen.getByText('The disk is full.')).toBeDefined();
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  expect(useStore.getState().toasts.at(-1)?.message).toBe('One near miss was added.');
});

test('what is being written in the field is there again after something else was read', async () => {
  const user = userEvent.setup();
  act(() => useStore.getState().clearImport());
  await user.type(screen.getByLabelText(/^Reports from a chat/), 'A disk');
  await act(() => useStore.getState().importFiles([new File(['x,y\n'], 'rows.csv')]));
  act(() => useStore.getState().clearImport());
  expect(screen.getByLabelText(/^Reports from a chat/)).toHaveProperty('value', 'A disk');
  await user.click(screen.getByRole('button', { name: 'Show what it becomes' }));
  act(() => useStore.getState().clearImport());
  expect(screen.getByLabelText(/^Reports from a chat/)).toHaveProperty('value', '');
});

test('an open row follows columns that are matched anew, one that was changed keeps its change', async () => {
  const user = userEvent.setup();
  act(() => useStore.getState().clearImport());
  const rows = 'title,Story,Other\nA disk,old disk,new disk\nA pool,old pool,new pool\n';
  await act(() => useStore.getState().importFiles([fileOf('rows.csv', bytesOf(rows))]));
  const { matchColumn, importing } = useStore.getState();
  const source = importing.sources[0]?.id ?? 0;
  const match = (column: number) =>
    act(async () => {
      await matchColumn(source, column === 1 ? 2 : 1, 'nowhere');
      await matchColumn(source, column, 'almost');
    });
  const almost = () => screen.getByLabelText('What almost happened');
  await match(1);
  await user.click(screen.getByRole('button', { name: 'Change A disk' }));
  expect(almost()).toHaveProperty('value', 'old disk');
  await match(2);
  expect(almost()).toHaveProperty('value', 'new disk');
  await user.type(screen.getByLabelText(/^Title/), ' fails');
  await match(1);
  expect(almost()).toHaveProperty('value', 'new disk');
  await user.click(screen.getByRole('button', { name: 'Add 2 near misses' }));
  const added = written()[0]?.map((item) => item.kind === 'new' && item.record);
  expect(added).toMatchObject([
    { fields: { title: 'A disk fails' }, sections: { almost: 'new disk' } },
    { fields: { title: 'A pool' }, sections: { almost: 'old pool' } },
  ]);
});

test('with nothing ticked there is nothing to add', async () => {
  const user = userEvent.setup();
  await user.click(screen.getByRole('checkbox', { name: 'All of them' }));
  const add = screen.getByRole('button', { name: 'Add near misses' });
  expect(add).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('checkbox', { name: 'A pool' }));
  await user.click(screen.getByRole('button', { name: 'Add one near miss' }));
  expect(written()[0]).toHaveLength(1);
});

test('files are refused by kind, size and content, with the line of a fault', async () => {
  const huge = new File(['x'], 'huge.md');
  Object.defineProperty(huge, 'size', { value: MAX_SIZE + 1 });
  const files = [
    new File(['x'], 'a.png'),
    huge,
    fileOf('b.md', [0x61, 0x0a, 0xe9, 0x0a]),
    fileOf('c.md', [0x61, 0x00]),
  ];
  expect((await readFiles(files)).map(({ content }) => content)).toEqual([
    { kind: 'refused', reason: 'it is no Markdown, text or CSV file' },
    { kind: 'refused', reason: 'it is larger than 5 MiB' },
    { kind: 'refused', reason: 'it is not UTF-8 text (line 2)' },
    { kind: 'refused', reason: 'it holds bytes that are no text' },
  ]);
});

test('while it is written, how far it is is said, and it can be stopped', async () => {
  let finish: (outcome: ImportOutcome) => void = () => {};
  const outcome = new Promise<ImportOutcome>((resolve) => {
    finish = resolve;
  });
  vi.mocked(client.call).mockImplementation(async (channel) => {
    asked.push({ channel, input: undefined });
    return (channel === 'import:add' ? outcome : undefined) as never;
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Add 2 near misses' }));
  const bar = screen.getByRole('progressbar', { name: 'Near misses written' });
  expect(bar).toHaveProperty('value', 0);
  act(() => useStore.getState().importWritten(1, 2));
  expect(bar).toHaveProperty('value', 1);
  expect(screen.getByText('1 of 2 near misses written')).toBeDefined();
  // A second import does not begin meanwhile.
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(asked.map(({ channel }) => channel)).toEqual(['import:add', 'import:cancel']);
  await act(async () => {
    finish({ added: [{ place: 0, key: 'k' }], failed: [], cancelled: true });
    await outcome;
  });
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(useStore.getState().toasts.at(-1)?.message).toBe('Stopped. One near miss was added.');
  expect(screen.getByText('One near miss will be added.')).toBeDefined();
  expect(screen.getByRole('checkbox', { name: 'A pool' })).toBeDefined();
});

describe('files dropped on the window', () => {
  const library = { writable: true, config: defaultConfig('x') } as never;
  const drop = async (files: File[], entries?: unknown[]) => {
    const event = createEvent.drop(document.body, {
      dataTransfer: {
        types: ['Files'],
        items: files.map((file, i) => ({
          kind: 'file',
          getAsFile: () => file,
          webkitGetAsEntry: () => entries?.[i] ?? null,
        })),
      },
    });
    await act(async () => {
      fireEvent(document.body, event);
      // What is read is read in several turns.
      await waitFor(() => expect(useStore.getState().readingImport).toBe(false));
    });
  };
  const problems = () =>
    within(screen.getByRole('region', { name: 'Cannot be imported' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  beforeEach(() => {
    useStore.getState().clearImport();
    render(<FileDrop />);
  });
  afterEach(() => useStore.setState({ importProgress: null }));

  test('are refused one by one, with a reason, and the rest is taken', async () => {
    const huge = new File(['x'], 'huge.md');
    Object.defineProperty(huge, 'size', { value: MAX_SIZE + 1 });
    await drop([
      huge,
      fileOf('picture.md', [0x61, 0x00]),
      fileOf('photo.png', [0x61]),
      fileOf('note.md', bytesOf('# A disk\n')),
    ]);
    expect(problems()).toEqual([
      'huge.mdit is larger than 5 MiB',
      'picture.mdit holds bytes that are no text',
      'photo.pngit is no Markdown, text or CSV file',
    ]);
    expect(screen.getByText('One near miss will be added.')).toBeDefined();
  });

  test('are read up to a number, and what is more is said', async () => {
    const one = fileOf('x.png', [0x61]);
    const read = await readFiles(Array.from({ length: MAX_FILES + 2 }, () => one));
    expect(read).toHaveLength(MAX_FILES + 1);
    expect(read.at(-1)).toEqual({
      name: '2 more files',
      content: { kind: 'refused', reason: 'only 1,000 are read at once' },
    });
  });

  test.each([
    ['during a session', { route: { name: 'session' } }, 'A session is running'],
    ['during an import', { importProgress: { done: 0, total: 1 } }, 'An import is being written'],
  ] as const)('are not taken %s, which is said', async (_when, state, words) => {
    act(() => useStore.setState(state));
    await drop([fileOf('note.md', [0x61])]);
    expect(useStore.getState().importing.sources).toEqual([]);
    expect(useStore.getState().toasts.at(-1)?.message).toContain(words);
    act(() => useStore.setState({ library, route: { name: 'import' } }));
  });

  test('are kept until a library is open, which is said', async () => {
    act(() => useStore.setState({ library: null }));
    for (const name of ['one.md', 'two.md']) await drop([fileOf(name, [0x61])]);
    expect(useStore.getState().importing.sources).toEqual([]);
    expect(useStore.getState().toasts.at(-1)?.message).toBe(
      'The files wait until a library is open.',
    );
    await act(async () => {
      useStore.setState({ library });
      await waitFor(() => expect(useStore.getState().importing.sources).toHaveLength(2));
    });
    // Once.
    await act(async () => useStore.setState({ library: null }));
    await act(async () => useStore.setState({ library }));
    expect(useStore.getState().importing.sources.map(({ name }) => name)).toEqual([
      'one.md',
      'two.md',
    ]);
    expect(screen.getByText('2 near misses will be added.')).toBeDefined();
  });

  test('while they are held over it, the window says so', () => {
    const dataTransfer = { types: ['Files'], dropEffect: 'none' };
    fireEvent.dragEnter(document.body, { dataTransfer });
    expect(screen.getByText('Drop the files to see what they become')).toBeDefined();
    expect(dataTransfer.dropEffect).toBe('copy');
    const leave = createEvent.dragLeave(document.body, { dataTransfer });
    // Nothing of the page is entered with it.
    Object.defineProperty(leave, 'relatedTarget', { value: null });
    fireEvent(document.body, leave);
    expect(screen.queryByText('Drop the files to see what they become')).toBeNull();
  });

  test('a text that is dragged is left to whoever it is dropped on', () => {
    fireEvent.dragEnter(document.body, { dataTransfer: { types: ['text/plain'] } });
    expect(screen.queryByText('Drop the files to see what they become')).toBeNull();
  });

  test('of a folder, its Markdown files are taken, in the order of their names', async () => {
    const folder = folderOf('notes', [
      fileEntry('b.md'),
      fileEntry('photo.png'),
      folderOf('.git', [fileEntry('HEAD.md')]),
      folderOf('2026', [fileEntry('deep.markdown')]),
      fileEntry('a.md'),
    ]);
    const files = await droppedFiles({
      items: [{ kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => folder }],
    } as never);
    expect(files.map(({ name }) => name)).toEqual(['deep.markdown', 'a.md', 'b.md']);
  });

  test('of a folder, more than a hundred files are taken, and no more than are read', async () => {
    const names = Array.from({ length: MAX_FILES + 50 }, (_, i) => `${1000 + i}.md`);
    const folder = folderOf('notes', names.map(fileEntry));
    const items = [{ kind: 'file', getAsFile: () => null, webkitGetAsEntry: () => folder }];
    expect(await droppedFiles({ items } as never)).toHaveLength(MAX_FILES + 1);
  });
});

interface Entry {
  name: string;
  isDirectory: boolean;
}

/** A file and a folder as Chromium hands them out: of a folder a hundred at a time. */
function fileEntry(name: string): Entry {
  return Object.assign(
    { name, isDirectory: false },
    { file: (done: (file: File) => void) => done(new File(['x'], name)) },
  );
}

function folderOf(name: string, entries: Entry[]): Entry {
  const createReader = () => {
    const rest = [...entries];
    return { readEntries: (done: (some: Entry[]) => void) => done(rest.splice(0, 100)) };
  };
  return Object.assign({ name, isDirectory: true }, { createReader });
}

function bytesOf(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

/** A file as Chromium has it: jsdom's cannot be read. */
function fileOf(name: string, bytes: number[]): File {
  const content = Uint8Array.from(bytes);
  return Object.assign(new File([content], name), { arrayBuffer: async () => content.buffer });
}
