// The facilitator's window beside the room's: what is typed there stays there when the room goes on.

import { defaultConfig } from '@core/library/config';
import { emptyFields } from '@core/record/model';
import type { Facilitation } from '@core/session/facilitation';
import { newFacilitation } from '@core/session/facilitation';
import { type Stage, startSession } from '@core/session/session';
import FacilitatorDrawer from '@renderer/features/facilitator/FacilitatorDrawer';
import { SessionStage } from '@renderer/features/session/SessionStage';
import { useStore } from '@renderer/store/store';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { heldSession } from './held-session';
import { recordView } from './record-view';

const before = useStore.getState();

function Console() {
  const session = useStore((state) => state.session);
  const view = useStore((state) => state.open.k);
  const drawerOpen = useStore((state) => state.drawerOpen);
  if (!session || !view) return null;
  return (
    <>
      <SessionStage session={session} view={view} />
      {drawerOpen && <FacilitatorDrawer session={session} view={view} />}
    </>
  );
}

/** The session at a stage, with the room's window on another display or without it. */
async function lead(stage: Stage, room: number | null = 2) {
  const held = heldSession({ ...startSession('k', Date.now(), '2026-11-20'), stage });
  const kept: Facilitation[] = [];
  answerCalls({
    ...held.answers,
    'facilitator:open': () => ({ ...newFacilitation('2026-11-20'), notes: 'Ask Ana. ' }),
    'facilitator:keep': ({ facilitation }) => void kept.push(facilitation),
    'record:edit': () => ({ revision: 2, merged: null }),
    'room:read': () => undefined,
  });
  useStore.setState({
    role: 'main',
    library: { name: '', folder: '', config: defaultConfig('L'), writable: true, gone: false },
    room: { on: room, facilitatorOn: 1, displays: [] },
    facilitation: null,
    open: { k: recordView('k', { ...emptyFields(), title: 'A disk filled' }) },
  });
  await act(held.begin);
  render(<Console />);
  const user = userEvent.setup();
  /** Somebody at the room's window goes there. */
  const roomGoesTo = (to: Stage) =>
    act(() => useStore.getState().sessionChanged(held.applied({ type: 'go', stage: to })));
  return { user, kept, roomGoesTo };
}

afterEach(() => {
  vi.restoreAllMocks();
  useStore.setState(before, true);
});

test.each<[Stage, Stage]>([
  ['opening', 'story'],
  ['story', 'saved'],
  ['saved', 'could'],
  ['could', 'read-out'],
  ['read-out', 'story'],
])('notes are typed on when the room goes from %s to %s', async (from, to) => {
  const { user, roomGoesTo } = await lead(from);
  const notes = await screen.findByRole('textbox', { name: /^Your notes/ });
  await user.type(notes, 'Priv');
  await roomGoesTo(to);
  await user.keyboard('ate');
  expect(document.activeElement).toBe(notes);
  expect((notes as HTMLTextAreaElement).value).toBe('Ask Ana. Private');
  const sections = useStore.getState().open.k?.content.sections ?? {};
  expect(Object.values(sections).join('')).not.toContain('ate');
});

test('what is being written for the parking lot stays, and is kept like the notes', async () => {
  const { user, kept, roomGoesTo } = await lead('story');
  const lot = { name: /^Parking lot/ };
  await user.type(await screen.findByRole('textbox', lot), 'Ask billing');
  await roomGoesTo('saved');
  expect(await screen.findByRole('textbox', lot)).toHaveProperty('value', 'Ask billing');
  // The room's window goes, and with it the place beside it.
  act(() => useStore.setState(({ room }) => ({ room: { ...room, on: null }, drawerOpen: true })));
  expect(await screen.findByRole('textbox', lot)).toHaveProperty('value', 'Ask billing');
  await waitFor(() => expect(kept.at(-1)?.parking).toBe('Ask billing'));
  await user.click(screen.getByRole('button', { name: 'Park it' }));
  expect(await screen.findByRole('textbox', lot)).toHaveProperty('value', '');
  expect(useStore.getState().open.k?.content.sections.notes).toContain('Ask billing');
});

test('what the room sees is there in every step: its words, or its actions', async () => {
  const { roomGoesTo } = await lead('actions');
  const glance = await screen.findByRole('region', { name: 'What the room sees' });
  within(glance).getByText('No action yet.');
  const action = { kind: null, effort: null, done: '' } as const;
  act(() =>
    useStore.getState().editFields('k', {
      actions: [
        { ...action, id: 'a1', what: 'Page at 80 %', owner: 'Ana', due: '2026-12-05' },
        { ...action, id: 'a2', what: '', owner: '', due: '' },
      ],
    }),
  );
  expect(
    within(glance)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Page at 80 %Ana, by 5 December 2026', 'An action without words yet']);
  await roomGoesTo('could');
  act(() => useStore.getState().editSection('k', 'could', 'Every checkout failing.'));
  await within(glance).findByText('Every checkout failing.');
  expect(within(glance).queryByRole('listitem')).toBeNull();
});

test('what is shown already is not asked for again', async () => {
  const { user, roomGoesTo } = await lead('story');
  const notes = await screen.findByRole('textbox', { name: /^Your notes/ });
  await user.type(notes, 'x');
  await act(() => useStore.getState().openFacilitation('k', '2026-11-20'));
  await roomGoesTo('saved');
  expect(useStore.getState().facilitation?.value.notes).toBe('Ask Ana. x');
});

test('the drawer gives the focus back to where it was', async () => {
  const { user } = await lead('opening', null);
  const name = screen.getByRole('combobox', { name: 'Facilitator' });
  name.focus();
  act(() => useStore.getState().showDrawer(true));
  expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Facilitator' }));
  await user.click(await screen.findByRole('button', { name: 'Close the drawer' }));
  expect(document.activeElement).toBe(name);
});

test('among the estimates the focus stays when they are gone', async () => {
  const { user } = await lead('close');
  await user.click(await screen.findByRole('button', { name: /^3, / }));
  screen.getByRole('button', { name: 'Start over' }).focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^1, / }));
});
