// Keys of commands: what is typed right after one goes where that command leads.

import { SearchField } from '@renderer/features/library/SearchField';
import { useKeys } from '@renderer/shell/keys';
import { useStore } from '@renderer/store/store';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { listingOf, summary } from '../features/summaries';

const before = useStore.getState();

beforeEach(() => {
  answerCalls({});
  useStore.setState({
    library: { name: 'Ours', folder: '~/ours', config: {}, writable: true, gone: false } as never,
    listing: listingOf(summary('pool', 'The pool ran dry')),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  useStore.setState(before, true);
});

function Pages() {
  useKeys();
  return useStore((state) => state.route.name) === 'home' ? <SearchField /> : <main />;
}

test.each(['home', 'settings'] as const)(
  'from %s, the key after / is the search’s, though nothing was drawn between them',
  async (name) => {
    useStore.setState({ route: { name } });
    vi.stubGlobal('requestAnimationFrame', () => 0);
    render(<Pages />);
    await act(async () => {
      fireEvent.keyDown(document.body, { key: '/' });
    });
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  },
);
