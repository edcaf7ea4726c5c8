// Building the ladder by role: add, name, mark, move and remove with the keyboard, and take a
// removal back without losing what was changed since.

import type { Barrier } from '@core/record/model';
import { BarrierEditor } from '@renderer/features/ladder/BarrierEditor';
import { useStore } from '@renderer/store/store';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

const barrier = (name: string): Barrier => ({
  name,
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
});

function Harness({ names = [] }: { names?: string[] }) {
  const [key] = useState(() => openWith(names.map(barrier)));
  const barriers = useStore((state) => state.open[key]?.content.fields.barriers ?? []);
  return (
    <BarrierEditor
      barriers={barriers}
      onChange={(next, said) => useStore.getState().editFields(key, { barriers: next }, said)}
    />
  );
}

/** Opens a record with these barriers; gives its key. */
function openWith(barriers: Barrier[]): string {
  useStore.setState({ open: { k: recordView('k', { barriers }) } });
  return 'k';
}

/** What another program or window makes of the barriers. */
function fromOutside(barriers: Barrier[]) {
  useStore.getState().showRecord(recordView('k', { barriers }));
}

const latest = () => useStore.getState().open.k?.content.fields.barriers ?? [];
const names = () => latest().map(({ name }) => name);
const nameField = (place: number) => screen.getByRole('textbox', { name: `Barrier ${place}` });
const button = (name: string) => screen.getByRole('button', { name });
const undo = (message: string) => {
  const toast = useStore.getState().toasts.find((one) => one.message.includes(message));
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

test('a ladder is built, put in order, and a removal is taken back', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.click(button('Add barrier'));
  expect(document.activeElement).toBe(nameField(1));
  await user.type(nameField(1), 'Canary');
  await user.click(screen.getByRole('radio', { name: 'Stopped it' }));
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  await user.selectOptions(screen.getByLabelText('Kind of Canary'), 'canary or staged rollout');
  await user.click(button('Add barrier'));
  expect(document.activeElement).toBe(nameField(2));
  await user.type(nameField(2), 'Review');
  expect(latest()).toMatchObject([
    { name: 'Canary', state: 'stopped', byDesign: 'yes', kind: 'canary or staged rollout' },
    { name: 'Review', state: null },
  ]);

  await user.click(button('Move Review up'));
  expect(names()).toEqual(['Review', 'Canary']);
  await user.click(button('Remove Canary'));
  expect(names()).toEqual(['Review']);
  undo('Canary');
  expect(names()).toEqual(['Review', 'Canary']);
});

test('a chosen answer can be taken back', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.click(button('Add barrier'));
  await user.click(screen.getByRole('radio', { name: 'Failed' }));
  expect(latest()[0]?.state).toBe('failed');
  await user.click(screen.getByRole('radio', { name: 'Failed' }));
  expect(latest()[0]?.state).toBeNull();
});

test('moving up twice by keyboard moves the same barrier twice, and the focus stays with it', async () => {
  const user = userEvent.setup();
  render(<Harness names={['a', 'b', 'c', 'd']} />);
  button('Move d up').focus();
  await user.keyboard('{Enter}{Enter}');
  expect(names()).toEqual(['a', 'd', 'b', 'c']);
  expect(document.activeElement).toBe(button('Move d up'));
  await user.keyboard('{Enter}');
  expect(names()).toEqual(['d', 'a', 'b', 'c']);
  // There is no further up: the focus is on the other button of the same barrier.
  expect(document.activeElement).toBe(button('Move d down'));
});

test('barriers without a name move like the others', async () => {
  const user = userEvent.setup();
  render(<Harness names={['', '', 'c']} />);
  await user.click(button('Move c up'));
  await user.keyboard('{Enter}');
  expect(names()).toEqual(['c', '', '']);
});

test('after removing, the focus is on the neighbour, in the end on adding', async () => {
  const user = userEvent.setup();
  render(<Harness names={['a', 'b', 'c']} />);
  await user.click(button('Remove b'));
  expect(document.activeElement).toBe(screen.getByDisplayValue('c'));
  await user.click(button('Remove c'));
  expect(document.activeElement).toBe(screen.getByDisplayValue('a'));
  await user.click(button('Remove a'));
  expect(document.activeElement).toBe(button('Add barrier'));
});

test('undo keeps what was changed since', async () => {
  const user = userEvent.setup();
  render(<Harness names={['a', 'b']} />);
  await user.click(button('Remove a'));
  await user.type(screen.getByDisplayValue('b'), 'etter');
  await user.click(button('Add barrier'));
  await user.keyboard('new');
  undo('“a”');
  expect(names()).toEqual(['a', 'better', 'new']);
});

test.each([
  ['b', 'c'],
  ['c', 'b'],
])('two removals are undone in either order: first %s, then %s', async (first, second) => {
  const user = userEvent.setup();
  render(<Harness names={['a', 'b', 'c', 'd']} />);
  await user.click(button('Remove c'));
  await user.click(button('Remove b'));
  await user.click(button('Remove a'));
  undo(`“${first}”`);
  undo(`“${second}”`);
  expect(names()).toEqual(['b', 'c', 'd']);
  undo('“a”');
  expect(names()).toEqual(['a', 'b', 'c', 'd']);
});

test('undo after the editor has gone puts it into the list as it is then', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<Harness names={['a', 'b', 'c']} />);
  await user.click(button('Remove b'));
  unmount();
  await useStore.getState().flushEdits();
  fromOutside([barrier('a, better'), barrier('c'), barrier('d')]);
  undo('“b”');
  expect(names()).toEqual(['a, better', 'b', 'c', 'd']);
});

test('the focus stays in a barrier that came anew from the file', async () => {
  render(<Harness names={['a', 'b']} />);
  const field = screen.getByDisplayValue('b');
  field.focus();
  act(() => fromOutside([barrier('before'), barrier('a'), barrier('b')]));
  expect(document.activeElement).toBe(field);
  expect(nameField(3)).toBe(field);
});
