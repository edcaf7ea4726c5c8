// The Filter, Sort and Views menus and the suggestions of the search field, by role: what is chosen
// counts at once, and a view that was kept is renamed, removed and taken back.

import { defaultConfig } from '@core/library/config';
import { Found } from '@core/library/found';
import type { LibraryViews } from '@core/library/list-view';
import FilterMenu from '@renderer/features/library/FilterMenu';
import { SearchField } from '@renderer/features/library/SearchField';
import SortMenu from '@renderer/features/library/SortMenu';
import ViewsMenu from '@renderer/features/library/ViewsMenu';
import { useStore } from '@renderer/store/store';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { listingOf, summary } from './summaries';

const before = useStore.getState();
const POOLS = {
  name: 'Pools',
  view: { words: '', filters: [{ facet: 'theme' as const, value: 'pool' }], sort: null },
};
let asked: ReturnType<typeof answerCalls>;

beforeEach(() => {
  asked = answerCalls({
    'settings:keep-views': () => undefined,
    'library:search': () => ({ keys: [], terms: [] }),
  });
  useStore.setState({
    library: {
      name: 'Ours',
      folder: '~/ours',
      config: defaultConfig('Ours'),
      writable: true,
      gone: false,
    },
    listing: listingOf(
      summary('pool', 'The pool ran dry', { themes: ['pool'], services: ['orders'] }),
      summary('disk', 'A disk filled', { themes: ['capacity'] }),
    ),
    savedViews: [POOLS],
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  useStore.setState(before, true);
});

const filters = () => useStore.getState().filters;
const names = () => useStore.getState().savedViews.map(({ name }) => name);
const kept = () =>
  (
    asked.filter(({ channel }) => channel === 'settings:keep-views').at(-1)?.input as
      | { views: LibraryViews }
      | undefined
  )?.views;
const openMenu = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name }));
};
const choose = async (name: string) => {
  await userEvent.click(await screen.findByRole('menuitem', { name }));
};

describe('the Filter menu', () => {
  test('switches values on and off, which is kept at once', async () => {
    render(<FilterMenu />);
    await openMenu('Filter');
    const themes = within(await screen.findByRole('group', { name: 'Theme' }));
    await userEvent.click(themes.getByRole('button', { name: 'pool' }));
    expect(themes.getByRole('button', { name: 'pool', pressed: true })).toBeDefined();
    expect(filters()).toEqual([{ facet: 'theme', value: 'pool' }]);
    expect(kept()?.current.filters).toEqual(filters());
    await userEvent.click(themes.getByRole('button', { name: 'pool' }));
    expect(filters()).toEqual([]);
  });

  test('takes a date with Enter, says what is none, and takes the next in its place', async () => {
    render(<FilterMenu />);
    await openMenu('Filter');
    const [after] = within(await screen.findByRole('group', { name: 'Date' })).getAllByRole(
      'textbox',
    ) as [HTMLElement];
    await userEvent.type(after, 'soon{Enter}');
    expect(screen.getByText(/a year, a month or a day/)).toBeDefined();
    expect(filters()).toEqual([]);
    await userEvent.clear(after);
    await userEvent.type(after, '2026-06{Enter}');
    await userEvent.clear(after);
    await userEvent.type(after, '2025{Enter}');
    expect(filters()).toEqual([{ facet: 'after', value: '2025' }]);
  });
});

describe('the Sort menu', () => {
  test('has the usual order and others; the usual one is no choice to keep', async () => {
    render(<SortMenu />);
    await openMenu(/^Sort by/);
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Title' }));
    expect(useStore.getState().sort).toBe('title');
    await openMenu('Sort by: Title');
    const [usual] = await screen.findAllByRole('menuitemradio');
    await userEvent.click(usual as HTMLElement);
    expect(useStore.getState().sort).toBeNull();
  });

  test('while something is searched for, the best match comes first', async () => {
    useStore.setState({ hits: new Found([], []) });
    render(<SortMenu />);
    await openMenu('Sort by: Best match');
    expect(
      await screen.findByRole('menuitemradio', { name: 'Best match', checked: true }),
    ).toBeDefined();
  });
});

