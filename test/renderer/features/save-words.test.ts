// How saving goes, in words: the worst of it where there is more than one record.

import type { SaveState } from '@core/ipc/contract';
import { useSaveWords } from '@renderer/features/record/save-words';
import { useStore } from '@renderer/store/store';
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { recordView } from './record-view';

const AT = new Date(2026, 10, 20, 14, 2).getTime();
const SAVED: SaveState = { kind: 'saved', at: AT };
const FULL: SaveState = { kind: 'not-saved', reason: 'the disk is full' };

const tell = (save: SaveState, key = 'k') =>
  act(() =>
    useStore.setState(({ open }) => ({ open: { ...open, [key]: { ...recordView(key), save } } })),
  );

beforeEach(() => {
  useStore.setState({ open: {} });
  tell(SAVED);
});

test('says how saving goes, with the time of day', () => {
  const { result } = renderHook(() => useSaveWords('k'));
  expect(result.current).toBe('Saved · 14:02');
  tell({ kind: 'saving' });
  expect(result.current).toBe('Saving…');
  tell(FULL);
  expect(result.current).toBe('Not saved');
  tell({ kind: 'saved', at: null });
  expect(result.current).toBe('Saved');
});

test('of all that are open, the worst is said; nothing before anything was saved', () => {
  tell({ kind: 'saved', at: null });
  const { result } = renderHook(() => useSaveWords());
  expect(result.current).toBeNull();
  tell(SAVED, 'other');
  expect(result.current).toBe('Saved · 14:02');
  tell({ kind: 'saving' });
  expect(result.current).toBe('Saving…');
  tell(FULL, 'other');
  expect(result.current).toBe('Not saved');
});
