// A record that is not saved, by role: what is said, what can be done, and choosing between two
// versions by keyboard.

import { AppError } from '@core/errors';
import type { RecordView, SaveConflict, SaveState } from '@core/ipc/contract';
import { SaveTrouble } from '@renderer/features/trouble/SaveTrouble';
import { useStore } from '@renderer/store/store';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

type NotSaved = Extract<SaveState, { kind: 'not-saved' }>;

const FULL: NotSaved = {
  kind: 'not-saved',
  reason: 'the disk is full',
  kept: 'What you typed is kept in the journal on this machine: /j.',
};
const LATENT: SaveConflict = {
  place: 'section latent',
  name: 'Latent issue exposed',
  base: { kind: 'section', section: 'latent', text: 'Alerts stay muted.' },
  mine: { kind: 'section', section: 'latent', text: 'Alerts stay muted for ever.' },
  theirs: { kind: 'section', section: 'latent', text: 'Nobody owns alerts.' },
};
const TITLE: SaveConflict = {
  place: 'field title',
  name: 'title',
  base: { kind: 'fields', fields: { title: 'Disk' } },
  mine: { kind: 'fields', fields: { title: 'My disk' } },
  theirs: { kind: 'fields', fields: { title: 'Their disk' } },
};

const record = (save: SaveState): RecordView => ({ ...recordView('k'), save });
const setSave = (save: SaveState) => act(() => useStore.getState().showRecord(record(save)));
const say = () => useStore.getState().toasts.at(-1)?.message;

function Page() {
  return (
    <main>
      <h1>A disk</h1>
      <SaveTrouble recordKey="k" />
    </main>
  );
}

beforeEach(() => {
  useStore.getState().forgetRecords();
  useStore.setState({ toasts: [] });
  useStore.getState().showRecord(record({ kind: 'saved', at: 1 }));
  render(<Page />);
});
afterEach(() => vi.restoreAllMocks());

test('says what happened and what is kept where; nothing when all is well', () => {
  expect(screen.queryByRole('alert')).toBeNull();
  setSave(FULL);
  expect(screen.getByRole('alert').textContent).toBe(
    'Not saved: the disk is full. What you typed is kept in the journal on this machine: /j.',
  );
});

