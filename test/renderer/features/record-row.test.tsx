// A row of the list: picked out with a click beside the reading pane, opened where there is none.

import { RecordRow } from '@renderer/features/library/RecordRow';
import { useStore } from '@renderer/store/store';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { recordView } from './record-view';

afterEach(() => vi.unstubAllGlobals());

async function click(narrow: boolean) {
  vi.stubGlobal('matchMedia', () => ({ matches: narrow }));
  useStore.setState({ route: { name: 'home' }, selected: null });
  const { fields } = recordView('k').content;
  const record = {
    key: 'k',
    path: '2026/a.md',
    fields,
    readOnly: false,
    problems: 0,
  };
  render(
    <div role="listbox">
      <RecordRow record={record} selected={false} tabStop />
    </div>,
  );
  await userEvent.click(screen.getByRole('option'));
}

test('beside the reading pane a click picks it out', async () => {
  await click(false);
  expect(useStore.getState()).toMatchObject({ selected: 'k', route: { name: 'home' } });
});

test('without a reading pane a click opens it', async () => {
  await click(true);
  expect(useStore.getState()).toMatchObject({ route: { name: 'record', key: 'k' } });
});
