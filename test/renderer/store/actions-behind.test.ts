// A store whose actions stand behind its data works as any other, and a change copies no action.

import { actionsBehind } from '@renderer/store/actions-behind';
import { expect, test, vi } from 'vitest';
import { create } from 'zustand';

interface Counter {
  count: number;
  note: string | null;
  up(): void;
  say(note: string): void;
}

const makeStore = () =>
  create<Counter>()(
    actionsBehind((set, get) => ({
      count: 0,
      note: null,
      up: () => set(({ count }) => ({ count: count + 1 })),
      say: (note) => set({ note: `${get().count}: ${note}` }),
    })),
  );

test('data and actions are there before and after a change', () => {
  const store = makeStore();
  store.getState().up();
  store.getState().say('one');
  expect(store.getState()).toMatchObject({ count: 1, note: '1: one' });
  store.getState().up();
  expect(store.getState().count).toBe(2);
});

test('a change copies the data alone', () => {
  const store = makeStore();
  store.getState().up();
  expect(Object.keys(store.getState())).toEqual(['count', 'note']);
});

test('from outside too, and who listens is told of the state before and after', () => {
  const store = makeStore();
  const before = store.getState();
  const listener = vi.fn();
  store.subscribe(listener);
  store.setState({ count: 5 });
  store.setState((state) => ({ count: state.count + 1 }));
  expect(listener.mock.calls.map(([now, then]) => [now.count, then.count])).toEqual([
    [5, 0],
    [6, 5],
  ]);
  store.getState().up();
  expect(store.getState().count).toBe(7);
  store.setState(before, true);
  expect(store.getState()).toBe(before);
});

test('nobody is told of a change that gives the state as it is', () => {
  const store = makeStore();
  const listener = vi.fn();
  store.subscribe(listener);
  store.setState((state) => state);
  expect(listener).not.toHaveBeenCalled();
});
