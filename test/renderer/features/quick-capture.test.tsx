// The small capture window by role: nothing typed is overwritten, what is kept holds no name, and it
// gets out of the way by itself.

import { changed, emptyForm, keptOf } from '@core/capture/form';
import { AppError } from '@core/errors';
import type { CaptureState, KeptCapture } from '@core/ipc/contract';
import { QuickCapture } from '@renderer/features/quick-capture/QuickCapture';
import { useQuick } from '@renderer/features/quick-capture/quick-store';
import { client } from '@renderer/ipc/client';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

const fresh = useQuick.getState();
const OPEN: CaptureState = {
  library: { name: 'Team near misses' },
  words: { services: ['orders'], themes: [], people: ['Ana'] },
  kept: null,
  linked: [],
};

let asked: ReturnType<typeof answerCalls>;
let state: CaptureState;
let refuses: AppError | null;
/** What is kept takes this long. */
let busy: Promise<void> | undefined;
let waits: boolean;
/** What main tells the page. */
const tells = new Map<string, () => void>();

beforeEach(() => {
  state = OPEN;
  refuses = null;
  busy = undefined;
  waits = false;
  tells.clear();
  asked = answerCalls({
    'capture:state': () => {
      const answer = state;
      state = { ...state, linked: [] };
      return answer;
    },
    'capture:keep': () => {
      if (refuses) throw refuses;
      return busy as undefined;
    },
    'capture:import': () => {
      if (refuses) throw refuses;
      return { waits };
    },
    'capture:close': () => undefined,
    'app:show': () => undefined,
    'app:flushed': () => undefined,
    'record:create': (input) => recordView('new', input.fields),
  });
  vi.spyOn(client, 'on').mockImplementation((event, listener) => {
    const before = tells.get(event);
    tells.set(event, () => {
      before?.();
      listener(null as never);
    });
    return () => {};
  });
  useQuick.setState(fresh, true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const show = async () => {
  render(<QuickCapture />);
  return screen.findByLabelText('What almost happened');
};
const field = (name: string | RegExp) => screen.getByLabelText(name);
const inputs = (channel: string) =>
  asked.filter((one) => one.channel === channel).map(({ input }) => input);
const kept = () =>
  (inputs('capture:keep').at(-1) as { kept: KeptCapture | null } | undefined)?.kept;
const linked = (almost: string) => ({ almost, saved: '', services: [] });

test('one line and Ctrl+Enter save it, thank, and get out of the way', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A disk');
  await user.type(field('Reported by'), 'Sam');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await act(() => useQuick.getState().saveCapture());
  expect(screen.getByText('Thank you, Sam, for raising it.')).toBeDefined();
  expect(inputs('capture:close')).toEqual([]);
  act(() => vi.advanceTimersByTime(3000));
  expect(inputs('capture:close')).toHaveLength(1);
  expect(field('What almost happened')).toHaveProperty('value', '');
});

test('whoever goes on is not sent away', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A disk');
  await user.keyboard('{Control>}{Enter}{/Control}');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  act(() => screen.getByRole('button', { name: 'Capture another' }).click());
  act(() => vi.advanceTimersByTime(10_000));
  expect(inputs('capture:close')).toEqual([]);
});

test('what is typed is kept, all but the name; emptied, nothing is', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A disk');
  await user.type(field('Reported by'), 'Zsofia');
  await waitFor(() => expect(kept()?.form.almost).toBe('A disk'));
  expect(JSON.stringify(asked)).not.toContain('Zsofia');
  await user.click(screen.getByRole('button', { name: 'Empty the form' }));
  await waitFor(() => expect(kept()).toBeNull());
});

test('what main asks for is kept at once', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A disk');
  act(() => tells.get('app:flush')?.());
  expect(kept()?.form.almost).toBe('A disk');
  await waitFor(() => expect(inputs('app:flushed')).toEqual([{ left: [] }]));
});

test('what main asks for has the word that is being typed in it', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A disk');
  await user.type(field('Services'), 'orders');
  act(() => tells.get('app:flush')?.());
  expect(kept()?.form.services).toEqual(['orders']);
});

test('nothing is said to be kept that is still on its way there', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A slow disk');
  let fail = (_error: AppError) => {};
  busy = new Promise((_done, refuse) => (fail = refuse));
  act(() => tells.get('app:flush')?.());
  act(() => tells.get('app:flush')?.());
  fail(new AppError('not-saved', 'Not kept: the disk is full.'));
  const left = [{ title: 'A new near miss', reason: 'Not kept: the disk is full.' }];
  await waitFor(() => expect(inputs('app:flushed')).toEqual([{ left }, { left }]));
});

