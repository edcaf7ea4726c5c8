// The palette and the list of keys, by keyboard: every command is there, near misses are found, and
// what is chosen happens once the palette has gone.

import { MENU_COMMANDS } from '@core/ipc/menu-commands';
import { defaultConfig } from '@core/library/config';
import { startSession } from '@core/session/session';
import KeysDialog from '@renderer/features/keys/KeysDialog';
import { keyGroups } from '@renderer/features/keys/key-groups';
import CommandPalette from '@renderer/features/palette/CommandPalette';
import { COMMANDS } from '@renderer/shell/commands/table';
import { useKeys } from '@renderer/shell/keys';
import { useStore } from '@renderer/store/store';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { listingOf, summary } from './summaries';

const library = {
  name: 'Ours',
  folder: '~/ours',
  config: defaultConfig('Ours'),
  writable: true,
  gone: false,
};
const before = useStore.getState();

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', () => 0);
  vi.stubGlobal('cancelIdleCallback', () => {});
  answerCalls({
    'library:search': ({ query }) =>
      query.startsWith('poo') ? { keys: ['pool'], terms: ['pool'] } : { keys: [], terms: [] },
  });
  useStore.setState({
    library,
    route: { name: 'settings' },
    listing: listingOf(summary('pool', 'The pool ran dry'), summary('disk', 'A disk filled')),
    recent: ['disk'],
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  useStore.setState(before, true);
});

function Page() {
  useKeys();
  const panel = useStore((state) => state.panel);
  return (
    <main>
      {panel === 'palette' && <CommandPalette />}
      {panel === 'keys' && <KeysDialog />}
    </main>
  );
}

async function openPalette() {
  render(<Page />);
  await userEvent.keyboard('{Control>}k{/Control}');
  return screen.findByRole('combobox', { name: 'Find a command or a near miss' });
}

describe('the palette', () => {
  test('has every command that makes sense, and the near miss that was opened last first', async () => {
    await openPalette();
    const groups = screen.getAllByRole('group');
    expect(within(groups[0] as HTMLElement).getAllByRole('option')[0]?.textContent).toContain(
      'A disk filled',
    );
    const offered = screen.getAllByRole('option').map((option) => option.textContent ?? '');
    for (const command of COMMANDS) {
      if (command.id === 'palette' || command.isPossible?.() === false) continue;
      expect(offered.some((text) => text.startsWith(command.name))).toBe(true);
    }
  });

  test('has every view that was kept, and shows it in the list; not during a session', async () => {
    const view = {
      words: '',
      filters: [{ facet: 'theme', value: 'pool' }],
      sort: 'title',
    } as const;
    const savedViews = [{ name: 'Pools', view: { ...view, filters: [...view.filters] } }];
    useStore.setState({ savedViews });
    await openPalette();
    await userEvent.keyboard('show pools{Enter}');
    await waitFor(() => expect(useStore.getState().route).toEqual({ name: 'home' }));
    expect(useStore.getState()).toMatchObject({ filters: view.filters, sort: 'title' });
    useStore.setState({ session: startSession('k', 0, '2026-11-20') });
    await userEvent.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Find a command or a near miss' });
    expect(screen.queryByRole('option', { name: /Show “Pools”/ })).toBeNull();
  });

  test('finds a command by a few letters, runs it and is gone', async () => {
    await openPalette();
    await userEvent.keyboard('canm{Enter}');
    await waitFor(() =>
      expect(useStore.getState()).toMatchObject({ capturing: true, panel: null }),
    );
    expect(useStore.getState().ran).toEqual(['capture']);
  });

  test('leaves the focus where it was for a command that does not move it', async () => {
    // A field's own undo, which this document does not have.
    const undo = vi.fn(() => true);
    Object.assign(document, { execCommand: undo });
    render(<textarea aria-label="Words" />);
    const words = screen.getByRole('textbox', { name: 'Words' });
    words.focus();
    render(<Page />);
    await userEvent.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox', { name: 'Find a command or a near miss' });
    await userEvent.keyboard('undo{Enter}');
    await waitFor(() => expect(undo).toHaveBeenCalledWith('undo'));
    expect(document.activeElement).toBe(words);
    await userEvent.keyboard('Now');
    expect(words).toHaveProperty('value', 'Now');
  });

  test('finds a near miss and opens it', async () => {
    await openPalette();
    await userEvent.keyboard('poo');
    const pool = await screen.findByRole('option', { name: /The pool ran dry/ });
    expect(screen.getAllByRole('option')).toEqual([pool]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(useStore.getState().route).toEqual({ name: 'record', key: 'pool' }));
  });

  test('says when nothing was found, and Escape closes it', async () => {
    await openPalette();
    await userEvent.keyboard('qqzzyx');
    expect(await screen.findByText('Nothing found for “qqzzyx”.')).toBeDefined();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  });

  test('offers nothing that would leave a session', async () => {
    useStore.setState({ session: startSession('disk', 0, '2026-01-01') });
    await openPalette();
    const offered = screen.getAllByRole('option').map((option) => option.textContent);
    expect(offered).not.toContain('Actions');
    expect(offered.join()).not.toContain('A disk filled');
    expect(offered.join()).toContain('Capture a near miss');
  });
});

test('every item of the menu is a command', () => {
  const ids = COMMANDS.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([...MENU_COMMANDS]));
  expect(new Set(ids).size).toBe(ids.length);
});

test('no key means two things at once', () => {
  const keys = COMMANDS.flatMap((command) => command.keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test('? shows the keys of every table in groups', async () => {
  render(<Page />);
  await userEvent.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keys' });
  for (const { name, uses } of keyGroups()) {
    const group = within(dialog).getByRole('region', { name });
    expect(within(group).getAllByRole('term')).toHaveLength(uses.length);
  }
  expect(within(dialog).getByText('Next near miss')).toBeDefined();
});
