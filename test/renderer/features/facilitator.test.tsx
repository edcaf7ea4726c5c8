// What whoever leads the room has beside it: cues in the record's words, hints that one key takes
// or dismisses, estimates that stay hidden, notes that go nowhere else.

import { defaultConfig } from '@core/library/config';
import { emptyFields, type SectionKey } from '@core/record/model';
import type { Facilitation } from '@core/session/facilitation';
import { type Stage, startSession } from '@core/session/session';
import { findHints } from '@core/wording/hints';
import FacilitatorDrawer from '@renderer/features/facilitator/FacilitatorDrawer';
import { useStore } from '@renderer/store/store';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { heldSession } from './held-session';
import { recordView } from './record-view';

const BLAME = 'Ana forgot to unmute the alert.';
const [HINT] = findHints(BLAME, ['Ana']);
const ONLY = { section: 'close' as SectionKey, text: BLAME };

function Drawer() {
  const session = useStore((state) => state.session);
  const view = useStore((state) => state.open.k);
  return session && view ? <FacilitatorDrawer session={session} view={view} /> : null;
}

/** The drawer at a stage; gives what is kept and what is written. */
async function lead(stage: Stage, { section, text } = ONLY, kept: Facilitation | null = null) {
  const held = heldSession({
    ...startSession('k', Date.now(), '2026-11-20'),
    stage,
    people: ['Ana'],
  });
  const asked = answerCalls({
    ...held.answers,
    'facilitator:open': () => kept,
    'facilitator:keep': () => undefined,
    'record:edit': () => ({ revision: 2, merged: null }),
  });
  const view = recordView('k', {
    ...emptyFields(),
    reporter: 'Sam',
    barriers: [
      {
        name: 'Cleanup job',
        state: 'stopped',
        kind: 'timing',
        byDesign: 'no',
        known: null,
        note: '',
      },
    ],
  });
  const library = { name: '', folder: '', config: defaultConfig('L'), writable: true, gone: false };
  useStore.getState().forgetSteps();
  useStore.setState({
    library,
    facilitation: null,
    open: {
      k: {
        ...view,
        content: { ...view.content, sections: { ...view.content.sections, [section]: text } },
      },
    },
  });
  await act(held.begin);
  render(<Drawer />);
  await screen.findByRole('textbox', { name: /^Your notes/ });
  const last = (): Facilitation | undefined =>
    asked
      .filter(({ channel }) => channel === 'facilitator:keep')
      .map(({ input }) => (input as { facilitation: Facilitation }).facilitation)
      .at(-1);
  return {
    user: userEvent.setup(),
    last,
    text: (key: SectionKey) => useStore.getState().open.k?.content.sections[key],
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  useStore.setState({ session: null, open: {}, facilitation: null, drawerOpen: false });
});

describe('the drawer', () => {
  test('says that it can be seen, takes the focus, and shows the cues of the step', async () => {
    await lead('close');
    const drawer = screen.getByRole('complementary', { name: 'Facilitator' });
    expect(document.activeElement).toBe(drawer);
    expect(within(drawer).getByRole('note').textContent).toMatch(/^Everyone who sees this screen/);
    expect(drawer.textContent).toContain('“Without ‘Cleanup job’, what would have noticed next');
    for (const name of ['Say', 'Listen for', 'If the room goes quiet', 'Before you go on']) {
      within(drawer).getByRole('region', { name });
    }
    expect(screen.getByRole('region', { name: 'Time' }).textContent).toContain(
      '3:00of 3 minutes for this step · 0:00 of 25 in all',
    );
  });

  test('shows the team’s own words', async () => {
    await lead('close');
    const { library } = useStore.getState();
    if (!library) throw new Error('no library');
    const config = { ...library.config, cues: { close: { listen: 'Sighs.' } } };
    act(() => useStore.setState({ library: { ...library, config } }));
    expect(screen.getByRole('region', { name: 'Listen for' }).textContent).toContain('Sighs.');
  });

  test('is closed by its button', async () => {
    const { user } = await lead('close');
    act(() => useStore.getState().showDrawer(true));
    await user.click(screen.getByRole('button', { name: 'Close the drawer' }));
    expect(useStore.getState().drawerOpen).toBe(false);
  });
});

