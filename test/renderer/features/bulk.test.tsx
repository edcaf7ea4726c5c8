// Several near misses selected and changed: as one step that is taken back as one, each on its own,
// so that one that cannot be changed is named and stops no other.

import type { Channel, RecordView } from '@core/ipc/contract';
import { defaultConfig } from '@core/library/config';
import { NO_VIEWS } from '@core/library/list-view';
import type { RecordEdit } from '@core/record/edit';
import { Home } from '@renderer/features/library/Home';
import { takeStep } from '@renderer/features/undo/undo-keys';
import { client } from '@renderer/ipc/client';
import { Toasts } from '@renderer/shell/Toasts';
import { useStore } from '@renderer/store/store';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';
import { listingOf, summary } from './summaries';

const library = {
  name: 'Ours',
  folder: '~/ours',
  config: defaultConfig('Ours'),
  writable: true,
  gone: false,
};
const before = useStore.getState();
const KEYS = ['a', 'b', 'c', 'd'];
let asked: ReturnType<typeof answerCalls>;

const edits = () =>
  asked.flatMap(({ channel, input }) =>
    channel === 'record:edit' ? [input as { key: string; edit: RecordEdit; base: RecordEdit }] : [],
  );
const rows = () => screen.getAllByRole('option');
const chosen = () => [...useStore.getState().chosen].sort();

function viewOf(key: string): RecordView {
  const view = recordView(key);
  return {
    ...view,
    content: { ...view.content, fields: { ...view.content.fields, themes: [key] } },
  };
}

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => {});
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  asked = answerCalls({
    'library:excerpts': () => null,
    'settings:keep-views': () => undefined,
    'record:open': ({ key }) => viewOf(key),
    'record:trash': ({ key }) => ({ trashId: `trash of ${key}` }),
    'record:restore': ({ trashId }) => ({ key: trashId.replace('trash of ', '') }),
    'record:edit': ({ key }) => {
      if (key === 'b') throw new Error('the disk is full');
      return { revision: 1, merged: null };
    },
  });
  useStore.setState({
    library,
    settings: { ...before.settings, toured: true },
    route: { name: 'home' },
  });
  useStore.getState().showViews(NO_VIEWS);
  useStore
    .getState()
    .showLibrary(
      library,
      listingOf(
        ...KEYS.map((key, i) => summary(key, `Title ${key}`, { occurred: `2026-01-0${9 - i}` })),
      ),
    );
  render(
    <>
      <Home />
      <Toasts />
    </>,
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  useStore.setState(before, true);
});

test('Shift extends from where it began, Space and Control+A and Escape select too', async () => {
  const user = userEvent.setup();
  rows()[1]?.focus();
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual(['b', 'c', 'd']);
  await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(chosen()).toEqual(['b', 'c']);
  await user.keyboard('{Home} ');
  expect(chosen()).toEqual(['a', 'b', 'c']);
  await user.keyboard('{Control>}a{/Control}');
  expect(chosen()).toEqual(KEYS);
  expect(rows().every((row) => row.getAttribute('aria-selected') === 'true')).toBe(true);
  await user.keyboard('{Escape}');
  expect(chosen()).toEqual([]);
  expect(rows().map((row) => row.getAttribute('aria-setsize'))).toEqual(['4', '4', '4', '4']);
});

test('Control and a click adds one, Shift and a click all between, a click alone none', async () => {
  const user = userEvent.setup();
  await user.click(rows()[0] as HTMLElement);
  await user.keyboard('{Control>}');
  await user.click(rows()[2] as HTMLElement);
  await user.keyboard('{/Control}');
  expect(chosen()).toEqual(['a', 'c']);
  await user.keyboard('{Shift>}');
  await user.click(rows()[3] as HTMLElement);
  await user.keyboard('{/Shift}');
  expect(chosen()).toEqual(['a', 'c', 'd']);
  await user.click(rows()[1] as HTMLElement);
  expect(chosen()).toEqual([]);
  expect(useStore.getState().selected).toBe('b');
});

test('what leaves the list is selected no longer', async () => {
  useStore.getState().chooseAll();
  useStore.getState().addFilter({ facet: 'before', value: '2026-01-08' });
  await waitFor(() => expect(chosen()).toEqual(['c', 'd']));
});

