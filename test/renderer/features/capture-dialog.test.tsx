// The capture dialog by role: nothing that is saved is out of sight, nothing is lost on the way,
// and what a paste or emptying did can be taken back.

import { emptyForm } from '@core/capture/form';
import type { NewRecord } from '@core/ipc/contract';
import { defaultConfig } from '@core/library/config';
import { startSession } from '@core/session/session';
import CaptureDialog from '@renderer/features/capture/CaptureDialog';
import { useStore } from '@renderer/store/store';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

const PASTED = `Title: A disk
What almost happened: it filled up
What could have happened: checkout down
Notes: Ana was there`;

let asked: ReturnType<typeof answerCalls>;

/** As in the app: the dialog is only there while capturing. */
function App() {
  const capturing = useStore((state) => state.capturing);
  return capturing ? <CaptureDialog /> : null;
}

const open = () => act(() => useStore.getState().openCapture());
const field = (name: string | RegExp) => screen.getByLabelText(name);
const button = (name: string) => screen.getByRole('button', { name });
const paste = (text: string) =>
  fireEvent.paste(field('What almost happened'), { clipboardData: { getData: () => text } });
const created = () =>
  asked.filter(({ channel }) => channel === 'record:create').map(({ input }) => input as NewRecord);

beforeEach(() => {
  asked = answerCalls({
    'record:create': (input) => recordView('new', input.fields),
    'record:open': () => recordView('new'),
  });
  useStore.setState({
    library: { path: '/x', config: defaultConfig('x') } as never,
    form: emptyForm(),
    capturing: false,
    captureNote: null,
    pastes: 0,
    session: null,
    toasts: [],
  });
  render(<App />);
  open();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  useStore.setState({ session: null, capturing: false, route: { name: 'home' } });
  useStore.getState().clearImport();
});

test('the date is the day the dialog is opened', () => {
  act(() => useStore.getState().closeCapture());
  vi.useFakeTimers({ now: new Date(2031, 4, 6, 9), toFake: ['Date'] });
  open();
  expect(field('Date')).toHaveProperty('value', '2031-05-06');
});

test('pasted text without a field of its own is shown, and can be changed', async () => {
  const user = userEvent.setup();
  expect(screen.queryByLabelText('What could have happened')).toBeNull();
  expect(screen.queryByLabelText('Notes')).toBeNull();
  paste(PASTED);
  expect(field('What could have happened')).toHaveProperty('value', 'checkout down');
  expect(field('Notes')).toHaveProperty('value', 'Ana was there');
  await user.clear(field('Notes'));
  await user.type(field('Notes'), 'nobody was there');
  await user.click(button('Save near miss'));
  expect(created()[0]?.sections).toMatchObject({ notes: 'nobody was there' });
  open();
  expect(screen.queryByLabelText('Notes')).toBeNull();
});

test('a paste is told and taken back; a second paste says something else', async () => {
  const user = userEvent.setup();
  await user.type(field('What almost happened'), 'mine');
  paste(PASTED);
  const said = screen.getByRole('status').textContent;
  expect(said).toContain('Filled in from what you pasted.');
  paste('What saved us: luck');
  expect(screen.getByRole('status').textContent).toContain('Filled in from what you pasted.');
  expect(screen.getByRole('status').textContent).not.toBe(said);
  await user.click(button('Undo'));
  expect(field(/What saved us/)).toHaveProperty('value', '');
  expect(field('What almost happened')).toHaveProperty('value', 'it filled up');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(document.activeElement).toBe(field('What almost happened'));
});

test('the form is emptied, and filled again with Undo', async () => {
  const user = userEvent.setup();
  expect(screen.queryByRole('button', { name: 'Empty the form' })).toBeNull();
  paste(PASTED);
  await user.click(button('Empty the form'));
  expect(useStore.getState().form).toEqual(emptyForm());
  expect(document.activeElement).toBe(field('What almost happened'));
  await user.click(button('Undo'));
  expect(field('Notes')).toHaveProperty('value', 'Ana was there');
});

test('Close keeps the text, also the word being typed', async () => {
  const user = userEvent.setup();
  await user.type(field('What almost happened'), 'a disk');
  await user.type(field('Themes'), 'Capacity');
  await user.click(button('Close'));
  expect(screen.queryByRole('dialog')).toBeNull();
  open();
  expect(field('What almost happened')).toHaveProperty('value', 'a disk');
  expect(button('Remove capacity')).toBeDefined();
});

test('Escape keeps the word being typed as well', async () => {
  const user = userEvent.setup();
  await user.type(field('Themes'), 'Capacity{Escape}');
  await waitFor(() => expect(useStore.getState().form.themes).toEqual(['capacity']));
});

