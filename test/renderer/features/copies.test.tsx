// Other versions of near misses by role: what is said of them, what saving the choices asks of
// main, and that the other file goes nowhere unasked.

import { AppError } from '@core/errors';
import type { CopyView } from '@core/ipc/contract';
import type { CopyFile, Listing, RecordSummary } from '@core/library/listing';
import { CopiesBanner } from '@renderer/features/copies/CopiesBanner';
import AttentionPage from '@renderer/features/library/AttentionPage';
import { useStore } from '@renderer/store/store';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

const IMPORT = { timeout: 20_000 };
const PATH = '2026/a.md';
const OTHER = '2026/a.sync-conflict-20261120-101112-ABCDEF7.md';
const COPY: CopyFile = { key: 'copy', path: OTHER, tool: 'Syncthing', title: 'A disk', of: 'k' };
const GIT: CopyFile = { key: 'git', path: '2026/b.md', tool: 'Git', title: 'A pool', of: null };
const NOTES = {
  place: 'section notes',
  name: 'Notes',
  base: null,
  mine: { kind: 'section', section: 'notes', text: 'Said here.' },
  theirs: { kind: 'section', section: 'notes', text: 'Said there.' },
} as const;

function record(): RecordSummary {
  const { fields, problems } = recordView('k').content;
  return { key: 'k', path: PATH, fields, readOnly: false, problems: problems.length };
}
const view = (part: Partial<CopyView> = {}): CopyView => ({
  key: 'copy',
  path: OTHER,
  tool: 'Syncthing',
  of: { key: 'k', path: PATH, title: 'A disk' },
  places: [NOTES],
  alsoDiffers: [],
  hash: 'f'.repeat(64),
  ...part,
});
const gitView = (part: Partial<CopyView> = {}) =>
  view({ key: 'git', path: GIT.path, tool: 'Git', of: GIT, ...part });

function listing(copies: CopyFile[]): Listing {
  const attention = copies
    .filter(({ of }) => of === null)
    .map(({ key, path }) => ({ key, path, reason: 'Git left two versions in it', line: 9 }));
  return { records: [record()], attention, copies, trash: [] };
}
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => userEvent.click(button(name));
const said = () => useStore.getState().toasts.map(({ message }) => message);

beforeEach(() => useStore.setState({ toasts: [], open: {}, listing: listing([COPY]) }));
afterEach(() => vi.restoreAllMocks());

