// The cards that say how it works: three at most, one after the other, and never again unasked.

import { NO_VIEWS } from '@core/library/list-view';
import { DEFAULT_SETTINGS } from '@core/settings/settings';
import { Tour } from '@renderer/features/welcome/Tour';
import { useStore } from '@renderer/store/store';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerCalls } from '../fake-client';

const before = useStore.getState();
let asked: ReturnType<typeof answerCalls>;

beforeEach(() => {
  asked = answerCalls({
    'settings:change': ({ change }) => ({ ...DEFAULT_SETTINGS, ...change }),
  });
  useStore.setState({
    app: {
      version: '1',
      platform: 'linux',
      library: null,
      recent: [],
      settings: DEFAULT_SETTINGS,
      shortcut: 'on',
      notices: [],
      views: NO_VIEWS,
      session: { revision: 0, running: null, unfinished: null },
      room: { on: null, facilitatorOn: 1, displays: [] },
    },
  });
});
afterEach(() => {
  useStore.setState(before, true);
});

const tour = () => screen.queryByRole('region', { name: 'How it works' });

test('three cards, and then it is done with for good', async () => {
  const user = userEvent.setup();
  render(<Tour />);
  const titles = [screen.getByRole('heading').textContent];
  for (let card = 2; card <= 3; card += 1) {
    await user.click(screen.getByRole('button', { name: 'Next card' }));
    titles.push(screen.getByRole('heading').textContent);
    expect(screen.getByText(`${card} of 3`)).toBeDefined();
  }
  expect(new Set(titles).size).toBe(3);
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Got it' }));
  expect(tour()).toBeNull();
  expect(asked).toEqual([{ channel: 'settings:change', input: { change: { toured: true } } }]);
});

test('it can be skipped at once, and does not appear to whoever has seen it', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<Tour />);
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  expect(tour()).toBeNull();
  unmount();
  render(<Tour />);
  expect(tour()).toBeNull();
});
