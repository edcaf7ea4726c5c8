// The words beside a record say how its saving goes, from the first time they are shown.

import type { SaveState as State } from '@core/ipc/contract';
import { SaveState } from '@renderer/features/record/SaveState';
import { useStore } from '@renderer/store/store';
import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { recordView } from './record-view';

const tell = (save: State, key = 'k') =>
  useStore.setState(({ open }) => ({ open: { ...open, [key]: { ...recordView(key), save } } }));

beforeEach(() => {
  useStore.setState({ open: {} });
});

test('follows each word of main', () => {
  tell({ kind: 'saved', at: null });
  render(<SaveState recordKey="k" />);
  screen.getByText('Saved');
  tell({ kind: 'saving' });
  screen.getByText('Saving…');
  tell({ kind: 'not-saved', reason: 'the disk is full' });
  screen.getByText('Not saved');
  expect(screen.queryByText('Saving…')).toBeNull();
});

test('shown for another record it says how that one stands, and follows that one', () => {
  tell({ kind: 'saving' });
  tell({ kind: 'saved', at: null }, 'other');
  const { rerender } = render(<SaveState recordKey="k" />);
  rerender(<SaveState recordKey="other" />);
  screen.getByText('Saved');
  tell({ kind: 'saved', at: null });
  tell({ kind: 'saving' }, 'other');
  screen.getByText('Saving…');
});

test('says nothing of a record that is not open', () => {
  const { container } = render(<SaveState recordKey="k" />);
  expect(container.textContent).toBe('');
});
