// All actions by role: their order and why, filters, done with a day and undone, decisions that
// come back on their day, and what a session is reminded of.

import { EVERY_OPEN_ACTION } from '@core/actions/library-actions';
import { daysAfter } from '@core/dates';
import type { RecordView } from '@core/ipc/contract';
import { defaultConfig } from '@core/library/config';
import type { Action, RecordFields } from '@core/record/model';
import { reviewDay } from '@core/triage/queue';
import ActionsPage from '@renderer/features/actions/ActionsPage';
import { EarlierActions } from '@renderer/features/session/EarlierActions';
import { useStore } from '@renderer/store/store';
import { today } from '@renderer/ui/today';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';
import { listingOf, summary } from './summaries';

const before = useStore.getState();
const action = (what: string, part: Partial<Action> = {}): Action => ({
  id: what,
  what,
  kind: null,
  owner: '',
  due: '',
  effort: null,
  done: '',
  ...part,
});
const severe = {
  severity: 'severe',
  recurrence: 'likely',
  decision: 'act now',
  reason: '',
  review: '',
} as const;

function library(records: Record<string, Partial<RecordFields>>) {
  const views = new Map<string, RecordView>();
  const rows = Object.entries(records).map(([key, fields]) => {
    const row = summary(key, key, fields);
    views.set(key, recordView(key, row.fields));
    return row;
  });
  answerCalls({
    'record:open': ({ key }) => views.get(key) as RecordView,
    'record:edit': () => ({ revision: 2, merged: null }),
  });
  useStore.setState({
    library: {
      name: 'Ours',
      folder: '/o',
      config: defaultConfig('x'),
      writable: true,
      gone: false,
    },
    listing: listingOf(...rows),
  });
}
const shown = () =>
  screen.queryAllByRole('checkbox', { name: /^Done: / }).map((box) => box.ariaLabel);
const doneOf = (key: string) =>
  useStore.getState().open[key]?.content.fields.actions.map(({ done }) => done);

beforeEach(() => {
  useStore.getState().forgetRecords();
});
afterEach(async () => {
  await useStore.getState().flushEdits();
  useStore.setState(before, true);
  vi.restoreAllMocks();
});