async function choose(answer: string) {
  const dialog = await screen.findByRole('dialog', {}, IMPORT);
  await userEvent.click(within(dialog).getByRole('radio', { name: answer }));
  await userEvent.click(within(dialog).getByRole('button', { name: /^Save these choices/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

test('both files and who left them are named, and nothing is asked of main unasked', () => {
  const asked = answerCalls({});
  render(<AttentionPage />);
  const item = screen.getByRole('listitem');
  expect(item.textContent).toContain('A disk');
  expect(item.textContent).toContain('Syncthing');
  expect(item.textContent).toContain(PATH);
  expect(item.textContent).toContain(OTHER);
  expect(screen.queryByRole('button', { name: 'Move it to the trash' })).toBeNull();
  expect(asked).toEqual([]);
});

test('what was chosen is put over the near miss, and only then the trash is offered', async () => {
  const asked = answerCalls({
    'copy:open': () => view({ alsoDiffers: ['“Weather”'] }),
    'record:edit': () => ({ revision: 2, merged: null }),
    'record:open': () => recordView('k'),
    'record:save': () => ({ kind: 'saved', at: 5 }),
    'record:trash': () => ({ trashId: 't' }),
  });
  render(<AttentionPage />);
  await press('Compare and merge…');
  await screen.findByRole('dialog', { name: 'Two versions of “A disk”' }, IMPORT);
  expect(screen.getByRole('dialog').textContent).toContain(
    'Also differs, and is not merged here: “Weather”.',
  );
  await choose('Take theirs');
  expect(asked.filter(({ channel }) => channel === 'record:edit')).toEqual([
    { channel: 'record:edit', input: { key: 'k', edit: NOTES.theirs, base: NOTES.mine } },
  ]);
  const outcome = await screen.findByText(/^Merged into “A disk”/);
  expect(outcome.textContent).toContain('“Weather”');
  expect(outcome.textContent).toContain('The other file is still there.');
  expect(asked.some(({ channel }) => channel === 'record:trash')).toBe(false);
  await press('Move it to the trash');
  expect(asked.at(-1)).toEqual({ channel: 'record:trash', input: { key: 'copy' } });
  act(() => useStore.setState({ listing: listing([]) }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  expect(screen.getByRole('status').textContent).toBe('Nothing needs attention any more.');
}, 30_000);

test('keeping mine everywhere writes nothing', async () => {
  const asked = answerCalls({
    'copy:open': () => view(),
    'record:open': () => recordView('k'),
    'record:save': () => ({ kind: 'saved', at: 5 }),
  });
  render(<AttentionPage />);
  await press('Compare and merge…');
  await choose('Keep mine');
  await screen.findByText('“A disk” stays as it was. The other file is still there.');
  expect(asked.some(({ channel }) => channel === 'record:edit')).toBe(false);
}, 30_000);

test('two that say the same are said to, with a way to the trash', async () => {
  answerCalls({ 'copy:open': () => view({ places: [] }) });
  render(<AttentionPage />);
  await press('Compare and merge…');
  const words = 'Both say the same. The other file is still there.';
  expect((await screen.findByRole('status')).textContent).toBe(words);
  expect(button('Move it to the trash')).toBeDefined();
});

test('two that differ only in what cannot be merged are not said to be the same', async () => {
  answerCalls({ 'copy:open': () => view({ places: [], alsoDiffers: ['“Weather”', '“team”'] }) });
  render(<AttentionPage />);
  await press('Compare and merge…');
  expect((await screen.findByRole('status')).textContent).toBe(
    'Both say the same in everything that can be merged here. Also differs, and is not merged ' +
      'here: “Weather” and “team”. The other file is still there.',
  );
});

test('the two versions in one file are brought to one with what was chosen', async () => {
  useStore.setState({ listing: listing([GIT]) });
  const asked = answerCalls({
    'copy:open': () => gitView(),
    'copy:resolve': () => recordView('git'),
  });
  render(<AttentionPage />);
  const item = screen.getByRole('listitem').textContent;
  expect(item).toContain('A pool');
  expect(item).toContain(GIT.path);
  expect(item).toContain('Git left two versions in it, line 9');
  await press('Compare and merge…');
  await choose('Take theirs');
  expect(asked.at(-1)).toEqual({
    channel: 'copy:resolve',
    input: { key: 'git', hash: 'f'.repeat(64), edits: [NOTES.theirs] },
  });
  expect(said()).toEqual([
    '“A pool” is one again. The file with both versions is kept in its history.',
  ]);
  expect(screen.queryByRole('button', { name: 'Move it to the trash' })).toBeNull();
}, 30_000);

test('a file that was changed meanwhile is to be compared again', async () => {
  useStore.setState({ listing: listing([GIT]) });
  answerCalls({
    'copy:open': () => gitView(),
    'copy:resolve': () => {
      throw new AppError('conflict', 'The file was changed outside.');
    },
  });
  render(<AttentionPage />);
  await press('Compare and merge…');
  await choose('Take theirs');
  expect(said()).toEqual(['“A pool” was changed meanwhile. Please compare again.']);
}, 30_000);

test('home says how many near misses have another version, each once', async () => {
  useStore.setState({ listing: listing([COPY, { ...COPY, key: 'copy-2' }, GIT]) });
  render(<CopiesBanner />);
  const banner = screen.getByRole('region', { name: 'Other versions' });
  expect(banner.textContent).toContain('2 near misses have another version.');
  await press('Look at them');
  expect(useStore.getState().route).toEqual({ name: 'attention' });
});

test('home says nothing when there is no other version', () => {
  useStore.setState({ listing: listing([]) });
  const { container } = render(<CopiesBanner />);
  expect(container.textContent).toBe('');
});
