// What waits for a pause in someone's typing, in the process that only hears of the letters.

import { TypingPause } from '@main/library/typing-pause';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let pause: TypingPause;
let came: string[] = [];
const bring = (name: string) => pause.once(() => came.push(name));

beforeEach(() => {
  vi.useFakeTimers();
  pause = new TypingPause();
  came = [];
});
afterEach(() => {
  vi.useRealTimers();
});

test('comes at once when nobody types', () => {
  bring('saved');
  expect(came).toEqual(['saved']);
});

test('waits for the pause after the last letter, in its order', () => {
  pause.letter();
  bring('first');
  vi.advanceTimersByTime(250);
  pause.letter();
  bring('second');
  vi.advanceTimersByTime(299);
  expect(came).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(came).toEqual(['first', 'second']);
  bring('third');
  expect(came).toEqual(['first', 'second', 'third']);
});

test('whoever types on is not waited for without end', () => {
  const typeFor = (milliseconds: number) => {
    for (let time = 0; time < milliseconds; time += 100) {
      vi.advanceTimersByTime(100);
      pause.letter();
    }
  };
  pause.letter();
  bring('first');
  typeFor(4900);
  bring('second');
  expect(came).toEqual([]);
  typeFor(100);
  expect(came).toEqual(['first', 'second']);
  bring('third');
  typeFor(4900);
  expect(came).toHaveLength(2);
  typeFor(100);
  expect(came).toHaveLength(3);
});

test('a letter is drawn before anything is done about it', async () => {
  let isDrawn = false;
  void pause.drawn().then(() => (isDrawn = true));
  await vi.advanceTimersByTimeAsync(19);
  expect(isDrawn).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(isDrawn).toBe(true);
});