test('the worst comes first, and says why to the eye and to a screen reader', async () => {
  const user = userEvent.setup();
  library({
    mild: { actions: [action('Tidy up', { effort: 'small' })] },
    bad: { actions: [action('Page earlier')], triage: severe },
  });
  render(<ActionsPage />);
  expect(shown()).toEqual(['Done: Page earlier', 'Done: Tidy up']);
  const why = screen.getByRole('button', { name: '16, why here Page earlier' });
  const words = 'Severe × likely, 4 × 4 = 16; what is left is not known; effort not said';
  const described = document.getElementById(why.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toBe(words);
  expect(screen.getAllByText(words)).toHaveLength(1);
  await user.hover(why);
  await waitFor(() => expect(screen.getAllByText(words)).toHaveLength(2));
});

test('filters combine, and say how many are left', async () => {
  const user = userEvent.setup();
  const yesterday = daysAfter(today(), -1);
  library({
    a: {
      actions: [
        action('one', { owner: 'Ana', kind: 'fix', due: yesterday }),
        action('two', { owner: 'Ana', kind: 'detect', due: daysAfter(today(), 1) }),
        action('three', { due: yesterday }),
        action('four', { owner: 'Ana', done: yesterday }),
      ],
    },
  });
  render(<ActionsPage />);
  expect(shown()).toHaveLength(3);
  expect(screen.getByText('3 actions, 2 overdue')).toBeDefined();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'Ana');
  expect(shown()).toEqual(['Done: one', 'Done: two']);
  await user.click(screen.getByRole('checkbox', { name: 'Overdue only' }));
  expect(shown()).toEqual(['Done: one']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'Nobody yet');
  expect(shown()).toEqual(['Done: three']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Owner' }), 'Everybody');
  await user.click(screen.getByRole('checkbox', { name: 'Overdue only' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Detect');
  expect(shown()).toEqual(['Done: two']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Every kind');
  await user.click(screen.getByRole('radio', { name: 'Done' }));
  expect(shown()).toEqual(['Done: four']);
  await user.click(screen.getByRole('radio', { name: 'All' }));
  expect(shown()).toHaveLength(4);
});

test('whoever is filtered for is named, also when nothing is theirs any more', async () => {
  library({ a: { actions: [action('one', { owner: 'Bo' })] } });
  useStore.setState({ actionFilter: { ...EVERY_OPEN_ACTION, owner: 'Ana' } });
  render(<ActionsPage />);
  const owner = screen.getByRole('combobox', { name: 'Owner' });
  expect(within(owner).getByRole('option', { name: 'Ana', selected: true })).toBeDefined();
  await userEvent.selectOptions(owner, 'Everybody');
  expect(shown()).toEqual(['Done: one']);
});

test('done has a day, today at first; it stays in sight, and can be taken back', async () => {
  const user = userEvent.setup();
  library({ a: { actions: [action('one'), action('two')] } });
  render(<ActionsPage />);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Done: two' }));
  // At once, though its record is not open yet.
  expect(screen.getByRole('checkbox', { name: 'Done: two' })).toHaveProperty('checked', true);
  await waitFor(() => expect(doneOf('a')).toEqual(['', today()]));
  expect(shown()).toHaveLength(2);
  const toast = useStore.getState().toasts.find(({ message }) => message === '“two” is done.');
  act(() => toast?.action?.run());
  await waitFor(() => expect(doneOf('a')).toEqual(['', '']));

  await user.click(screen.getByRole('checkbox', { name: 'Done: two' }));
  const day = await screen.findByLabelText('Done on: two');
  expect(day).toHaveProperty('value', today());
  fireEvent.change(day, { target: { value: '2026-03-04' } });
  await waitFor(() => expect(doneOf('a')).toEqual(['', '2026-03-04']));
});

test('an action that was changed meanwhile is not mistaken for another', async () => {
  library({ a: { actions: [action('one')] } });
  render(<ActionsPage />);
  useStore.setState({ open: { a: recordView('a', { actions: [action('other')] }) } });
  const { changeAction } = useStore.getState();
  const [row] = useStore.getState().listing.records;
  if (!row) throw new Error('No row');
  const ranked = { product: 0, strength: null, arithmetic: '' };
  await changeAction({ row, action: action('one'), index: 0, ...ranked }, { done: today() });
  expect(doneOf('a')).toEqual(['']);
  expect(useStore.getState().toasts.at(-1)?.message).toMatch(/was changed meanwhile/);
});

test('a decision not to act comes back on its day, first on the page', async () => {
  const user = userEvent.setup();
  const log = { ...severe, decision: 'log' as const, reason: 'Gone next week' };
  library({
    later: { triage: { ...log, review: daysAfter(today(), 1) }, status: 'logged' },
    now: { triage: { ...log, review: today() }, status: 'logged' },
    old: { triage: { ...log, review: daysAfter(today(), -3) }, status: 'logged' },
  });
  render(<ActionsPage />);
  const due = screen.getByRole('region', { name: 'Reviews due 2' });
  const items = within(due).getAllByRole('listitem');
  expect(items.map((item) => within(item).getAllByRole('button')[0]?.textContent)).toEqual([
    'old',
    'now',
  ]);
  expect(items[0]?.textContent).toContain('Gone next week');
  expect(items[0]?.textContent).toContain('3 days ago');

  await user.click(
    within(items[0] as HTMLElement).getByRole('button', { name: 'Keep the decision' }),
  );
  const day = screen.getByLabelText('Look at it again on');
  expect(day).toHaveProperty('value', reviewDay(today()));
  fireEvent.change(day, { target: { value: '' } });
  await user.click(screen.getByRole('button', { name: 'Keep until then' }));
  expect(screen.getByText('Choose a day to look at it again.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Back' }));
  const keep = within(items[0] as HTMLElement).getByRole('button', { name: 'Keep the decision' });
  expect(document.activeElement).toBe(keep);
  await user.click(keep);
  fireEvent.change(screen.getByLabelText('Look at it again on'), {
    target: { value: '2031-01-02' },
  });
  await user.click(screen.getByRole('button', { name: 'Keep until then' }));
  await screen.findByRole('region', { name: 'Reviews due 1' });
  expect(useStore.getState().open.old?.content.fields.triage).toMatchObject({
    decision: 'log',
    reason: 'Gone next week',
    review: '2031-01-02',
  });

  await user.click(screen.getByRole('button', { name: 'Look again' }));
  expect(useStore.getState()).toMatchObject({
    route: { name: 'triage' },
    sitting: { keys: ['now'], chosen: true },
  });
});

test('a session is reminded of what is open about its themes, and of nothing when nothing is', () => {
  library({
    this: { themes: ['disk-capacity', 'alerts'] },
    earlier: {
      themes: ['disk-capacity'],
      actions: [
        action('Page at 80 %', { owner: 'Ana', due: '2099-12-05' }),
        ...['b', 'c', 'd', 'e'].map((what) => action(what)),
      ],
    },
  });
  const view = (themes: string[]) => recordView('this', { themes });
  const { rerender, container } = render(
    <EarlierActions view={view(['disk-capacity', 'alerts'])} />,
  );
  const region = screen.getByRole('region', {
    name: 'Still open from earlier near misses about disk-capacity',
  });
  const [first] = within(region).getAllByRole('listitem');
  expect(first?.textContent).toBe('Page at 80 %Ana · due 5 December 2099 · from “earlier”');
  expect(within(region).getAllByRole('listitem')).toHaveLength(3);
  expect(region.textContent).toContain('And 2 more.');
  rerender(<EarlierActions view={view(['alerts'])} />);
  expect(container.textContent).toBe('');
});