describe('a hint', () => {
  const use = { name: /^Use it: the alert stayed muted/ };

  test('is put in with Enter, and taken back by undo', async () => {
    const { user, text } = await lead('close');
    screen.getByRole('button', use).focus();
    await user.keyboard('{Enter}');
    expect(text('close')).toBe(
      'The alert stayed muted; nothing prompted anyone to turn it back on.',
    );
    expect(screen.queryByRole('button', use)).toBeNull();
    expect(document.activeElement).toBe(
      screen.getByRole('heading', { name: /^Wording worth changing/ }),
    );
    await act(() => useStore.getState().undo('k'));
    expect(text('close')).toBe(BLAME);
  });

  test('goes where its words stand now, and nowhere when they are gone', async () => {
    const { user, text } = await lead('close');
    act(() =>
      useStore.getState().editSection('k', 'close', `Typed before it. ${BLAME} And after.`),
    );
    await user.click(screen.getByRole('button', use));
    expect(text('close')).toBe(
      'Typed before it. The alert stayed muted; nothing prompted anyone to turn it back on. And after.',
    );
    act(() => useStore.getState().editSection('k', 'close', 'All gone.'));
    const hint = HINT;
    if (!hint) throw new Error('a hint is needed');
    act(() => useStore.getState().acceptHint('k', 'close', hint, ['Ana']));
    expect(text('close')).toBe('All gone.');
  });

  test('is dismissed for good with Delete, without a word of it being kept', async () => {
    const { user, last, text } = await lead('close');
    screen.getByRole('button', use).focus();
    await user.keyboard('{Delete}');
    expect(screen.queryByRole('button', use)).toBeNull();
    expect(text('close')).toBe(BLAME);
    await waitFor(() => expect(last()?.dismissed).toHaveLength(1));
    expect(JSON.stringify(last())).not.toMatch(/Ana|forgot|alert/);
  });

  test('of another section comes after, and says where it stands', async () => {
    await lead('could');
    screen.getByText(/in How close it was/);
  });

  test('comes when the typing rests, with the keys to go from one to the next', async () => {
    const { user } = await lead('close');
    act(() => useStore.getState().editSection('k', 'close', `${BLAME} They should have noticed.`));
    expect(screen.getAllByRole('button', { name: /^Use it/ })).toHaveLength(1);
    const second = await screen.findByRole('button', {
      name: 'Use it: what would have made it noticeable?',
    });
    screen.getByRole('button', use).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(second);
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('button', use));
  });

  test('knows the names of who is here, and only theirs', async () => {
    await lead('close', { section: 'close', text: 'Ana broke the build. Zeno broke the build.' });
    expect(screen.getAllByRole('button', { name: /^Dismiss/ })).toHaveLength(1);
  });
});

describe('estimates', () => {
  test('are hidden until they are revealed, with what the spread says', async () => {
    const { user, last, text } = await lead('close');
    const panel = screen.getByRole('region', { name: 'Blind estimates: how close?' });
    const add = (name: string) => user.click(within(panel).getByRole('button', { name }));
    await add('2, some way off');
    await add('4, very close');
    await add('4, very close');
    expect(panel.textContent).toContain('3 in, hidden until you reveal.');
    expect(within(panel).queryByRole('img')).toBeNull();
    await add('Reveal spread');
    within(panel).getByRole('img', {
      name: 'far away: 0, some way off: 1, close: 0, very close: 2, touching: 0',
    });
    expect(panel.textContent).toContain('The room sees this differently: why?');
    await add('Put in notes');
    expect(text('notes')).toBe(
      'How close? 3 estimates, from some way off to very close: some way off 1, very close 2. The room sees this differently: why?',
    );
    await add('5, touching');
    expect(panel.textContent).toContain('4 in, hidden until you reveal.');
    await add('Take back the last');
    await waitFor(() => expect(last()?.estimates.close.values).toEqual([2, 4, 4]));
    await add('Start over');
    expect(panel.textContent).toContain('None yet.');
  });

  test('are of the questions of the step', async () => {
    await lead('could');
    expect(
      screen
        .getAllByRole('region', { name: /^Blind estimates/ })
        .map((r) => r.getAttribute('aria-labelledby')),
    ).toHaveLength(2);
    screen.getByRole('button', { name: '5, almost certain' });
  });
});

describe('what is put into the record from beside it', () => {
  test('two accounts in the section of the step', async () => {
    const { user, text } = await lead('close');
    await user.click(screen.getByRole('button', { name: 'The room did not agree' }));
    expect(text('close')).toContain('#### One account');
    screen.getByText('Two accounts stand in “How close it was”.');
    await act(() => useStore.getState().undo('k'));
    expect(text('close')).toBe(BLAME);
  });

  test('a parked item, into Notes', async () => {
    const { user, text } = await lead('actions');
    await user.type(screen.getByRole('textbox', { name: /^Parking lot/ }), 'Ask billing{Enter}');
    expect(text('notes')).toBe('### Parking lot\n\n- Ask billing');
    expect(
      (screen.getByRole('textbox', { name: 'Parking lot 1 in Notes' }) as HTMLInputElement).value,
    ).toBe('');
    expect(screen.queryByRole('button', { name: 'The room did not agree' })).toBeNull();
  });

  test('nothing where it would run into an open block, which is said', async () => {
    const { user, text } = await lead('close', { section: 'close', text: '```\nopen' });
    await user.click(screen.getByRole('button', { name: 'The room did not agree' }));
    expect(text('close')).toBe('```\nopen');
    expect(useStore.getState().toasts.at(-1)?.message).toMatch(/something in it is not closed/);
  });
});

describe('notes', () => {
  test('are kept, the last of them even when many come at once', async () => {
    const { user, last, text } = await lead('close');
    await user.type(screen.getByRole('textbox', { name: /^Your notes/ }), 'Step 6');
    await useStore.getState().flushFacilitation();
    expect(last()?.notes).toBe('Step 6');
    expect(text('notes')).toBe('');
  });
});