describe('the Views menu', () => {
  test('shows a view, and all near misses again', async () => {
    render(<ViewsMenu />);
    await openMenu('Views');
    await choose('Pools');
    expect(filters()).toEqual(POOLS.view.filters);
    await openMenu('Views');
    await choose('All near misses');
    expect(filters()).toEqual([]);
  });

  test('keeps what is shown under a name, and says when it takes the place of another', async () => {
    useStore.setState({ filters: [{ facet: 'theme', value: 'capacity' }] });
    render(<ViewsMenu />);
    await openMenu('Views');
    await choose('Save this view…');
    const name = await screen.findByRole('textbox', { name: /^Name/ });
    await userEvent.clear(name);
    await userEvent.type(name, 'Pools');
    expect(screen.getByText('takes the place of the view of that name')).toBeDefined();
    await userEvent.type(name, ' and disks{Enter}');
    expect(names()).toEqual(['Pools', 'Pools and disks']);
    expect(kept()?.saved.at(-1)?.view.filters).toEqual(filters());
  });

  test('with the usual list there is nothing to keep', async () => {
    render(<ViewsMenu />);
    await openMenu('Views');
    const save = await screen.findByRole('menuitem', { name: 'Save this view…' });
    expect(save.getAttribute('aria-disabled')).toBe('true');
  });

  test('renames a view to a name that is free, and to no other', async () => {
    useStore.setState({ savedViews: [POOLS, { ...POOLS, name: 'Disks' }] });
    render(<ViewsMenu />);
    await openMenu('Views');
    await choose('Rename or remove views…');
    const name = await screen.findByRole('textbox', { name: 'Name of “Pools”' });
    for (const taken of ['Disks', '  ']) {
      await userEvent.clear(name);
      await userEvent.type(name, `${taken}{Enter}`);
      expect(names()).toEqual(['Pools', 'Disks']);
      expect(name).toHaveProperty('value', 'Pools');
    }
    await userEvent.clear(name);
    await userEvent.type(name, 'Ponds{Enter}');
    expect(names()).toEqual(['Ponds', 'Disks']);
    expect(kept()?.saved.map((view) => view.name)).toEqual(['Ponds', 'Disks']);
  });

  test('removes a view, which can be taken back', async () => {
    render(<ViewsMenu />);
    await openMenu('Views');
    await choose('Rename or remove views…');
    await userEvent.click(await screen.findByRole('button', { name: 'Remove “Pools”' }));
    expect(screen.getByText('None are left.')).toBeDefined();
    expect(kept()?.saved).toEqual([]);
    const said = useStore.getState().toasts.at(-1);
    expect(said?.message).toBe('“Pools” is no longer among your views.');
    act(() => said?.action?.run());
    expect(names()).toEqual(['Pools']);
    expect(kept()?.saved).toEqual([POOLS]);
  });
});

describe('what the search field suggests', () => {
  test('is gone through and taken by keyboard; Escape leaves what is typed', async () => {
    render(<SearchField />);
    const field = screen.getByRole('searchbox');
    await userEvent.type(field, 'theme:');
    const list = await screen.findByRole('listbox', { name: 'Suggestions' });
    expect(within(list).getAllByRole('option')).toHaveLength(2);
    await userEvent.keyboard('{ArrowUp}');
    expect(field.getAttribute('aria-activedescendant')).toBe(
      within(list).getByRole('option', { selected: true }).id,
    );
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field).toHaveProperty('value', 'theme:');
    await userEvent.type(field, 'po');
    await screen.findByRole('listbox', { name: 'Suggestions' });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(filters()).toEqual([{ facet: 'theme', value: 'pool' }]);
    await waitFor(() => expect(field).toHaveProperty('value', ''));
  });
});
