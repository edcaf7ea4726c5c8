// What the app has to say: announced in regions that were there before, and errors kept in sight.

import { AppError } from '@core/errors';
import { ErrorBoundary } from '@renderer/shell/ErrorBoundary';
import { Notices } from '@renderer/shell/Notices';
import { Toasts } from '@renderer/shell/Toasts';
import { useStore } from '@renderer/store/store';
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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

test('a message stays as long as the focus is in it, though the pointer has left it', () => {
  vi.useFakeTimers();
  try {
    render(<Toasts />);
    act(() => useStore.getState().say('Copied as Markdown.'));
    const button = screen.getByRole('button', { name: 'Dismiss this message' });
    act(() => button.focus());
    fireEvent.pointerEnter(screen.getByText('Copied as Markdown.').parentElement as Element);
    fireEvent.pointerLeave(screen.getByText('Copied as Markdown.').parentElement as Element);
    act(() => vi.advanceTimersByTime(60_000));
    expect(document.activeElement).toBe(button);
    act(() => button.blur());
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.queryByText('Copied as Markdown.')).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('dismissing by key goes on to the next message, then back to where the focus was', async () => {
  const user = userEvent.setup();
  render(
    <>
      <main>
        <h1>Near misses</h1>
        <button type="button">Before</button>
      </main>
      <Toasts />
    </>,
  );
  const { say } = useStore.getState();
  const buttons = () => screen.queryAllByRole('button', { name: 'Dismiss this message' });
  act(() => void [say('One'), say('Two')]);
  const [, second] = buttons();
  await user.click(screen.getByRole('button', { name: 'Before' }));
  await user.tab();
  await user.keyboard('{Enter}');
  expect(screen.queryByText('One')).toBeNull();
  expect(document.activeElement).toBe(second);
  await user.keyboard('{Enter}');
  expect(buttons()).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Before' }));
});

test('dismissing by key goes to the heading when the focus came from what is gone', async () => {
  const user = userEvent.setup();
  const page = (hasButton: boolean) => (
    <>
      <main>
        <h1>Near misses</h1>
        {hasButton && <button type="button">Before</button>}
      </main>
      <Toasts />
    </>
  );
  const { rerender } = render(page(true));
  act(() => useStore.getState().say('One'));
  await user.click(screen.getByRole('button', { name: 'Before' }));
  await user.tab();
  rerender(page(false));
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('heading'));
});

test('dismissing by pointer gives no other message the focus, which would keep it', async () => {
  const user = userEvent.setup();
  render(<Toasts />);
  const { say } = useStore.getState();
  act(() => void [say('One'), say('Two')]);
  const [first] = screen.getAllByRole('button', { name: 'Dismiss this message' });
  await user.click(first as Element);
  expect(screen.queryByText('One')).toBeNull();
  expect(document.activeElement).toBe(document.body);
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
