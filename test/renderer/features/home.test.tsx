// The home page says what it knows: that nothing was captured yet, or that the folder is gone.

import { defaultConfig } from '@core/library/config';
import { Home } from '@renderer/features/library/Home';
import { useStore } from '@renderer/store/store';
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const library = {
  name: 'Ours',
  folder: '~/ours',
  config: defaultConfig('Ours'),
  writable: true,
  gone: false,
};
const before = useStore.getState();
// Not in this environment; what is fetched while nobody waits is not what is tried here.
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => {});
});
afterEach(() => {
  useStore.setState(before, true);
});

test('a library without a near miss says how one begins', () => {
  useStore.setState({ library });
  render(<Home />);
  expect(screen.getByRole('heading', { name: 'No near misses yet' })).toBeDefined();
});

test('a folder that is gone is not taken for an empty one', () => {
  useStore.setState({ library: { ...library, gone: true } });
  render(<Home />);
  expect(screen.getByRole('heading', { name: 'The folder is gone' })).toBeDefined();
  expect(screen.getByText(/~\/ours cannot be found/)).toBeDefined();
  expect(screen.queryByText('No near misses yet')).toBeNull();
});