test('Ctrl+Enter saves the word being typed too, and the next near miss starts empty', async () => {
  const user = userEvent.setup();
  await user.type(field('What almost happened'), 'a disk');
  await user.type(field('Services'), 'orders');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(created()[0]?.fields).toMatchObject({ services: ['orders'] });
  expect(useStore.getState().form).toEqual(emptyForm());
  expect(useStore.getState().toasts.at(-1)?.message).toBe('Thank you for raising it.');
});

test('what is typed while it is being saved is not part of the next near miss', async () => {
  const user = userEvent.setup();
  let save = () => {};
  answerCalls({});
  const { client } = await import('@renderer/ipc/client');
  vi.spyOn(client, 'call').mockImplementation(
    () =>
      new Promise((resolve) => {
        save = () => resolve(recordView('new') as never);
      }),
  );
  await user.type(field('What almost happened'), 'a disk');
  await user.click(field('Services'));
  await user.keyboard('{Control>}{Enter}{/Control}late');
  await act(async () => save());
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(useStore.getState().form).toEqual(emptyForm());
});

test('whoever types on while it is being saved goes on in the form', async () => {
  const user = userEvent.setup();
  let save = () => {};
  const disk = new Promise<void>((resolve) => {
    save = resolve;
  });
  answerCalls({
    'record:create': ({ fields }) => disk.then(() => recordView('new', fields)) as never,
  });
  await user.type(field('What almost happened'), 'A disk');
  await user.keyboard('{Control>}{Enter}{/Control}. A pool');
  await act(async () => save());
  await waitFor(() => expect(screen.getByText(/^Saved without this/)).toBeDefined());
  expect(document.activeElement).toBe(field('What almost happened'));
  await user.keyboard(' too');
  expect(field('What almost happened')).toHaveProperty('value', '. A pool too');
});

test('while a session is held, capturing thanks and does not offer another', async () => {
  const user = userEvent.setup();
  expect(button('Save and start a session')).toBeDefined();
  act(() => useStore.setState({ session: startSession('k', Date.now(), '2026-11-20') }));
  expect(screen.queryByRole('button', { name: 'Save and start a session' })).toBeNull();
  await user.type(field('What almost happened'), 'another disk');
  await act(() => useStore.getState().saveCapture(true));
  expect(useStore.getState().session?.recordKey).toBe('k');
  expect(useStore.getState().toasts.at(-1)?.message).toMatch(/Thank you/);
});

test('several pasted during a session wait on the import page, and it is not left', async () => {
  const user = userEvent.setup();
  act(() =>
    useStore.setState({
      session: startSession('k', Date.now(), '2026-11-20'),
      route: { name: 'session' },
    }),
  );
  paste('Title: A disk\nWhat saved us: luck\n\nTitle: A pool\nWhat saved us: Ana');
  expect(screen.getByText('This looks like 2 near misses.')).toBeDefined();
  await user.click(button('Look at each later'));
  expect(screen.queryByRole('dialog')).toBeNull();
  await waitFor(() => expect(useStore.getState().importing.sources).toHaveLength(1));
  expect(useStore.getState().route.name).toBe('session');
  expect(useStore.getState().toasts.at(-1)?.message).toContain('waits under Import');
  act(() => useStore.setState({ session: null }));
  act(() => useStore.getState().sayWhatWaits());
  act(() => useStore.getState().toasts.at(-1)?.action?.run());
  expect(useStore.getState().route.name).toBe('import');
});

test('a table is offered as its rows, to be looked at or put in the form as it is', async () => {
  const user = userEvent.setup();
  const table = 'Title,Date,Notes\nA disk,2026-11-20,a\nA pool,2026-11-21,b\n';
  paste(table);
  expect(screen.getByText('This looks like a table of 2 rows.')).toBeDefined();
  expect(field('What almost happened')).toHaveProperty('value', '');
  await user.click(button('Put it in this form'));
  expect(field('What almost happened')).toHaveProperty('value', table);
  expect(screen.queryByText('This looks like a table of 2 rows.')).toBeNull();
  paste(table);
  await user.click(button('Look at each'));
  await waitFor(() => expect(useStore.getState().importing.sources).toHaveLength(1));
  expect(useStore.getState().route.name).toBe('import');
  open();
  expect(field('What almost happened')).toHaveProperty('value', table);
});

test('a text that is too much for one near miss is not pasted, which is said', async () => {
  const user = userEvent.setup();
  await user.type(field('What almost happened'), 'mine');
  paste('a'.repeat(200_001));
  expect(screen.getByText(/^That is 200,001 characters, too much/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Put it in this form' })).toBeNull();
  expect(field('What almost happened')).toHaveProperty('value', 'mine');
  await user.click(
    within(screen.getByRole('status').parentElement as HTMLElement).getByRole('button', {
      name: 'Close',
    }),
  );
  expect(screen.queryByText(/too much for one near miss/)).toBeNull();
  expect(screen.getByRole('dialog')).toBeDefined();
});
