import { SAVE_TIMING, SaveClock } from '@main/library/save-clock';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let saves: number[];
let clock: SaveClock;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  saves = [];
  clock = new SaveClock(SAVE_TIMING, () => void saves.push(Date.now()));
});
afterEach(() => vi.useRealTimers());

test('a save comes a moment after the last keystroke', () => {
  clock.soon();
  vi.advanceTimersByTime(300);
  clock.soon();
  vi.advanceTimersByTime(5000);
  expect(saves).toEqual([700]);
});

test('never later than a second after the first, however long someone types', () => {
  for (let time = 0; time < 3000; time += 50) {
    clock.soon();
    vi.advanceTimersByTime(50);
  }
  expect(saves.length).toBe(3);
  expect(saves[0]).toBe(1000);
});

test('after failures at growing intervals, and from the beginning once it works', () => {
  const gaps: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    const before = Date.now();
    clock.again();
    vi.advanceTimersToNextTimer();
    gaps.push(Date.now() - before);
  }
  expect(gaps).toEqual([1000, 2000, 5000, 10_000, 30_000, 30_000, 30_000]);
  clock.succeeded();
  const before = Date.now();
  clock.again();
  vi.advanceTimersToNextTimer();
  expect(Date.now() - before).toBe(1000);
});

test('an edit after a failure is saved soon', () => {
  for (let n = 0; n < 5; n += 1) clock.again();
  clock.soon();
  vi.advanceTimersByTime(400);
  expect(saves).toEqual([400]);
});

test('stopped is stopped', () => {
  clock.soon();
  clock.stop();
  vi.advanceTimersByTime(60_000);
  expect(saves).toEqual([]);
});
