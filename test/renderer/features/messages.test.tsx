// What the app has to say: announced in regions that were there before, and errors kept in sight.

import { AppError } from '@core/errors';
import { ErrorBoundary } from '@renderer/shell/ErrorBoundary';
import { Notices } from '@renderer/shell/Notices';
import { Toasts } from '@renderer/shell/Toasts';
import { useStore } from '@renderer/store/store';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordView } from './record-view';

beforeEach(() => useStore.setState({ toasts: [], notices: [], open: {} }));
afterEach(() => vi.restoreAllMocks());

test('a message comes into a region that is there already', () => {
  render(<Toasts />);
  const region = screen.getByRole('status');
  act(() => useStore.getState().say('Copied as Markdown.'));
  expect(region.textContent).toContain('Copied as Markdown.');
});

test('a notice comes into a region that is there already', () => {
  render(<Notices />);
  const region = screen.getByRole('status');
  act(() => useStore.getState().addNotice({ id: 'n', message: 'The settings were damaged.' }));
  expect(region.textContent).toContain('The settings were damaged.');
});

test('errors stay through later messages, each once; of the rest the last three', () => {
  render(<Toasts />);
  const { complain, say } = useStore.getState();
  act(() => {
    complain(new AppError('not-found', 'The file is gone.'));
    for (const word of ['One', 'Two', 'Three', 'Four']) say(word);
    complain(new AppError('not-found', 'The disk is full.'));
    complain(new AppError('not-found', 'The file is gone.'));
  });
  const alerts = screen.getAllByRole('alert').map((alert) => alert.textContent);
  expect(alerts).toEqual(['The disk is full.', 'The file is gone.']);
  expect(screen.queryByText('One')).toBeNull();
  expect(screen.getByText('Four')).toBeDefined();
});

function Broken(): never {
  throw new Error('Nothing to draw');
}

test('a session begins without the messages of before, but for errors; its own stay', () => {
  const { say, complain, go } = useStore.getState();
  say('Themes changed in 2 near misses.', { name: 'Undo', run: () => {} });
  complain(new AppError('not-saved', 'The disk is full.'));
  go({ name: 'session' });
  say('Notes were changed.');
  go({ name: 'session' });
  expect(useStore.getState().toasts.map(({ message }) => message)).toEqual([
    'The disk is full.',
    'Notes were changed.',
  ]);
  go({ name: 'home' });
});

test('a broken window hands over what was typed before it says that it is kept', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let done = () => {};
  const flush = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  useStore.setState({ flushEdits: flush });
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(flush).toHaveBeenCalled();
  expect(screen.getByText(/being kept/)).toBeDefined();
  done();
  expect(await screen.findByText(/Everything typed until now is kept/)).toBeDefined();
});

test('a broken window says so when something may be lost', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  useStore.setState({
    flushEdits: async () => undefined,
    open: { k: { ...recordView('k'), save: { kind: 'not-saved', reason: 'The disk is full.' } } },
  });
  render(
    <ErrorBoundary>
      <Broken />
    </ErrorBoundary>,
  );
  expect(await screen.findByText(/may not have been kept/)).toBeDefined();
});
