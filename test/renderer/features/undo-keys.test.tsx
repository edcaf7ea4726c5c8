// Whose step a key takes back: the editor's that has the focus, a field's of its own, the record's.

import { defaultConfig } from '@core/library/config';
import { startSession } from '@core/session/session';
import RecordPage from '@renderer/features/record/RecordPage';
import { useUndoKeys } from '@renderer/features/undo/undo-keys';
import { runCommand } from '@renderer/shell/commands/run';
import { useStore } from '@renderer/store/store';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

function Page() {
  useUndoKeys();
  return <RecordPage recordKey="k" />;
}

const native = vi.fn(() => true);
const trigger = () => useStore.getState().open.k?.content.fields.trigger;
const press = (target: Element, key: Partial<KeyboardEvent>) => fireEvent.keyDown(target, key);
const title = () => screen.getByRole('textbox', { name: 'Title' });

beforeEach(() => {
  document.execCommand = native;
  native.mockClear();
  const view = recordView('k');
  answerCalls({
    'record:open': () => view,
    'record:edit': () => ({ revision: 2, merged: null }),
  });
  useStore.getState().forgetRecords();
  useStore.setState({
    toasts: [],
    session: null,
    route: { name: 'record', key: 'k' },
    library: {
      name: 'Ours',
      folder: '/o',
      config: defaultConfig('Ours'),
      writable: true,
      gone: false,
    },
    open: { k: view },
  });
  render(<Page />);
  act(() => useStore.getState().editFields('k', { trigger: 'Writes doubled' }));
});
afterEach(async () => {
  await useStore.getState().flushEdits();
  vi.restoreAllMocks();
});

test.each([
  [{ key: 'z', ctrlKey: true, shiftKey: true }],
  [{ key: 'Z', ctrlKey: true, shiftKey: true }],
  [{ key: 'y', ctrlKey: true }],
])('Control with Z undoes from any field of the record, and %o does it again', async (again) => {
  expect(press(title(), { key: 'z', ctrlKey: true })).toBe(false);
  await waitFor(() => expect(trigger()).toBe(''));
  press(title(), again);
  await waitFor(() => expect(trigger()).toBe('Writes doubled'));
  expect(native).not.toHaveBeenCalled();
});

test('Command does on macOS, where Control with Y pastes', async () => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
  expect(press(title(), { key: 'z', ctrlKey: true })).toBe(true);
  expect(press(title(), { key: 'y', ctrlKey: true })).toBe(true);
  press(title(), { key: 'z', metaKey: true });
  await waitFor(() => expect(trigger()).toBe(''));
  press(title(), { key: 'z', metaKey: true, shiftKey: true });
  await waitFor(() => expect(trigger()).toBe('Writes doubled'));
});

test('the menu does the same', async () => {
  runCommand('undo');
  await waitFor(() => expect(trigger()).toBe(''));
  runCommand('redo');
  await waitFor(() => expect(trigger()).toBe('Writes doubled'));
});

test('a word not yet added, and a page without a record, are the browser’s to undo', async () => {
  const services = screen.getByRole('combobox', { name: 'Services' });
  await userEvent.type(services, 'ord');
  press(services, { key: 'z', ctrlKey: true });
  await waitFor(() => expect(native).toHaveBeenCalledWith('undo'));
  act(() => useStore.getState().go({ name: 'settings' }));
  press(document.body, { key: 'z', ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(native).toHaveBeenCalledWith('redo'));
  expect(trigger()).toBe('Writes doubled');
});

test('in a session it is the session’s record', async () => {
  const session = startSession('k', Date.now(), '2026-11-20');
  act(() => useStore.setState({ route: { name: 'session' }, session }));
  press(document.body, { key: 'z', ctrlKey: true });
  await waitFor(() => expect(trigger()).toBe(''));
});

test('what goes is followed by the focus, when it had it', async () => {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Add barrier' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Barrier 1' }));
  press(screen.getByRole('textbox', { name: 'Barrier 1' }), { key: 'z', ctrlKey: true });
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add barrier' })),
  );
  title().focus();
  press(title(), { key: 'y', ctrlKey: true });
  await screen.findByRole('textbox', { name: 'Barrier 1' });
  expect(document.activeElement).toBe(title());
});

test('what was undone and done again where no list was in sight moves no focus afterwards', async () => {
  cleanup();
  const { editFields, undo, redo } = useStore.getState();
  const action = {
    id: 'A1',
    what: 'Alarm',
    kind: null,
    owner: '',
    due: '',
    effort: null,
    done: '',
  };
  editFields('k', { actions: [action] });
  await undo('k');
  await redo('k');
  render(<Page />);
  expect(screen.getByRole('textbox', { name: 'Action 1' })).toBeDefined();
  expect(document.activeElement).toBe(document.body);
});
