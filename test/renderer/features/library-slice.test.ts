// One library after another in the same window: nothing of the one before is left.

import { EVERY_OPEN_ACTION } from '@core/actions/library-actions';
import type { AppState } from '@core/ipc/contract';
import { Found } from '@core/library/found';
import { NO_VIEWS } from '@core/library/list-view';
import type { RecordSummary } from '@core/library/listing';
import { emptyFields } from '@core/record/model';
import { startSession } from '@core/session/session';
import { shownOf } from '@renderer/features/library/shown';
import { useStore } from '@renderer/store/store';
import { waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { library } from './summaries';

const summary = (key: string, title: string): RecordSummary => ({
  key,
  path: `2026/${key}.md`,
  fields: { ...emptyFields(), id: key, title, occurred: '2026-01-01' },
  readOnly: false,
  problems: 0,
});

const listing = (...records: RecordSummary[]) => ({
  records,
  attention: [],
  copies: [],
  trash: [],
});

beforeEach(() => {
  vi.restoreAllMocks();
  answerCalls({
    'app:state': () =>
      ({
        session: { revision: 0, running: null, unfinished: null },
        notices: [],
        views: NO_VIEWS,
      }) as unknown as AppState,
  });
});

test('another library leaves no session, no open record and no search behind', async () => {
  const state = useStore.getState();
  state.showLibrary(library('one'), listing(summary('a', 'A disk')));
  useStore.setState({
    session: startSession('a', 0, '2026-01-01'),
    route: { name: 'session' },
    open: { a: {} as never },
    query: 'disk',
    hits: new Found([], []),
    filters: [{ facet: 'status', value: 'learned' }],
    actionFilter: { ...EVERY_OPEN_ACTION, owner: 'Ana' },
  });
  state.say('Themes changed.', { name: 'Undo', run: () => {} });
  state.say('Restored.');
  await state.setLibrary(library('two'), listing(summary('b', 'A queue')));
  expect(useStore.getState()).toMatchObject({
    library: { folder: 'two' },
    session: null,
    route: { name: 'home' },
    open: {},
    query: '',
    hits: null,
    filters: [],
    selected: 'b',
    actionFilter: EVERY_OPEN_ACTION,
    toasts: [{ message: 'Restored.' }],
  });
  await waitFor(() => expect(useStore.getState().app).not.toBeNull());
});

test('the same library told anew keeps the place', () => {
  const state = useStore.getState();
  state.showLibrary(library('one'), listing(summary('a', 'A disk'), summary('b', 'B')));
  useStore.setState({ route: { name: 'settings' }, selected: 'b' });
  void state.setLibrary(library('one'), listing(summary('b', 'B'), summary('c', 'C')));
  expect(useStore.getState()).toMatchObject({ route: { name: 'settings' }, selected: 'b' });
});

test('changes leave what did not change as it was, and come from the open library only', () => {
  const state = useStore.getState();
  state.showLibrary(
    library('one'),
    listing(summary('a', 'A'), summary('b', 'B'), summary('c', 'C')),
  );
  const [a] = useStore.getState().listing.records;
  const none = { put: [], removed: [], rest: null };
  state.libraryChanged(library('one'), {
    ...none,
    put: [summary('b', 'B2'), summary('d', 'D')],
    removed: ['c'],
  });
  const titles = () => useStore.getState().listing.records.map(({ fields }) => fields.title);
  expect(titles()).toEqual(['A', 'B2', 'D']);
  expect(useStore.getState().listing.records[0]).toBe(a);
  const entry = { id: 't', path: '2026/c.md', title: 'C', at: '2026-11-20T10:00:00.000Z' };
  const rest = { attention: [], copies: [], trash: [entry] };
  state.libraryChanged({ ...library('one'), writable: false }, { ...none, rest });
  expect(useStore.getState()).toMatchObject({ listing: rest, library: { writable: false } });
  expect(titles()).toEqual(['A', 'B2', 'D']);
  state.libraryChanged(library('two'), { ...none, removed: ['a'] });
  expect(titles()).toEqual(['A', 'B2', 'D']);
});

test('what is picked out is always in sight', async () => {
  answerCalls({
    'app:state': () =>
      ({
        session: { revision: 0, running: null, unfinished: null },
        notices: [],
        views: NO_VIEWS,
      }) as unknown as AppState,
    'library:find': () => ({ table: 't', keys: 'a\nb', rows: Uint32Array.of(1), terms: ['b'] }),
  });
  const state = useStore.getState();
  state.showLibrary(library('one'), listing(summary('a', 'A disk'), summary('b', 'B')));
  useStore.setState({ selected: 'a' });
  await state.search('B');
  expect(useStore.getState().selected).toBe('b');
});

test('what the numbers of a search mean is told once, and again when it has changed', async () => {
  const asked: (string | null)[] = [];
  let table = 'first';
  const keys: Record<string, string> = { first: 'a\nb', second: '\nb\nc' };
  answerCalls({
    'library:find': ({ table: known }) => {
      asked.push(known);
      const told = known === table ? null : (keys[table] ?? '');
      return { table, keys: told, rows: Uint32Array.of(1, 0), terms: [] };
    },
  });
  const foundKeys = () => shownOf(useStore.getState()).order.map(({ key }) => key);
  const state = useStore.getState();
  state.showLibrary(library('one'), listing(summary('a', 'A'), summary('b', 'B')));
  await state.search('x');
  expect(foundKeys()).toEqual(['b', 'a']);
  await state.search('xy');
  expect(foundKeys()).toEqual(['b', 'a']);
  table = 'second';
  await state.search('xyz');
  // A number that is nobody's is passed over.
  expect(foundKeys()).toEqual(['b']);
  expect(asked.slice(1)).toEqual(['first', 'first']);
});

test('what was found before the rows are there is shown when they are', async () => {
  answerCalls({
    'library:find': () => ({ table: 'a', keys: 'a\nb', rows: Uint32Array.of(1, 0), terms: [] }),
  });
  const state = useStore.getState();
  state.showLibrary(library('one'), null);
  await state.search('x');
  state.showLibrary(library('one'), listing(summary('a', 'A'), summary('b', 'B')));
  expect(shownOf(useStore.getState()).order.map(({ key }) => key)).toEqual(['b', 'a']);
});