test('stays while saving is tried again, and leaves the focus to the heading when all is well', async () => {
  answerCalls({ 'record:save': () => FULL });
  setSave(FULL);
  const alert = screen.getByRole('alert');
  const button = screen.getByRole('button', { name: 'Try again' });
  await userEvent.click(button);
  expect(say()).toBe('Still not saved: the disk is full.');
  setSave({ kind: 'saving' });
  expect(screen.getByRole('alert')).toBe(alert);
  expect(document.activeElement).toBe(button);

  answerCalls({ 'record:save': () => ({ kind: 'saved', at: 2 }) });
  await userEvent.click(button);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(say()).toBe('Saved.');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('a copy is saved elsewhere, and said; cancelling says nothing, failing says why', async () => {
  const answer = { place: null as string | null };
  answerCalls({ 'record:save-copy': () => answer.place });
  setSave(FULL);
  const button = screen.getByRole('button', { name: 'Save a copy elsewhere…' });
  await userEvent.click(button);
  expect(say()).toBeUndefined();
  answer.place = '~/copy.md';
  await userEvent.click(button);
  expect(say()).toBe('A copy was saved to ~/copy.md.');
  answerCalls({
    'record:save-copy': () => {
      throw new AppError('not-saved', 'Not saved: the disk is full.');
    },
  });
  await userEvent.click(button);
  expect(useStore.getState().toasts.at(-1)).toMatchObject({
    tone: 'error',
    message: 'Not saved: the disk is full.',
  });
});

test('a copy without what main did not take is not said to be whole', async () => {
  answerCalls({
    'record:edit': () => {
      throw new AppError('not-saved', 'The journal could not be written.');
    },
    'record:save-copy': () => '~/copy.md',
  });
  setSave(FULL);
  act(() => useStore.getState().editSection('k', 'notes', 'typed'));
  await userEvent.click(screen.getByRole('button', { name: 'Save a copy elsewhere…' }));
  expect(say()).toBe(
    'A copy was saved to ~/copy.md, without what you typed last: The journal could not be written.',
  );
});

/** Opens the dialog for these places; gives what is asked of main from then on. */
async function choose(...conflicts: SaveConflict[]) {
  const asked = answerCalls({
    'record:edit': () => ({ revision: 3, merged: null }),
    'record:open': () => record({ kind: 'saving' }),
    'record:save': () => ({ kind: 'saved', at: 3 }),
  });
  setSave({ ...FULL, reason: 'changed outside', conflicts });
  await userEvent.click(screen.getByRole('button', { name: 'Choose…' }));
  await screen.findByRole('dialog', undefined, { timeout: 20_000 });
  return asked;
}

const place = (name: string) => within(screen.getByRole('region', { name }));
const save = () => screen.getByRole('button', { name: 'Save these choices' });

test('the three versions stand side by side, what differs marked as such', async () => {
  await choose(LATENT, TITLE);
  expect(document.querySelector('[role="alert"]')?.textContent).toContain(
    '2 places were changed here and outside: “Latent issue exposed” and “title”.',
  );
  const latent = place('Latent issue exposed');
  const marked = (column: string) =>
    [...latent.getByRole('region', { name: new RegExp(`^${column}`) }).querySelectorAll('mark')]
      .map((mark) => mark.textContent?.trim())
      .join('|');
  expect(marked('Mine')).toBe('muted for ever.');
  expect(marked('What both came from')).toBe('Alerts stay muted.');
  expect(marked('Theirs')).toBe('Nobody owns alerts.');
  expect(screen.getByText(/every version is in History/)).toBeDefined();
});

test('without what both came from, the two are compared with each other', async () => {
  await choose({ ...TITLE, base: null });
  const title = place('Title');
  expect(title.getByText('Not known any more')).toBeDefined();
  expect(title.getByRole('region', { name: /^Mine/ }).querySelector('mark')?.textContent).toBe(
    'My',
  );
});

test('by keyboard: 1, 2, 3 and arrows choose, Enter saves when every place has its choice', async () => {
  const asked = await choose(LATENT, TITLE);
  const user = userEvent.setup();
  const title = () => place('Title');
  const [mine] = place('Latent issue exposed').getAllByRole('radio');
  mine?.focus();
  await user.keyboard('{Enter}3');
  // Nor from a text that is being read.
  title()
    .getByRole('region', { name: /^Theirs/ })
    .focus();
  await user.keyboard('{Enter}');
  expect(asked).toEqual([]);
  expect(place('Latent issue exposed').getByRole('radio', { name: /Keep both/ })).toHaveProperty(
    'checked',
    true,
  );
  expect(screen.getByText('1 of 2 chosen')).toBeDefined();
  expect(save()).toHaveProperty('disabled', true);

  expect(title().getByRole('radio', { name: /Keep both/ })).toHaveProperty('disabled', true);
  expect(title().getByText('Only one of them can stand here.')).toBeDefined();
  title()
    .getByRole('radio', { name: /Keep mine/ })
    .focus();
  await user.keyboard('3');
  expect(screen.getByText('1 of 2 chosen')).toBeDefined();
  await user.keyboard('2');
  // From the text that is being read, too.
  title()
    .getByRole('region', { name: /^Theirs/ })
    .focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  expect(asked.filter(({ channel }) => channel === 'record:edit')).toEqual([
    {
      channel: 'record:edit',
      input: {
        key: 'k',
        edit: { ...LATENT.mine, text: 'Alerts stay muted for ever.\n\nNobody owns alerts.' },
        base: LATENT.theirs,
      },
    },
    { channel: 'record:edit', input: { key: 'k', edit: TITLE.theirs, base: TITLE.theirs } },
  ]);
  expect(say()).toBe('Saved as you chose. Every version is in History.');
});

test('a choice can be undone: what was left out comes back', async () => {
  await choose(TITLE);
  answerCalls({
    'record:edit': () => ({ revision: 3, merged: null }),
    'record:open': () => ({ ...recordView('k', { title: 'Their disk' }), revision: 4 }),
    'record:save': () => ({ kind: 'saved', at: 3 }),
  });
  await userEvent.click(screen.getByRole('radio', { name: /Take theirs/ }));
  await userEvent.click(save());
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const title = () => useStore.getState().open.k?.content.fields.title;
  expect(title()).toBe('Their disk');
  await act(() => useStore.getState().undo('k'));
  expect(title()).toBe('My disk');
  expect(say()).toBe('Undone: a choice of versions.');
});

test('changed outside once more: nothing is closed, the choice is made anew', async () => {
  await choose(TITLE);
  const again: SaveConflict = { ...TITLE, theirs: { kind: 'fields', fields: { title: 'Newer' } } };
  answerCalls({
    'record:edit': () => {
      useStore.getState().saveStateChanged('k', { ...FULL, conflicts: [again] });
      throw new AppError('conflict', '“title” was changed outside Close Call.');
    },
  });
  await userEvent.click(screen.getByRole('radio', { name: /Keep mine/ }));
  await userEvent.click(save());
  await waitFor(() => expect(say()).toContain('changed outside once more'));
  expect(screen.getByRole('dialog')).toBeDefined();
  expect(screen.getByText('Newer')).toBeDefined();
  expect(screen.getByText('0 of 1 chosen')).toBeDefined();
});

test('choosing later closes the dialog and writes nothing', async () => {
  const asked = await choose(TITLE);
  await userEvent.click(screen.getByRole('radio', { name: /Keep mine/ }));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(asked).toEqual([]);
  expect(screen.getByRole('button', { name: 'Choose…' })).toBeDefined();
});
