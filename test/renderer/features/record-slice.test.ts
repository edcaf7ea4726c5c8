// An open record in the window: what is shown at once, what is sent, and what a conflict leaves.

import { AppError } from '@core/errors';
import type { RecordView, SaveState } from '@core/ipc/contract';
import { changeOf } from '@core/record/merge-typing';
import { emptyFields, emptySections } from '@core/record/model';
import { useStore } from '@renderer/store/store';
import { waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';

function view(part: Partial<RecordView['content']['sections']> = {}): RecordView {
  return {
    key: 'k',
    path: '2026/a.md',
    revision: 1,
    readOnly: false,
    save: { kind: 'saved', at: 5 },
    suggestedPath: null,
    content: {
      version: 1,
      fields: { ...emptyFields(), title: 'A disk' },
      sections: { ...emptySections(), ...part },
      extras: [],
      unknownKeys: [],
      lineEnd: '\n',
      problems: [],
    },
  };
}

beforeEach(() => {
  vi.restoreAllMocks();
  useStore.setState({ open: {} });
});

const open = () => useStore.getState().open.k;

test('an edit is shown at once, and saved only when main says so', async () => {
  const asked = answerCalls({
    'record:open': () => view(),
    'record:edit': () => ({ revision: 2, merged: null }),
  });
  const { openRecord, editSection, flushEdits, saveStateChanged } = useStore.getState();
  await openRecord('k');
  editSection('k', 'close', 'An hour');
  expect(open()?.content.sections.close).toBe('An hour');
  expect(open()?.save.kind).toBe('saving');

  // Main speaks of what it had before this edit reached it.
  saveStateChanged('k', { kind: 'saved', at: 6 });
  expect(open()?.save.kind).toBe('saving');
  await flushEdits();
  expect(asked.at(-1)).toMatchObject({
    channel: 'record:edit',
    input: { key: 'k', edit: { section: 'close', text: 'An hour' }, base: { text: '' } },
  });
  saveStateChanged('k', { kind: 'saved', at: 7 });
  expect(open()?.save).toEqual({ kind: 'saved', at: 7 });
});

test('a conflict keeps mine in sight until someone chooses', async () => {
  const conflict = {
    place: 'section close',
    name: 'How close it was',
    base: { kind: 'section', section: 'close', text: 'base' },
    mine: { kind: 'section', section: 'close', text: 'mine' },
    theirs: { kind: 'section', section: 'close', text: 'theirs' },
  } as const;
  const notSaved: SaveState = {
    kind: 'not-saved',
    reason: 'Changed outside.',
    conflicts: [conflict],
  };
  let refuses = true;
  const asked = answerCalls({
    'record:open': () => view(),
    'record:save': () => ({ kind: 'saved', at: 9 }),
    'record:edit': () => {
      if (!refuses) return { revision: 3, merged: null };
      useStore.getState().saveStateChanged('k', notSaved);
      throw new AppError('conflict', 'Changed outside.');
    },
  });
  const { openRecord, editSection, flushEdits, settle } = useStore.getState();
  await openRecord('k');
  editSection('k', 'close', 'mine');
  await flushEdits();
  expect(open()?.save).toEqual(notSaved);
  expect(open()?.content.sections.close).toBe('mine');

  refuses = false;
  expect(await settle('k', [{ conflict, chosen: conflict.mine }])).toBe(true);
  expect(asked).toContainEqual({
    channel: 'record:edit',
    input: { key: 'k', edit: conflict.mine, base: conflict.theirs },
  });
});

test('a record that goes away outside sends the reader home, with a word', async () => {
  answerCalls({ 'record:open': () => view() });
  await useStore.getState().openRecord('k');
  useStore.setState({ route: { name: 'record', key: 'k' } });
  useStore.getState().recordChanged('k', null);
  expect(useStore.getState().route).toEqual({ name: 'home' });
  expect(useStore.getState().toasts.at(-1)?.message).toContain('A disk');
});

test('an edit whose answer comes before the news that it is being saved is not called saved', async () => {
  answerCalls({
    'record:open': () => view(),
    'record:edit': () => ({ revision: 2, merged: null }),
  });
  const { openRecord, editSection, flushEdits, saveStateChanged } = useStore.getState();
  await openRecord('k');
  saveStateChanged('k', { kind: 'saved', at: 6, revision: 1 });
  editSection('k', 'close', 'typed');
  await flushEdits();
  expect(open()?.save).toEqual({ kind: 'saving' });
  saveStateChanged('k', { kind: 'saving' });
  saveStateChanged('k', { kind: 'saved', at: 7, revision: 2 });
  expect(open()?.save).toEqual({ kind: 'saved', at: 7, revision: 2 });
});

test('“Saved” waits for a pause in the typing, “Not saved” does not', async () => {
  vi.useFakeTimers();
  answerCalls({
    'record:open': () => view(),
    'record:edit': () => ({ revision: 2, merged: null }),
  });
  const { openRecord, editSection, flushEdits, saveStateChanged } = useStore.getState();
  await openRecord('k');
  document.body.dispatchEvent(new Event('beforeinput', { bubbles: true }));
  editSection('k', 'close', 'typed');
  await flushEdits();
  const notSaved = { kind: 'not-saved', reason: 'the disk is full' } as const;
  saveStateChanged('k', notSaved);
  expect(open()?.save).toEqual(notSaved);
  saveStateChanged('k', { kind: 'saving' });
  saveStateChanged('k', { kind: 'saved', at: 7, revision: 2 });
  expect(open()?.save).toEqual({ kind: 'saving' });
  vi.advanceTimersByTime(300);
  expect(open()?.save).toEqual({ kind: 'saved', at: 7, revision: 2 });
  vi.useRealTimers();
});

test('an edit that main refuses is not said to be saved, and goes again', async () => {
  let refuses = true;
  const asked = answerCalls({
    'record:open': () => view(),
    'record:save': () => ({ kind: 'saved', at: 9 }),
    'record:edit': () => {
      if (refuses) throw new AppError('read-only', 'The folder can only be read.');
      return { revision: 2, merged: null };
    },
  });
  const { openRecord, editSection, saveNow } = useStore.getState();
  await openRecord('k');
  editSection('k', 'close', 'typed');
  const reason = 'The folder can only be read';
  expect(await saveNow('k')).toMatchObject({ kind: 'not-saved', reason });
  expect(open()?.save).toMatchObject({
    kind: 'not-saved',
    reason,
    kept: expect.stringContaining('in this window'),
  });
  expect(open()?.content.sections.close).toBe('typed');

  refuses = false;
  expect(await saveNow('k')).toEqual({ kind: 'saved', at: 9 });
  expect(asked.filter(({ channel }) => channel === 'record:edit')).toHaveLength(2);
});

test('an answer that is overtaken does not say that what was typed since is saved', async () => {
  const saved: SaveState = { kind: 'saved', at: 9 };
  answerCalls({
    'record:open': () => view(),
    'record:edit': () => ({ revision: 2, merged: null }),
    'record:save': () => {
      // Main has saved and answers, and then hears of the next key: that news is here first.
      useStore.getState().saveStateChanged('k', saved);
      useStore.getState().saveStateChanged('k', { kind: 'saving' });
      return saved;
    },
  });
  const { openRecord, editSection, saveNow } = useStore.getState();
  await openRecord('k');
  editSection('k', 'close', 'typed');
  expect(await saveNow('k')).toEqual(saved);
  expect(open()?.save).toEqual({ kind: 'saving' });
});

test('typed and taken back within a moment, a conflict is still shown', async () => {
  answerCalls({
    'record:open': () => view(),
    'record:edit': () => ({ revision: 2, merged: null }),
  });
  const { openRecord, editSection, saveStateChanged, flushEdits } = useStore.getState();
  await openRecord('k');
  const conflict: SaveState = { kind: 'not-saved', reason: 'x', conflicts: [] };
  saveStateChanged('k', conflict);
  editSection('k', 'close', 'a');
  editSection('k', 'close', '');
  expect(open()?.save).toEqual(conflict);
  await flushEdits();
  expect(open()?.save).toEqual(conflict);
});

test('an older view from main does not replace a newer one', async () => {
  answerCalls({ 'record:open': () => ({ ...view({ close: 'new' }), revision: 7 }) });
  await useStore.getState().openRecord('k');
  useStore.getState().recordChanged('k', { ...view({ close: 'old' }), revision: 6 });
  expect(open()?.content.sections.close).toBe('new');
});

test('what another window typed while an edit was on its way is shown when that has arrived', async () => {
  let answer: ((answer: { revision: number; merged: null }) => void) | undefined;
  answerCalls({
    'record:open': () => view({ notes: 'a' }),
    'record:edit': (() => new Promise((resolve) => (answer = resolve))) as never,
  });
  const { openRecord, editSection, flushEdits, recordChanged } = useStore.getState();
  await openRecord('k');
  editSection('k', 'notes', 'a, mine');
  await waitFor(() => expect(answer).toBeDefined());
  // Main has put both together already; what is typed here and not answered stays on top.
  recordChanged('k', { ...view({ notes: 'a, mine, theirs', close: 'An hour' }), revision: 3 });
  expect(open()?.content.sections).toMatchObject({ notes: 'a, mine', close: 'An hour' });
  answer?.({ revision: 2, merged: null });
  await flushEdits();
  expect(open()).toMatchObject({
    revision: 3,
    content: { sections: { notes: 'a, mine, theirs', close: 'An hour' } },
  });
});

test('main is told what an edit has seen, and what a text was made of where that is not shown', async () => {
  const asked = answerCalls({
    'record:open': () => ({ ...view({ notes: 'a' }), revision: 4 }),
    'record:edit': () => ({ revision: 5, merged: null }),
  });
  const { openRecord, editSection, flushEdits } = useStore.getState();
  await openRecord('k');
  editSection('k', 'notes', 'b', { before: 'older', change: changeOf('older', 'b') });
  await flushEdits();
  expect(asked.at(-1)).toMatchObject({ input: { seen: 4, base: { text: 'older' } } });
});
