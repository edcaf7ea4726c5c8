// The progress of an export: shown once it has been at work for a while, before its first page.

import { ExportProgress } from '@renderer/features/export/ExportProgress';
import { client } from '@renderer/ipc/client';
import { useStore } from '@renderer/store/store';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Main's word of how far it is, in the store and to whoever listens. */
let tell: (done: number, total: number) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(client, 'on').mockImplementation((_event, listener) => {
    tell = (done, total) =>
      act(() => {
        useStore.getState().exportProgress(done, total);
        listener({ done, total } as never);
      });
    return () => undefined;
  });
  useStore.setState({ exporting: { format: 'pdf', done: 0, total: 40 } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  useStore.setState({ exporting: null });
});

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const shown = () => screen.queryByRole('region', { name: 'Export' });

test('nothing while the system asks where to, however long that takes', () => {
  render(<ExportProgress />);
  pass(60_000);
  expect(shown()).toBeNull();
});

test('from 700 ms on, though no page is done yet, with a way to stop', () => {
  const cancelExport = vi.fn();
  useStore.setState({ cancelExport });
  render(<ExportProgress />);
  tell(0, 40);
  pass(600);
  expect(shown()).toBeNull();
  pass(100);
  expect(shown()?.textContent).toContain('0 of 40 pages');
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(cancelExport).toHaveBeenCalled();
});

test('gone at the end, and the next one begins anew', () => {
  render(<ExportProgress />);
  tell(0, 40);
  pass(700);
  act(() => useStore.setState({ exporting: null }));
  expect(shown()).toBeNull();
  act(() => useStore.setState({ exporting: { format: 'pdf', done: 0, total: 2 } }));
  pass(60_000);
  expect(shown()).toBeNull();
});
