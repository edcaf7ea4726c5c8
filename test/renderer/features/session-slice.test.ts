// The session in a window: shown ahead of main, never behind it, and the same whoever changed it.

import type { SessionState } from '@core/ipc/contract';
import { advance, type SessionEvent, startSession } from '@core/session/session';
import { useStore } from '@renderer/store/store';
import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { heldSession } from './held-session';
import { recordView } from './record-view';

const start = startSession('k', Date.now(), '2026-11-20');
const session = () => useStore.getState().session;
type CaretEvent = Extract<SessionEvent, { type: 'caret' }>;
type Asked = ReturnType<typeof answerCalls>;

/** A session that is held, by a clock that waits; and what is asked of main from then on. */
async function beginHeld() {
  vi.useFakeTimers();
  const held = heldSession(start);
  const asked = answerCalls(held.answers);
  await held.begin();
  return { held, asked };
}

/** Of carets that were handed on. */
const offsetsOf = (asked: Asked) =>
  asked.map(({ input }) => (input as { event: CaretEvent }).event.place.offset);

beforeEach(() => {
  useStore.getState().forgetSession();
  useStore.setState({ open: { k: recordView('k') }, route: { name: 'home' }, toasts: [] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('what is done here is shown at once, and asked of main by where it leads', async () => {
  const held = heldSession(start);
  const asked = answerCalls(held.answers);
  await held.begin();
  expect(useStore.getState().route).toEqual({ name: 'session' });
  useStore.getState().sessionEvent({ type: 'next' });
  useStore.getState().sessionEvent({ type: 'next' });
  expect(session()?.stage).toBe('saved');
  expect(asked.map(({ input }) => input)).toEqual([
    { event: { type: 'go', stage: 'story' } },
    { event: { type: 'go', stage: 'saved' } },
  ]);
  await waitFor(() => expect(session()?.stage).toBe('saved'));
});

test('what another window does is shown, and does not undo what is on its way from here', async () => {
  let answer: (() => void) | undefined;
  const held = heldSession(start);
  answerCalls({
    'session:do': (({ event }: { event: SessionEvent }) =>
      new Promise<SessionState>((resolve) => {
        answer = () => resolve(held.applied(event));
      })) as never,
  });
  await held.begin();
  useStore.getState().sessionEvent({ type: 'set', facilitator: 'Ana' });
  await useStore.getState().sessionChanged(held.applied({ type: 'go', stage: 'close' }));
  expect(session()).toMatchObject({ facilitator: 'Ana', stage: 'close' });
  answer?.();
  await waitFor(() => expect(session()).toMatchObject({ facilitator: 'Ana', stage: 'close' }));
});

test('old news is left aside', async () => {
  const held = heldSession(start);
  answerCalls(held.answers);
  await held.begin();
  const running = advance(start, { type: 'go', stage: 'latent' }, Date.now());
  await useStore.getState().sessionChanged({ revision: 9, running, unfinished: null });
  await useStore.getState().sessionChanged({ revision: 8, running: start, unfinished: null });
  expect(session()?.stage).toBe('latent');
});

test('what main refuses is taken back and said', async () => {
  const held = heldSession(start);
  answerCalls({
    'session:do': () => {
      throw new Error('no');
    },
  });
  await held.begin();
  useStore.getState().sessionEvent({ type: 'pause' });
  expect(session()?.paused).toBe(true);
  await waitFor(() => expect(session()?.paused).toBe(false));
  expect(useStore.getState().toasts).toHaveLength(1);
});

test('of many caret moves the last is handed on, before the step it was in is left', async () => {
  const { asked } = await beginHeld();
  const { caretMoved, sessionEvent } = useStore.getState();
  for (const offset of [1, 2, 3]) {
    caretMoved(() => ({ path: [0], offset }));
  }
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(500);
  caretMoved(() => ({ path: [0], offset: 4 }));
  sessionEvent({ type: 'next' });
  const events = asked.map(({ input }) => (input as { event: SessionEvent }).event);
  expect(events.map((event) => (event.type === 'caret' ? event.place.offset : event))).toEqual([
    3,
    4,
    { type: 'go', stage: 'story' },
  ]);
});

test('nothing is drawn anew for a caret, and an editor that comes later begins there', async () => {
  vi.useFakeTimers();
  const held = heldSession(start);
  answerCalls(held.answers);
  await held.begin();
  useStore.getState().sessionEvent({ type: 'go', stage: 'close' });
  await vi.advanceTimersByTimeAsync(0);
  const before = useStore.getState();
  before.caretMoved(() => ({ path: [0], offset: 4 }));
  await vi.advanceTimersByTimeAsync(500);
  expect(useStore.getState()).toBe(before);
  expect(before.lastCaret('close')).toEqual({ path: [0], offset: 4 });
  expect(before.lastCaret('story')).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1000);
  await before.sessionChanged(held.applied({ type: 'tick' }));
  expect(session()?.spent.close).toBeGreaterThan(1000);
});

test('a window that learns of a session opens its record first', async () => {
  useStore.setState({ open: {} });
  const asked = answerCalls({ 'record:open': () => recordView('k') });
  await useStore.getState().sessionChanged({ revision: 1, running: start, unfinished: null });
  expect(asked).toEqual([{ channel: 'record:open', input: { key: 'k' } }]);
  expect(useStore.getState().open.k).toBeDefined();
  expect(session()?.stage).toBe('opening');
});

test('a caret that is where it was is not handed on again', async () => {
  const { asked } = await beginHeld();
  const { caretMoved } = useStore.getState();
  for (const offset of [4, 4, 5]) {
    caretMoved(() => ({ path: [0], offset }));
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(offsetsOf(asked)).toEqual([4, 5]);
});

test('a caret of a step that another window has left is not handed on', async () => {
  const { held, asked } = await beginHeld();
  const { caretMoved, sessionChanged } = useStore.getState();
  caretMoved(() => ({ path: [0], offset: 4 }));
  await sessionChanged(held.applied({ type: 'next' }));
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toEqual([]);
});

// Last, as its clock runs ahead of that of the others.
test('of someone who types, the caret waits for a pause, but not for long', async () => {
  const { asked } = await beginHeld();
  const { caretMoved } = useStore.getState();
  let offset = 0;
  const type = async (keys: number) => {
    for (let key = 0; key < keys; key += 1) {
      document.body.dispatchEvent(new Event('beforeinput', { bubbles: true }));
      offset += 1;
      caretMoved(() => ({ path: [0], offset }));
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  const offsets = () => offsetsOf(asked);
  await type(20);
  expect(offsets()).toEqual([]);
  await vi.advanceTimersByTimeAsync(300);
  expect(offsets()).toEqual([20]);
  await type(40);
  expect(offsets()).toEqual([20, 52]);
  await vi.advanceTimersByTimeAsync(800);
  expect(offsets()).toEqual([20, 52, 60]);
});
