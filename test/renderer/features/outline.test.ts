// What a record's page is drawn for: not for a letter, and for everything else.

import { useOutline } from '@renderer/features/record/outline';
import { useStore } from '@renderer/store/store';
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';

beforeEach(() => {
  answerCalls({ 'record:edit': () => ({ revision: 2, merged: null }) });
  useStore.getState().forgetRecords();
  useStore.setState({ open: { k: recordView('k') } });
});
afterEach(() => vi.restoreAllMocks());

test('is not drawn anew for words, answers and saving', async () => {
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn += 1;
    return useOutline('k');
  });
  const before = result.current;
  const { editSection, flushEdits, saveStateChanged } = useStore.getState();
  await act(async () => {
    editSection('k', 'close', 'Ninety percent');
    await flushEdits();
    saveStateChanged('k', { kind: 'saved', at: 9, revision: 2 });
  });
  expect(useStore.getState().open.k).toMatchObject({ revision: 2, save: { kind: 'saved', at: 9 } });
  expect(result.current).toBe(before);
  expect(drawn).toBe(1);
});

test('is not drawn anew for a letter that another window types', () => {
  const { result } = renderHook(() => useOutline('k'));
  act(() => useStore.getState().showRecord(recordView('k')));
  const before = result.current;
  const copy = structuredClone(recordView('k'));
  copy.content.sections.close = 'N';
  act(() => useStore.getState().recordChanged('k', { ...copy, revision: 7 }));
  expect(useStore.getState().open.k).toMatchObject({
    revision: 7,
    content: { sections: { close: 'N' } },
  });
  expect(result.current).toBe(before);
});

test('is drawn anew for a field, another path, another record, and none', () => {
  const { result, rerender } = renderHook(({ key }) => useOutline(key), {
    initialProps: { key: 'k' as string | undefined },
  });
  act(() => useStore.getState().putFields('k', { title: 'Another' }));
  expect(result.current?.content.fields.title).toBe('Another');
  act(() => useStore.getState().showRecord({ ...recordView('k'), revision: 3, path: 'b.md' }));
  expect(result.current?.path).toBe('b.md');
  act(() => useStore.getState().showRecord(recordView('other')));
  rerender({ key: 'other' });
  expect(result.current?.key).toBe('other');
  rerender({ key: undefined });
  expect(result.current).toBeUndefined();
});
