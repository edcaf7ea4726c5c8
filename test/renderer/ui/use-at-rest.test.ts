// What follows a value that changes quickly: the first change at once, then only where it rests.

import { useAtRest } from '@renderer/ui/use-at-rest';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test('a first change is followed at once, the next ones when no more come', () => {
  const { result, rerender } = renderHook(({ value }) => useAtRest(value), {
    initialProps: { value: 'a' },
  });
  rerender({ value: 'b' });
  expect(result.current).toBe('b');
  for (const value of ['c', 'd', 'e']) {
    pass(80);
    rerender({ value });
    expect(result.current).toBe('b');
  }
  pass(119);
  expect(result.current).toBe('b');
  pass(1);
  expect(result.current).toBe('e');
  pass(500);
  rerender({ value: 'f' });
  expect(result.current).toBe('f');
});

test('what follows typing does not follow a first letter at once either, nor in between', () => {
  const { result, rerender } = renderHook(({ value }) => useAtRest(value, true), {
    initialProps: { value: 'a' },
  });
  rerender({ value: 'b' });
  expect(result.current).toBe('a');
  pass(249);
  expect(result.current).toBe('a');
  pass(1);
  expect(result.current).toBe('b');
});

test('a value that came back before it was followed is not left again', () => {
  const { result, rerender } = renderHook(({ value }) => useAtRest(value, true), {
    initialProps: { value: 'a' },
  });
  rerender({ value: 'b' });
  pass(50);
  rerender({ value: 'a' });
  pass(500);
  expect(result.current).toBe('a');
});