test('a theme is added to each, one that refuses is named, and all are taken back at once', async () => {
  const user = userEvent.setup();
  rows()[0]?.focus();
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await user.click(await screen.findByRole('button', { name: 'Themes…' }));
  await user.type(screen.getByRole('combobox', { name: 'Add themes' }), 'pool,');
  await user.click(screen.getByRole('button', { name: 'Change 3 near misses' }));
  await screen.findByText('Themes changed in 2 near misses.');
  expect(screen.getByRole('alert').textContent).toContain(
    '“Title b” was left as it is: the disk is full',
  );
  expect(edits()[0]).toEqual({
    key: 'a',
    edit: { kind: 'fields', fields: { themes: ['a', 'pool'] } },
    base: { kind: 'fields', fields: { themes: ['a'] } },
  });
  const status = within(screen.getByRole('region', { name: 'Messages' })).getByRole('status');
  await user.click(within(status).getByRole('button', { name: 'Undo' }));
  await screen.findByText('Undone in 2 near misses.');
  expect(edits().slice(3)).toEqual(
    ['a', 'c'].map((key) => ({
      key,
      edit: { kind: 'fields', fields: { themes: [key] } },
      base: { kind: 'fields', fields: { themes: [key, 'pool'] } },
    })),
  );
  expect(useStore.getState().undoBulk()).toBe(false);
});

test('the key takes back what was done last: one that went to the trash, not the change before', async () => {
  const user = userEvent.setup();
  rows()[0]?.focus();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await act(() => useStore.getState().editChosen('Themes changed', () => ({ themes: ['pool'] })));
  const changed = edits().length;
  await act(() => useStore.getState().trash('d'));
  await screen.findByText('“Title d” is in the library’s trash.');
  await act(() => takeStep('undo', document.body));
  await screen.findByText('Restored to where it was.');
  expect(asked).toContainEqual({ channel: 'record:restore', input: { trashId: 'trash of d' } });
  expect(edits()).toHaveLength(changed);
  // What is back is not offered again, by message or by key.
  expect(screen.queryByText('“Title d” is in the library’s trash.')).toBeNull();
  expect(useStore.getState().undoBulk()).toBe(false);
});

test('a near miss that was restored from the trash is not restored once more by the key', async () => {
  await act(() => useStore.getState().trash('d'));
  await act(() => useStore.getState().restore('trash of d'));
  expect(useStore.getState().undoBulk()).toBe(false);
});

test('what was done in one library is not taken back in another', async () => {
  const user = userEvent.setup();
  rows()[0]?.focus();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  await act(() => useStore.getState().editChosen('Themes changed', () => ({ themes: ['pool'] })));
  const before = edits().length;
  await act(() => useStore.getState().setLibrary({ ...library, folder: 'another' }, null));
  expect(useStore.getState().undoBulk()).toBe(false);
  expect(edits()).toHaveLength(before);
});

test.each([
  ['record:open', 0],
  ['record:edit', 1],
] as const)(
  'a change of many that waits for %s goes no further in another library',
  async (where, made) => {
    await whileWaiting(where, () => {
      useStore.getState().chooseAll();
      return useStore.getState().editChosen('Themes changed', () => ({ themes: ['pool'] }));
    });
    expect(edits()).toHaveLength(made);
    expect(useStore.getState().undoBulk()).toBe(false);
    expect(screen.queryByText(/^Themes changed/)).toBeNull();
  },
);

test('a near miss on its way to the trash is not taken back in another library', async () => {
  await whileWaiting('record:trash', () => useStore.getState().trash('a'));
  expect(useStore.getState().undoBulk()).toBe(false);
  expect(screen.queryByText(/trash/)).toBeNull();
});

/** Another library is opened while main has yet to answer on a channel. */
async function whileWaiting(where: Channel, begin: () => Promise<void>) {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const call = vi.mocked(client.call).getMockImplementation() as (...all: unknown[]) => unknown;
  vi.mocked(client.call).mockImplementation((async (...all: [Channel, unknown]) => {
    const out = await call(...all);
    if (all[0] === where) await answered;
    return out;
  }) as typeof client.call);
  await act(async () => {
    const running = begin();
    await vi.waitFor(() => expect(asked.some(({ channel }) => channel === where)).toBe(true));
    await useStore.getState().setLibrary({ ...library, folder: 'another' }, null);
    answer();
    await running;
  });
}
