// What main tells the page, and what the page answers.

import { AppError } from '@core/errors';
import type { EventName } from '@core/ipc/contract';
import { startSession } from '@core/session/session';
import { client } from '@renderer/ipc/client';
import { useMainEvents } from '@renderer/shell/main-events';
import { useStore } from '@renderer/store/store';
import { TokenField } from '@renderer/ui/TokenField';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { heldSession } from '../features/held-session';
import { recordView } from '../features/record-view';

const tells = new Map<EventName, () => void>();

beforeEach(() => {
  vi.spyOn(client, 'on').mockImplementation((event, listener) => {
    tells.set(event, () => listener(null as never));
    return () => {};
  });
});
afterEach(() => {
  useStore.getState().forgetRecords();
  vi.restoreAllMocks();
});

function Page() {
  useMainEvents();
  return null;
}

test('asked to hand over, the page says what main does not take, and nothing once it does', async () => {
  let refuses = true;
  const asked = answerCalls({
    'record:edit': () => {
      if (refuses) throw new AppError('read-only', 'The folder may not be written to.');
      return { revision: 2, merged: null };
    },
    'app:flushed': () => undefined,
  });
  const answers = () =>
    asked.filter(({ channel }) => channel === 'app:flushed').map(({ input }) => input);
  render(<Page />);
  useStore.getState().showRecord(recordView('k', { title: 'A disk' }));
  useStore.getState().editSection('k', 'notes', 'typed');
  tells.get('app:flush')?.();
  await waitFor(() => expect(answers()).toHaveLength(1));
  const left = [{ title: 'A disk', reason: 'The folder may not be written to' }];
  expect(answers()).toEqual([{ left }]);
  refuses = false;
  tells.get('app:flush')?.();
  await waitFor(() => expect(answers()).toEqual([{ left }, { left: [] }]));
});

test('asked to hand over, the page adds the word that is being typed, and stays in its field', async () => {
  const asked = answerCalls({
    'record:edit': () => ({ revision: 2, merged: null }),
    'app:flushed': () => undefined,
  });
  const addTheme = (themes: string[]) => useStore.getState().editFields('k', { themes });
  useStore.getState().showRecord(recordView('k'));
  render(
    <>
      <Page />
      <TokenField label="Themes" values={[]} suggestions={[]} onChange={addTheme} />
    </>,
  );
  const field = screen.getByRole('combobox', { name: 'Themes' });
  await userEvent.type(field, 'Disk capacity');
  act(() => tells.get('app:flush')?.());
  const channels = () => asked.map(({ channel }) => channel);
  await waitFor(() => expect(channels()).toEqual(['record:edit', 'app:flushed']));
  expect(asked[0]?.input).toMatchObject({ edit: { fields: { themes: ['disk-capacity'] } } });
  expect(document.activeElement).toBe(field);
});

test('asked to hand over, the page hands on where the caret is before it answers', async () => {
  useStore.setState({ open: { k: recordView('k') } });
  const held = heldSession(startSession('k', Date.now(), '2026-11-20'));
  const asked = answerCalls({ ...held.answers, 'app:flushed': () => undefined });
  render(<Page />);
  await held.begin();
  useStore.getState().caretMoved(() => ({ path: [0], offset: 4 }));
  tells.get('app:flush')?.();
  const channels = () => asked.map(({ channel }) => channel);
  await waitFor(() => expect(channels()).toEqual(['session:do', 'app:flushed']));
  useStore.getState().forgetSession();
});
