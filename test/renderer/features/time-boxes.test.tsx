// Time boxes by role, in the settings and at the opening of a session: any number can be typed,
// what is allowed is said, and the proportions hold.

import { defaultConfig } from '@core/library/config';
import { startSession } from '@core/session/session';
import { DEFAULT_TIME_BOXES, totalMinutes } from '@core/session/steps';
import { DEFAULT_SETTINGS } from '@core/settings/settings';
import SessionPage from '@renderer/features/session/SessionPage';
import SettingsPage from '@renderer/features/settings/SettingsPage';
import { useStore } from '@renderer/store/store';
import { MinutesField } from '@renderer/ui/MinutesField';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { heldSession } from './held-session';
import { recordView } from './record-view';

const field = (name: RegExp | string) => screen.getByRole('spinbutton', { name });

describe('a field of minutes', () => {
  const onCommit = vi.fn();
  const show = (value = 25) =>
    render(<MinutesField label="Box" value={value} min={7} max={240} onCommit={onCommit} />);
  beforeEach(() => onCommit.mockClear());

  test('hands on what was typed with Enter, not before', async () => {
    const user = userEvent.setup();
    show();
    await user.clear(field('Box'));
    await user.type(field('Box'), '40');
    expect(onCommit).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toBe('');
    await user.keyboard('{Enter}');
    expect(onCommit.mock.calls).toEqual([[40]]);
  });

  test('hands on what was typed when the field is left, or goes away', async () => {
    const user = userEvent.setup();
    const { unmount } = show();
    await user.clear(field('Box'));
    await user.type(field('Box'), '30');
    await user.tab();
    expect(onCommit.mock.calls).toEqual([[30]]);
    await user.clear(field('Box'));
    await user.type(field('Box'), '35');
    unmount();
    expect(onCommit.mock.calls).toEqual([[30], [35]]);
  });

  test('hands on each step of the arrows at once', () => {
    show();
    // What a browser sends for the arrows: a change that no typing made.
    fireEvent.change(field('Box'), { target: { value: '26' } });
    expect(onCommit.mock.calls).toEqual([[26]]);
  });

  test.each(['6', '241', '12.5'])(
    '“%s” is not handed on; what is allowed is said',
    async (text) => {
      const user = userEvent.setup();
      show();
      await user.clear(field('Box'));
      await user.type(field('Box'), `${text}{Enter}`);
      expect(onCommit).not.toHaveBeenCalled();
      expect(screen.getByRole('status').textContent).toBe('7 to 240 whole minutes.');
      expect(field('Box').getAttribute('aria-invalid')).toBe('true');
      await user.clear(field('Box'));
      await user.type(field('Box'), '8');
      expect(screen.getByRole('status').textContent).toBe('');
    },
  );

  test('what is set already is allowed, whatever it is', async () => {
    const user = userEvent.setup();
    show(300);
    await user.clear(field('Box'));
    await user.type(field('Box'), '300{Enter}');
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('in the settings', () => {
  beforeEach(() => {
    const config = defaultConfig('x');
    const changed = { ...DEFAULT_SETTINGS };
    answerCalls({
      'settings:change': ({ change }) => Object.assign(changed, change),
    });
    useStore.setState({
      settings: DEFAULT_SETTINGS,
      library: { path: '/x', config, readOnly: false } as never,
    });
  });

  test('a box can be typed digit by digit', async () => {
    const user = userEvent.setup();
    render(<SettingsPage />);
    await user.clear(field('Story'));
    await user.type(field('Story'), '40{Enter}');
    expect(useStore.getState().settings.boxes).toEqual({ ...DEFAULT_TIME_BOXES, story: 40 });
    await user.clear(field('Story'));
    await user.type(field('Story'), '601{Enter}');
    expect(screen.getByText('1 to 600 whole minutes.')).toBeDefined();
    expect(useStore.getState().settings.boxes?.story).toBe(40);
  });
});

describe('at the opening', () => {
  const begin = async (boxes = DEFAULT_TIME_BOXES) => {
    const held = heldSession(startSession('k', Date.now(), '2026-11-20', boxes));
    answerCalls(held.answers);
    useStore.setState({ open: { k: recordView('k') } });
    await held.begin();
    render(<SessionPage />);
  };
  const boxes = () => useStore.getState().session?.boxes ?? DEFAULT_TIME_BOXES;

  test('“40” can be typed, and is what the session gets', async () => {
    const user = userEvent.setup();
    await begin();
    await user.clear(field(/Time box/));
    await user.type(field(/Time box/), '40{Enter}');
    expect(totalMinutes(boxes())).toBe(40);
    expect(screen.getAllByText('8 min')).toHaveLength(2);
  });

  test('there and back again, the proportions are as they began', async () => {
    const user = userEvent.setup();
    await begin();
    for (const minutes of ['7', '240', '13', '25']) {
      await user.clear(field(/Time box/));
      await user.type(field(/Time box/), `${minutes}{Enter}`);
    }
    expect(boxes()).toEqual(DEFAULT_TIME_BOXES);
  });

  test('a longer total from the settings is accepted as it is', async () => {
    const user = userEvent.setup();
    await begin({ ...DEFAULT_TIME_BOXES, story: 300 });
    expect(field(/Time box/)).toHaveProperty('value', '320');
    await user.clear(field(/Time box/));
    await user.type(field(/Time box/), '40{Enter}');
    await user.clear(field(/Time box/));
    await user.type(field(/Time box/), '320{Enter}');
    expect(boxes()).toMatchObject({ story: 300 });
  });

  test('minutes and names typed last are kept when Alt and an arrow move on', async () => {
    const user = userEvent.setup();
    await begin();
    await user.clear(field(/Time box/));
    await user.type(field(/Time box/), '40');
    await user.type(screen.getByRole('combobox', { name: /Who is here/ }), 'Sam');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(useStore.getState().session).toMatchObject({ stage: 'story', people: ['Sam'] });
    expect(totalMinutes(boxes())).toBe(40);
  });
});
