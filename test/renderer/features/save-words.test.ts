// How saving goes, in words: the worst of it where there is more than one record.

import type { SaveState } from '@core/ipc/contract';
import { saveWords } from '@renderer/features/record/save-words';
import { useStore } from '@renderer/store/store';
import { beforeEach, expect, test } from 'vitest';
import { recordView } from './record-view';

const AT = new Date(2026, 10, 20, 14, 2).getTime();
const SAVED: SaveState = { kind: 'saved', at: AT };
const FULL: SaveState = { kind: 'not-saved', reason: 'the disk is full' };

const tell = (save: SaveState, key = 'k') =>
  useStore.setState(({ open }) => ({ open: { ...open, [key]: { ...recordView(key), save } } }));

beforeEach(() => {
  useStore.setState({ open: {} });
  tell(SAVED);
});

test('says how saving goes, with the time of day', () => {
  const words = () => saveWords(useStore.getState(), 'k');
  expect(words()).toBe('Saved · 14:02');
  tell({ kind: 'saving' });
  expect(words()).toBe('Saving…');
  tell(FULL);
  expect(words()).toBe('Not saved');
  tell({ kind: 'saved', at: null });
  expect(words()).toBe('Saved');
});

test('of all that are open, the worst is said; nothing before anything was saved', () => {
  tell({ kind: 'saved', at: null });
  const words = () => saveWords(useStore.getState());
  expect(words()).toBeNull();
  tell(SAVED, 'other');
  expect(words()).toBe('Saved · 14:02');
  tell({ kind: 'saving' });
  expect(words()).toBe('Saving…');
  tell(FULL, 'other');
  expect(words()).toBe('Not saved');
});