test('what cannot be kept is said when main asks for it', async () => {
  const user = userEvent.setup();
  const almost = await show();
  refuses = new AppError('not-saved', 'Not kept: the disk is full.');
  await user.type(almost, 'A full disk');
  act(() => tells.get('app:flush')?.());
  const left = [{ title: 'A new near miss', reason: 'Not kept: the disk is full.' }];
  await waitFor(() => expect(inputs('app:flushed')).toEqual([{ left }]));
});

test('before it is known what was kept, nothing is put in its place', async () => {
  let opened = (_state: CaptureState) => {};
  const opening = new Promise<CaptureState>((resolve) => {
    opened = resolve;
  });
  // A library that is being opened holds the answer up.
  state = opening as unknown as CaptureState;
  render(<QuickCapture />);
  act(() => tells.get('app:flush')?.());
  await waitFor(() => expect(inputs('app:flushed')).toHaveLength(1));
  expect(inputs('capture:keep')).toEqual([]);
  const before = keptOf(changed(emptyForm(), { almost: 'Before' }));
  opened({ ...OPEN, kept: { form: before, waiting: [] } });
  expect(await screen.findByLabelText('What almost happened')).toHaveProperty('value', 'Before');
});

test('that it could not be read is said in place of the form, and can be tried again', async () => {
  const error = new AppError('unreadable', 'What you typed before could not be read.');
  state = Promise.reject(error) as unknown as CaptureState;
  const user = userEvent.setup();
  render(<QuickCapture />);
  expect((await screen.findByRole('alert')).textContent).toBe(error.message);
  act(() => tells.get('app:flush')?.());
  await waitFor(() => expect(inputs('app:flushed')).toHaveLength(1));
  expect(inputs('capture:keep')).toEqual([]);
  state = OPEN;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('What almost happened')).toBeDefined();
});

test('what could not be kept is said', async () => {
  refuses = new AppError('not-saved', 'Not saved: the disk is full.');
  const user = userEvent.setup();
  await user.type(await show(), 'A disk that refuses');
  expect(
    await screen.findByText(/Keep this window open: Not saved: the disk is full/),
  ).toBeDefined();
});

test('Escape closes and keeps the text', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A disk{Escape}');
  expect(inputs('capture:close')).toHaveLength(1);
  expect(field('What almost happened')).toHaveProperty('value', 'A disk');
});

test('a link fills an empty form, and can be taken back', async () => {
  state = { ...OPEN, linked: [linked('From a link')] };
  const user = userEvent.setup();
  expect(await show()).toHaveProperty('value', 'From a link');
  expect(screen.getByText(/Filled in by a link/)).toBeDefined();
  expect(inputs('record:create')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(field('What almost happened')).toHaveProperty('value', '');
});

test('a link that comes with the thanks is shown at once', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'A disk');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('button', { name: 'Capture another' });
  state = { ...OPEN, linked: [linked('From a link')] };
  act(() => tells.get('capture:changed')?.());
  expect(await screen.findByDisplayValue('From a link')).toBeDefined();
});

test('whoever types on while it is being saved goes on in the form', async () => {
  const user = userEvent.setup();
  let save = () => {};
  const disk = new Promise<void>((resolve) => {
    save = resolve;
  });
  asked = answerCalls({
    'capture:keep': () => undefined,
    'record:create': ({ fields }) => disk.then(() => recordView('new', fields)) as never,
  });
  useQuick.setState({ state: OPEN });
  const form = await show();
  await user.type(form, 'A disk');
  await user.keyboard('{Control>}{Enter}{/Control}. A pool');
  await act(async () => save());
  expect(await screen.findByText(/^Saved without this/)).toBeDefined();
  await user.keyboard(' too');
  expect(field('What almost happened')).toHaveProperty('value', '. A pool too');
});

test('a link waits beside what is being typed; either can be gone on with, or dropped', async () => {
  const user = userEvent.setup();
  await user.type(await show(), 'Mine');
  state = { ...OPEN, linked: [linked('From a link')] };
  act(() => tells.get('capture:changed')?.());
  expect(await screen.findByText(/Another near miss waits: “From a link”/)).toBeDefined();
  expect(field('What almost happened')).toHaveProperty('value', 'Mine');
  await user.click(screen.getByRole('button', { name: 'Go to it' }));
  expect(field('What almost happened')).toHaveProperty('value', 'From a link');
  expect(document.activeElement).toBe(field('What almost happened'));
  expect(screen.getByText(/Another near miss waits: “Mine”/)).toBeDefined();
  await waitFor(() => expect(kept()?.waiting.map(({ almost }) => almost)).toEqual(['Mine']));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Go on with the next' }));
  expect(field('What almost happened')).toHaveProperty('value', 'Mine');
  state = { ...OPEN, linked: [linked('Not wanted')] };
  act(() => tells.get('capture:changed')?.());
  await user.click(await screen.findByRole('button', { name: 'Drop it' }));
  expect(screen.queryByText(/Not wanted/)).toBeNull();
});

