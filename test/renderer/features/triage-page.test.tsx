// Triage by keyboard and by role: what each key does, what is asked, what is written, the way back,
// and that nothing happens while someone types.

import type { RecordView } from '@core/ipc/contract';
import { defaultConfig } from '@core/library/config';
import type { RecordFields } from '@core/record/model';
import { reviewDay } from '@core/triage/queue';
import TriagePage from '@renderer/features/triage/TriagePage';
import { useStore } from '@renderer/store/store';
import { today } from '@renderer/ui/today';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { recordView } from './record-view';
import { listingOf, summary } from './summaries';

const before = useStore.getState();
const heading = (name: string) => screen.findByRole('heading', { name });
const fieldsOf = (key: string) => useStore.getState().open[key]?.content.fields;
const decision = () => screen.getByRole('region', { name: 'Decision' });
const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const digit = (n: number, shiftKey = false) =>
  press(shiftKey ? '!"§$%'.charAt(n - 1) : String(n), { code: `Digit${n}`, shiftKey });

/** The page on a library of these near misses, as it stands. */
async function show(records: Record<string, Partial<RecordFields>>, config = defaultConfig('x')) {
  const views = new Map<string, RecordView>();
  const rows = Object.entries(records).map(([key, fields]) => {
    const row = summary(key, key, fields);
    views.set(key, recordView(key, row.fields));
    return row;
  });
  answerCalls({
    'record:open': ({ key }) => {
      const view = views.get(key);
      if (!view) throw new Error(`No ${key}`);
      return view;
    },
    'record:edit': ({ key, edit }) => {
      const view = views.get(key);
      if (view && edit.kind === 'fields') {
        const fields = { ...view.content.fields, ...edit.fields };
        views.set(key, { ...view, content: { ...view.content, fields } });
      }
      return { revision: 2, merged: null };
    },
  });
  useStore.setState({
    library: { name: 'Ours', folder: '/o', config, writable: true, gone: false },
    listing: listingOf(...rows),
  });
  useStore.getState().triageNow();
  render(<TriagePage />);
}

beforeEach(() => {
  useStore.getState().forgetRecords();
});
afterEach(async () => {
  await useStore.getState().flushEdits();
  useStore.setState(before, true);
  vi.restoreAllMocks();
});

const TWO = { disk: { occurred: '2026-02-02' }, pool: { occurred: '2026-02-01' } };

describe('by keyboard alone', () => {
  test('digits answer, Enter accepts what is suggested and brings the next, U takes it back', async () => {
    await show(TWO);
    await heading('disk');
    expect(screen.getByText(/^1 of 2\./)).toBeDefined();
    digit(4);
    expect(decision().textContent).toBe('Severe. How likely is it to recur?');
    digit(4, true);
    expect(decision().textContent).toContain('Severe × likely, 4 × 4 = 16');
    expect(decision().textContent).toContain('Act now starts at 15.');
    expect(fieldsOf('disk')).toMatchObject({ status: 'captured' });

    press('Enter');
    await heading('pool');
    expect(fieldsOf('disk')).toMatchObject({
      status: 'triaged',
      triage: { severity: 'severe', recurrence: 'likely', decision: 'act now', review: '' },
    });
    expect(screen.getByRole('status').textContent).toBe('Act now: disk');

    press('u');
    await heading('disk');
    await waitFor(() => expect(fieldsOf('disk')?.status).toBe('captured'));
    expect(fieldsOf('disk')?.triage).toMatchObject({ severity: null, decision: null });
    // What was chosen is there to be changed.
    expect(screen.getByRole('radio', { name: /^4 Severe/ })).toHaveProperty('checked', true);
    expect(decision().textContent).toContain('4 × 4 = 16');
  });

  test('Enter does nothing before both questions are answered, or while it is held down', async () => {
    await show(TWO);
    await heading('disk');
    press('Enter');
    digit(4);
    press('Enter');
    digit(4, true);
    press('Enter', { repeat: true });
    expect(screen.getByRole('heading', { name: 'disk' })).toBeDefined();
    expect(fieldsOf('disk')?.triage.decision).toBeNull();
  });

  test('J and K move without deciding, what was chosen waits, Escape leaves', async () => {
    await show(TWO);
    await heading('disk');
    digit(3);
    press('j');
    await heading('pool');
    press('k');
    await heading('disk');
    expect(screen.getByRole('radio', { name: /^3 Major/ })).toHaveProperty('checked', true);
    press('j');
    press('j');
    await heading('Nothing was decided');
    expect(screen.getByText('2 near misses are not decided.')).toBeDefined();
    press('Escape');
    expect(useStore.getState().route).toEqual({ name: 'home' });
    expect(fieldsOf('disk')?.triage.severity).toBeNull();
  });

  test('a key with Control, or under a dialog, is somebody else’s', async () => {
    await show(TWO);
    await heading('disk');
    press('4', { code: 'Digit4', ctrlKey: true });
    const dialog = document.body.appendChild(document.createElement('div'));
    dialog.setAttribute('role', 'dialog');
    digit(4);
    dialog.remove();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  });
});

