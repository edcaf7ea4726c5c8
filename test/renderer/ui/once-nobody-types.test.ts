// What waits for a pause in someone's typing: comes at once when nobody types, and in its order.

import { onceNobodyTypes } from '@renderer/ui/once-nobody-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let came: string[] = [];
const bring = (name: string) => onceNobodyTypes(() => came.push(name));
const type = () => document.body.dispatchEvent(new Event('beforeinput', { bubbles: true }));

beforeEach(() => {
  vi.useFakeTimers();
  came = [];
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test('comes at once when nobody types', () => {
  bring('saved');
  expect(came).toEqual(['saved']);
});

test('waits for a pause, however long someone types on, and keeps its order', () => {
  type();
  bring('first');
  for (let key = 0; key < 20; key += 1) {
    vi.advanceTimersByTime(250);
    type();
    if (key === 5) bring('second');
  }
  expect(came).toEqual([]);
  vi.advanceTimersByTime(299);
  expect(came).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(came).toEqual(['first', 'second']);
});

test('what comes after the pause does not wait', () => {
  type();
  bring('first');
  vi.advanceTimersByTime(300);
  bring('second');
  expect(came).toEqual(['first', 'second']);
});
