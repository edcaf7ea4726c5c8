// The actions of a record by role: where the focus goes, and undo that loses nothing.

import type { Action } from '@core/record/model';
import { ActionsEditor } from '@renderer/features/actions/ActionsEditor';
import { useStore } from '@renderer/store/store';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

const action = (what: string, id: string): Action => ({
  id,
  what,
  kind: null,
  owner: '',
  due: '',
  effort: null,
  done: '',
});

function Harness({ first }: { first: Action[] }) {
  useState(() => useStore.setState({ open: { k: recordView('k', { actions: first }) } }));
  const actions = useStore((state) => state.open.k?.content.fields.actions ?? []);
  return (
    <ActionsEditor
      actions={actions}
      onChange={(next, said) => useStore.getState().editFields('k', { actions: next }, said)}
    />
  );
}

const latest = () => useStore.getState().open.k?.content.fields.actions ?? [];
const button = (name: string) => screen.getByRole('button', { name });
const whats = () => latest().map(({ what }) => what);
const undo = (what: string) => {
  const toast = useStore.getState().toasts.find(({ message }) => message.includes(`“${what}”`));
  act(() => toast?.action?.run());
};

beforeEach(() => {
  answerCalls({ 'record:edit': () => ({ revision: 2, merged: null }) });
  useStore.getState().forgetRecords();
  useStore.setState({ toasts: [] });
});
afterEach(async () => {
  await useStore.getState().flushEdits();
  vi.restoreAllMocks();
});

test('undo keeps what was changed since, and no two actions have the same id', async () => {
  const user = userEvent.setup();
  render(<Harness first={[action('page', 'a1'), action('drill', 'a2')]} />);
  await user.click(button('Remove drill'));
  await user.type(screen.getByDisplayValue('page'), ' at 80 %');
  await user.click(button('Add action'));
  await user.keyboard('review');
  undo('drill');
  expect(whats().toSorted()).toEqual(['drill', 'page at 80 %', 'review']);
  expect(new Set(latest().map(({ id }) => id)).size).toBe(3);
});

test('two removals are undone in either order', async () => {
  const user = userEvent.setup();
  render(<Harness first={[action('a', 'a1'), action('b', 'a2'), action('c', 'a3')]} />);
  await user.click(button('Remove b'));
  await user.click(button('Remove a'));
  undo('b');
  undo('a');
  expect(whats()).toEqual(['a', 'b', 'c']);
});

test('the focus goes to what was added, to the neighbour of what was removed, then to adding', async () => {
  const user = userEvent.setup();
  render(<Harness first={[action('a', ''), action('b', '')]} />);
  await user.click(button('Add action'));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Action 3' }));
  await user.click(button('Remove action 3'));
  expect(document.activeElement).toBe(screen.getByDisplayValue('b'));
  await user.click(button('Remove a'));
  expect(document.activeElement).toBe(screen.getByDisplayValue('b'));
  await user.click(button('Remove b'));
  expect(document.activeElement).toBe(button('Add action'));
});
