// The import page by role: what will be written is what is ticked, as it was changed; what could not
// be written stays with its reason; files are read by their content and refused with a reason.

import type { ImportItem } from '@core/import/entries';
import { MAX_SIZE } from '@core/import/limits';
import { defaultConfig } from '@core/library/config';
import ImportPage from '@renderer/features/import/ImportPage';
import { readFiles } from '@renderer/features/import/read-files';
import { useStore } from '@renderer/store/store';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

/** A file as Chromium has it: jsdom's cannot be read. */
function fileOf(name: string, bytes: number[]): File {
  const content = Uint8Array.from(bytes);
  return Object.assign(new File([content], name), { arrayBuffer: async () => content.buffer });
}