describe('a decision that needs a reason', () => {
  test('another one than suggested asks why, and typing is only typing', async () => {
    const user = userEvent.setup();
    await show(TWO);
    await heading('disk');
    digit(4);
    digit(4, true);
    press('i');
    const reason = screen.getByRole('textbox', { name: /^Reason/ });
    expect(document.activeElement).toBe(reason);
    expect(screen.queryByLabelText('Look at it again on')).toBeNull();
    await user.keyboard('Just 1 like kudu');
    expect(reason).toHaveProperty('value', 'Just 1 like kudu');
    expect(screen.getByRole('radio', { name: /^4 Severe/ })).toHaveProperty('checked', true);
    await user.keyboard('{Enter}');
    await heading('pool');
    expect(fieldsOf('disk')?.triage).toMatchObject({
      decision: 'investigate',
      reason: 'Just 1 like kudu',
      review: '',
    });
  });

  test('deciding not to act asks why and when to look again, and blocks nobody', async () => {
    const user = userEvent.setup();
    await show(TWO);
    await heading('disk');
    digit(1);
    digit(1, true);
    press('Enter');
    const day = screen.getByLabelText('Look at it again on');
    expect(day).toHaveProperty('value', reviewDay(today()));
    await user.keyboard('{Enter}');
    expect(screen.getByText(/Enter again leaves it open/)).toBeDefined();
    fireEvent.change(day, { target: { value: '' } });
    await user.keyboard('{Enter}');
    expect(screen.getByText(/Choose a day to look at it again\./)).toBeDefined();
    fireEvent.change(day, { target: { value: '2031-05-06' } });
    await user.keyboard('{Enter}');
    await heading('pool');
    expect(fieldsOf('disk')).toMatchObject({
      status: 'logged',
      triage: { decision: 'log', reason: '', review: '2031-05-06' },
    });
  });

  test('Escape goes back to the answers, and what was written stays', async () => {
    const user = userEvent.setup();
    await show(TWO);
    await heading('disk');
    digit(4);
    digit(4, true);
    press('l');
    await user.keyboard('Gone next week{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(useStore.getState().route).toEqual({ name: 'triage' });
    press('l');
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Gone next week');
  });
});

test('the two questions are named, carry the library’s own words, and the cells are a short cut', async () => {
  const user = userEvent.setup();
  const config = defaultConfig('x');
  config.severity.major = 'a region is down';
  await show({ disk: {} }, config);
  await heading('disk');
  const bad = screen.getByRole('radiogroup', { name: 'How bad it would have been' });
  const likely = screen.getByRole('radiogroup', { name: 'How likely it is to recur' });
  expect(bad.querySelectorAll('input')).toHaveLength(5);
  expect(likely.querySelectorAll('input')).toHaveLength(5);
  await user.click(screen.getByRole('radio', { name: '3 Major, a region is down' }));
  await user.click(screen.getByRole('radio', { name: '4 Likely, monthly' }));
  expect(decision().textContent).toContain('3 × 4 = 12');
  const [cell] = screen.getAllByText('Act now');
  await user.click(cell as HTMLElement);
  expect(decision().textContent).toContain('Catastrophic × possible, 5 × 3 = 15');
});

test('what is known of its theme is said, and leads to the others', async () => {
  const user = userEvent.setup();
  await show({
    disk: { occurred: today(), themes: ['capacity'] },
    before: { occurred: today(), themes: ['capacity'], status: 'learned' },
  });
  await heading('disk');
  expect(screen.getByText('1 with capacity in the past year.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'before' }));
  expect(useStore.getState().route).toEqual({ name: 'record', key: 'before' });
});

describe('the end', () => {
  test('thanks, says what was decided and what was left, and goes back to that', async () => {
    await show({
      disk: { occurred: '2026-02-02', reporter: 'Sam' },
      pool: { occurred: '2026-02-01' },
    });
    await heading('disk');
    digit(4);
    digit(4, true);
    press('Enter');
    await heading('pool');
    press('j');
    await heading('Thank you');
    expect(screen.getByText(/is decided in this sitting: 1 act now\. Thanks to Sam/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Go back to it' }));
    await heading('pool');
    act(() => useStore.getState().triageNow());
    expect(screen.getByRole('heading', { name: 'pool' })).toBeDefined();
  });

  test('with nothing to triage it says how something comes here', async () => {
    await show({ disk: { status: 'learned' } });
    expect(screen.getByRole('heading', { name: 'Nothing to triage' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Capture a near miss' })).toBeDefined();
    // What is captured meanwhile comes in front by itself.
    const { listing } = useStore.getState();
    act(() => useStore.setState({ listing: listingOf(...listing.records, summary('new', 'new')) }));
    expect(useStore.getState().sitting?.keys).toEqual(['new']);
  });
});

test('one that can only be read is shown and not decided', async () => {
  await show({ disk: {} });
  await heading('disk');
  const library = useStore.getState().library;
  act(() => useStore.setState({ library: library && { ...library, writable: false } }));
  digit(4);
  digit(4, true);
  press('Enter');
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  expect(fieldsOf('disk')?.triage.decision).toBeNull();
});
