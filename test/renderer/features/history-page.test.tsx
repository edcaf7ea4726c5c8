// The history of a record by role: its versions, what differs, restoring one and undoing that.

import { AppError } from '@core/errors';
import type { Version } from '@core/ipc/contract';
import HistoryPage from '@renderer/features/history/HistoryPage';
import { useStore } from '@renderer/store/store';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

const TEXTS: Record<string, string> = {
  first: 'title: A\n\nThe disk filled.\n',
  second: 'title: A\n\nThe disk nearly filled.\n',
  third: 'title: A\n\nThe disk nearly filled.\n\nNobody looked.\n',
};
const noon = new Date(2026, 10, 20, 12, 0).getTime();
const minutes = (n: number) => noon + n * 60_000;

let versions: Version[];
let inFile: string;
let asked: ReturnType<typeof answerCalls>;

const version = (hash: string, at: number, why: Version['why'] = 'saved'): Version => ({
  hash,
  at,
  why,
  bytes: 1440,
  current: false,
});

beforeEach(async () => {
  versions = [
    version('third', minutes(32)),
    version('second', minutes(30)),
    version('first', minutes(0), 'found'),
  ];
  inFile = 'third';
  let revision = 1;
  asked = answerCalls({
    'record:history': () => versions.map((one) => ({ ...one, current: one.hash === inFile })),
    'record:version': ({ hash }) => ({ text: TEXTS[hash] ?? '' }),
    'library:read-file': () => ({ path: '2026/a.md', text: TEXTS[inFile] ?? 'elsewhere' }),
    'record:save': () => ({ kind: 'saved', at: 5 }),
    'record:restore-version': ({ hash }) => {
      const before = inFile;
      inFile = hash;
      revision += 1;
      versions = [version(hash, minutes(40 + revision), 'restored'), ...versions];
      return { view: { ...recordView('k'), revision }, before };
    },
  });
  useStore.getState().forgetRecords();
  useStore.setState({
    toasts: [],
    route: { name: 'history', key: 'k' },
    open: { k: recordView('k') },
  });
});
afterEach(() => vi.restoreAllMocks());

const show = async () => {
  render(<HistoryPage recordKey="k" />);
  await screen.findByRole('navigation', { name: 'Versions' });
};
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const differs = () => screen.findByRole('region', { name: 'What differs' });
const restored = () => asked.filter(({ channel }) => channel === 'record:restore-version').length;
const said = () => useStore.getState().toasts.at(-1)?.message;

test('without versions it says how long they are kept', async () => {
  versions = [];
  render(<HistoryPage recordKey="k" />);
  await screen.findByText('No earlier versions yet. Each save is kept for 30 days.');
});

test('saves shortly after one another are one, and the others are there on request', async () => {
  await show();
  const more = '1 more shortly before';
  expect(button(more).getAttribute('aria-expanded')).toBe('false');
  expect(screen.queryByRole('button', { name: /^12:30/ })).toBeNull();
  await userEvent.click(button(more));
  await userEvent.click(button(/^12:30/));
  expect(button(/^12:30/).getAttribute('aria-current')).toBe('true');
  await userEvent.click(button('Fewer'));
  expect(screen.queryByRole('button', { name: /^12:30/ })).toBeNull();
  expect(button(/^12:32:\d\d Saved now/).getAttribute('aria-current')).toBe('true');
});

test('the arrows go through the versions; each is compared with now or the one before', async () => {
  await show();
  const user = userEvent.setup();
  await user.click(button('1 more shortly before'));
  await user.click(button(/^12:30/));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(button(/^12:00:\d\d As it was found/));
  await waitFor(async () =>
    expect((await differs()).textContent).toMatch(/−Gone: The disk filled\.\+New: The disk nearly/),
  );
  expect((await differs()).textContent).toContain('Nobody looked.');
  expect((await differs()).querySelector('mark')?.textContent).toBe('nearly');

  await user.click(screen.getByRole('radio', { name: 'The version before it' }));
  expect(screen.getByText('This is the first version that is kept.')).toBeDefined();
  await user.click(button(/^12:30/));
  await user.click(screen.getByRole('radio', { name: 'The version before it' }));
  await waitFor(async () => expect((await differs()).textContent).toContain('Gone: The disk'));
  expect((await differs()).textContent).not.toContain('Nobody looked.');
});

test('what the file holds now differs in nothing, and is not restored', async () => {
  await show();
  await userEvent.click(button(/^12:32/));
  await screen.findByText('Nothing differs.');
  expect(button('Restore this version')).toHaveProperty('disabled', true);
});

test('a version that is damaged is said to be', async () => {
  answerCalls({
    'record:history': () => versions,
    'library:read-file': () => ({ path: 'a', text: '' }),
    'record:version': () => {
      throw new AppError('not-found', 'This version was damaged on the disk.');
    },
  });
  await show();
  await screen.findByText('This version was damaged on the disk.');
});

test('a version is restored, undone and redone, and each is asked of main', async () => {
  await show();
  await userEvent.click(button(/^12:00/));
  await userEvent.click(button('Restore this version'));
  await waitFor(() => expect(said()).toBe('Restored the version of 12:00.'));
  expect(inFile).toBe('first');
  await act(() => useStore.getState().undo('k'));
  expect(inFile).toBe('third');
  expect(said()).toBe('Undone: version of 12:00 restored.');
  await act(() => useStore.getState().redo('k'));
  expect(inFile).toBe('first');
  expect(restored()).toBe(3);
});

test('what was saved since is not undone over', async () => {
  await show();
  await userEvent.click(button(/^12:00/));
  await userEvent.click(button('Restore this version'));
  await waitFor(() => expect(inFile).toBe('first'));
  inFile = 'second';
  await act(() => useStore.getState().undo('k'));
  expect(inFile).toBe('second');
  expect(said()).toBe('The record was changed since. Every version is in History.');
  expect(restored()).toBe(1);
});

test('Escape goes back to the record', async () => {
  await show();
  await userEvent.keyboard('{Escape}');
  expect(useStore.getState().route).toEqual({ name: 'record', key: 'k' });
});