test('a page that opens links without end fills nothing up', async () => {
  state = { ...OPEN, linked: Array.from({ length: 500 }, (_, i) => linked(`Link ${i}`)) };
  await show();
  expect(useQuick.getState().waiting.length).toBeLessThanOrEqual(20);
});

test('what was kept is there again with what waited, once, whatever is asked twice', async () => {
  state = {
    ...OPEN,
    kept: {
      form: keptOf(changed(emptyForm(), { almost: 'Before' })),
      waiting: [keptOf(changed(emptyForm(), { almost: 'Waited' }))],
    },
  };
  const user = userEvent.setup();
  const almost = await show();
  expect(almost).toHaveProperty('value', 'Before');
  expect(screen.getByText(/Names are not kept until it is saved/)).toBeDefined();
  await user.type(almost, ' and now');
  act(() => tells.get('capture:changed')?.());
  await waitFor(() => expect(inputs('capture:state').length).toBeGreaterThan(1));
  expect(field('What almost happened')).toHaveProperty('value', 'Before and now');
  expect(screen.getByText(/“Waited”/)).toBeDefined();
});

const TWO = 'Title: A disk\nWhat saved us: luck\n\nTitle: A pool\nWhat saved us: Ana';
const pasteTwo = (almost: HTMLElement) =>
  fireEvent.paste(almost, { clipboardData: { getData: () => TWO } });

test('several in one paste are handed to the import page, and what is typed stays', async () => {
  const user = userEvent.setup();
  const almost = await show();
  await user.type(almost, 'Mine');
  pasteTwo(almost);
  expect(screen.getByText('This looks like 2 near misses.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Look at each' }));
  expect(inputs('capture:import')).toEqual([{ text: TWO }]);
  expect(inputs('record:create')).toEqual([]);
  await waitFor(() => expect(inputs('capture:close')).toHaveLength(1));
  expect(field('What almost happened')).toHaveProperty('value', 'Mine');
  expect(screen.queryByText('This looks like 2 near misses.')).toBeNull();
});

test('while a session is held they wait, which is said here; a refusal is said too', async () => {
  waits = true;
  const user = userEvent.setup();
  const almost = await show();
  pasteTwo(almost);
  await user.click(screen.getByRole('button', { name: 'Look at each' }));
  expect(await screen.findByText(/It waits under Import in Close Call/)).toBeDefined();
  expect(inputs('capture:close')).toEqual([]);
  expect(document.activeElement).toBe(almost);
  refuses = new AppError('bad-request', 'It is too long.');
  pasteTwo(almost);
  await user.click(screen.getByRole('button', { name: 'Look at each' }));
  expect((await screen.findByRole('alert')).textContent).toContain('It is too long.');
});

test('without a library several in one paste cannot go anywhere, and fill the form', async () => {
  state = { ...OPEN, library: null };
  pasteTwo(await show());
  expect(screen.queryByRole('button', { name: 'Look at each' })).toBeNull();
  expect(field('What almost happened')).not.toHaveProperty('value', TWO);
});

test('without a library it says so and leads to one', async () => {
  state = { ...OPEN, library: null };
  const user = userEvent.setup();
  await show();
  await user.click(screen.getByRole('button', { name: 'Open Close Call' }));
  expect(inputs('app:show')).toHaveLength(1);
});

test('more is behind a word, and in sight as soon as it says something', async () => {
  await show();
  expect(field(/How close was it/).closest('details')).toHaveProperty('open', false);
  act(() => useQuick.getState().changeForm({ close: 'minutes' }));
  expect(field(/How close was it/).closest('details')).toHaveProperty('open', true);
});

test('while one is saved, the one that waits waits on, and both are there once', async () => {
  let written = () => {};
  const disk = new Promise<void>((resolve) => {
    written = resolve;
  });
  const waited = changed(emptyForm(), { almost: 'Waited' });
  const made: string[] = [];
  answerCalls({
    'record:create': (input) => {
      made.push(input.sections.almost ?? '');
      return disk.then(() => recordView('new', input.fields)) as never;
    },
    'capture:keep': () => undefined,
  });
  useQuick.setState({ form: changed(emptyForm(), { almost: 'First' }), waiting: [waited] });
  const saving = useQuick.getState().saveCapture();
  useQuick.getState().turn();
  written();
  await saving;
  expect(useQuick.getState()).toMatchObject({ form: { almost: 'Waited' }, waiting: [] });
  await useQuick.getState().saveCapture();
  expect(made).toEqual(['First', 'Waited']);
  expect(useQuick.getState()).toMatchObject({ form: emptyForm(), waiting: [] });
});
