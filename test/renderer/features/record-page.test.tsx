// A record's page by role: its heading, what it says when nothing can be changed, and that a page
// that cannot be opened takes nobody away from where they have gone meanwhile.

import { AppError } from '@core/errors';
import type { RecordView } from '@core/ipc/contract';
import { defaultConfig } from '@core/library/config';
import RecordPage from '@renderer/features/record/RecordPage';
import { useStore } from '@renderer/store/store';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

afterEach(() => vi.restoreAllMocks());

/** The reader of Markdown is loaded when it is needed, which takes a while here. */
const IMPORT = { timeout: 20_000 };

function show(part: Partial<RecordView>, writable = true) {
  const view = { ...recordView('k'), ...part };
  answerCalls({ 'record:open': () => view });
  useStore.setState({
    route: { name: 'record', key: 'k' },
    library: {
      name: 'Ours',
      folder: '/ours',
      config: defaultConfig('Ours'),
      writable,
      gone: false,
    },
    open: { k: view },
  });
  render(<RecordPage recordKey="k" />);
}

test('has a heading, with words for a title that is missing', () => {
  const view = recordView('k', { title: '' });
  show(view);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('A near miss without a title');
});

test('a folder that can only be read is not blamed on the version', () => {
  show({ readOnly: true }, false);
  expect(screen.getByText(/This folder can only be read/)).toBeDefined();
  expect(screen.queryByText(/newer version/)).toBeNull();
  expect(screen.getByRole('button', { name: 'Move to trash' })).toHaveProperty('disabled', true);
});

test('a newer version is named as such, and links in what it keeps still open', async () => {
  const { content } = recordView('k');
  const extras = [{ heading: 'Links', text: '[Dashboard](https://example.org/)' }];
  show({ readOnly: true, content: { ...content, extras } });
  expect(screen.getByText(/written by a newer version/)).toBeDefined();
  await userEvent.click(await screen.findByRole('button', { name: 'Dashboard' }, IMPORT));
  expect(useStore.getState().link).toBe('https://example.org/');
}, 30_000);

test('what is not saved is said whole, with a way to try again', async () => {
  const reason = 'The disk is full, so nothing more can be written to the folder of the library.';
  show({ save: { kind: 'not-saved', reason } });
  const saveNow = vi.fn();
  useStore.setState({ saveNow });
  expect(screen.getByRole('alert').textContent).toContain(reason);
  expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
});

test('a record that cannot be opened leads home, unless one has gone elsewhere', async () => {
  answerCalls({
    'record:open': () => {
      throw new AppError('not-found', 'The file is gone.');
    },
  });
  useStore.setState({ route: { name: 'record', key: 'k' }, open: {} });
  const first = render(<RecordPage recordKey="k" />);
  await waitFor(() => expect(useStore.getState().route).toEqual({ name: 'home' }));
  first.unmount();

  useStore.setState({ route: { name: 'record', key: 'k' } });
  render(<RecordPage recordKey="k" />);
  useStore.getState().go({ name: 'settings' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(useStore.getState().route).toEqual({ name: 'settings' });
});

test('the ladder stays open for the next barrier after the first is added', async () => {
  show({});
  const details = screen.getByText('Change the ladder').closest('details');
  expect(details?.open).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: 'Add barrier' }));
  expect(screen.getByRole('textbox', { name: 'Barrier 1' })).toBeDefined();
  expect(details?.open).toBe(true);
});
