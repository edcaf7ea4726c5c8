// One library after another, as main tells of it: what is typed goes to the one it was typed in, and
// what is told next is of the next one.

import type { CloseCallBridge, EventName, Events } from '@core/ipc/contract';
import { NO_VIEWS } from '@core/library/list-view';
import { NO_ROWS } from '@core/library/listed-rows';
import { newFacilitation } from '@core/session/facilitation';
import { startSession } from '@core/session/session';
import { useMainEvents } from '@renderer/shell/main-events';
import { useStore } from '@renderer/store/store';
import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordView } from '../features/record-view';
import { library } from '../features/summaries';

const opened = (folder: string) => ({
  library: library(folder),
  listing: { records: NO_ROWS, attention: [], copies: [], trash: [] },
});
const SESSION = startSession('k', 0, '2026-01-01');
const NO_SESSION = { revision: 0, running: null, unfinished: null };

let asked: { channel: string; input: unknown; library: unknown }[];
let listeners: Map<EventName, (payload: never) => void>;
/** What the answer to an edit waits for. */
let mayAnswer: Promise<void>;
let refuses: boolean;

beforeEach(() => {
  asked = [];
  listeners = new Map();
  mayAnswer = Promise.resolve();
  refuses = false;
  const invoke = async (channel: string, input: unknown, of: unknown) => {
    asked.push({ channel, input, library: of });
    if (['record:edit', 'session:do'].includes(channel)) await mayAnswer;
    if (channel === 'record:edit' && refuses) {
      return { ok: false, error: { code: 'not-saved', message: 'the disk is full', details: {} } };
    }
    const values: Record<string, unknown> = {
      'record:edit': { revision: 2, merged: null },
      'record:open': recordView('k'),
      'session:do': { ...NO_SESSION, revision: 9, running: SESSION },
      'app:state': { session: NO_SESSION, notices: [], views: NO_VIEWS },
    };
    return { ok: true, value: values[channel] };
  };
  window.closeCall = {
    invoke: invoke as CloseCallBridge['invoke'],
    tell: () => {},
    on: (event, listener) => {
      listeners.set(event, listener);
      return () => {};
    },
  };
  useStore.getState().forgetRecords();
  useStore.getState().forgetSession();
  useStore.setState({ library: null, facilitation: null, toasts: [] });
  useStore.getState().showLibrary(library('one'), null);
  useStore.getState().showRecord(recordView('k', {}));
  renderHook(() => useMainEvents());
});
afterEach(() => {
  vi.useRealTimers();
});

const tell = <E extends EventName>(event: E, payload: Events[E]) =>
  listeners.get(event)?.(payload as never);
const shown = () => useStore.getState().library?.folder;
const inputs = (channel: string) => asked.filter((one) => one.channel === channel);
const texts = () =>
  inputs('record:edit').map(({ input, library: of }) => [
    of,
    (input as { edit: { text: string } }).edit.text,
  ]);
const type = (text: string) => {
  useStore.getState().editSection('k', 'notes', text);
  window.dispatchEvent(new Event('beforeinput'));
};
/** Whatever needs nothing but what was answered is done. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}
/** Lets main answer once it is called. */
function hold(): () => void {
  let go = () => {};
  mayAnswer = new Promise((resolve) => {
    go = resolve;
  });
  return go;
}

test('nothing that is typed is dropped at the switch, and all goes to where it was typed', async () => {
  const go = hold();
  useStore.setState({ facilitation: { key: 'k', value: newFacilitation('2026-01-01') } });
  type('first');
  await waitFor(() => expect(texts()).toEqual([['one', 'first']]));
  tell('library:opened', opened('two'));
  tell('app:flush', null);
  type('first, second');
  const goOn = hold();
  go();
  await waitFor(() => expect(texts()).toHaveLength(2));
  type('first, second, third');
  useStore.getState().changeFacilitation((value) => ({ ...value, notes: 'mine' }));
  expect(inputs('app:flushed')).toEqual([]);
  expect(shown()).toBe('one');
  goOn();
  await waitFor(() => expect(shown()).toBe('two'));
  expect(texts().at(-1)).toEqual(['one', 'first, second, third']);
  expect(new Set(texts().map(([of]) => of))).toEqual(new Set(['one']));
  expect(inputs('facilitator:keep')).toMatchObject([{ library: 'one' }]);
  expect(useStore.getState()).toMatchObject({ open: {}, facilitation: null });
  await waitFor(() => expect(inputs('app:flushed')).toMatchObject([{ library: 'two' }]));
});

test('what main refuses to the end is said', async () => {
  refuses = true;
  type('typed');
  tell('library:opened', opened('two'));
  await waitFor(() => expect(shown()).toBe('two'));
  expect(useStore.getState().toasts).toMatchObject([
    { tone: 'error', message: expect.stringContaining('was not taken: the disk is full') },
  ]);
});

test('another library waits for no pause in the typing', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  type('typed');
  tell('library:opened', opened('two'));
  await settled();
  expect(shown()).toBe('two');
});

test('news of the one before that waited for a pause does not bring it back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  type('typed');
  tell('library:opened', opened('one'));
  tell('library:opened', opened('two'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown()).toBe('two');
});

test('what is told of the next one while the last words are on their way is not lost', async () => {
  const go = hold();
  type('typed');
  tell('library:opened', opened('two'));
  const changes = { put: NO_ROWS, removed: [], rest: null };
  tell('library:changed', { library: { ...library('two'), writable: false }, changes });
  tell('library:opened', opened('three'));
  tell('library:changed', { library: { ...library('three'), gone: true }, changes });
  const unfinished = { session: SESSION, title: 'Of three' };
  tell('session:changed', { ...NO_SESSION, revision: 3, unfinished });
  go();
  await waitFor(() => expect(useStore.getState().library?.gone).toBe(true));
  expect(shown()).toBe('three');
  expect(useStore.getState().unfinished).toEqual(unfinished);
});

test('an answer about the session of the one before begins none in the next', async () => {
  await useStore.getState().sessionChanged({ ...NO_SESSION, running: SESSION });
  expect(useStore.getState().session).not.toBeNull();
  const go = hold();
  useStore.getState().sessionEvent({ type: 'pause' });
  tell('library:opened', opened('two'));
  await waitFor(() => expect(shown()).toBe('two'));
  go();
  await settled();
  expect(useStore.getState().session).toBeNull();
});
