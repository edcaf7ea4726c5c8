// The setting of the keys that open the small window: by pressing them, with words for what is wrong.

import { DEFAULT_SETTINGS } from '@core/settings/settings';
import { CaptureKeys } from '@renderer/features/settings/CaptureKeys';
import { useStore } from '@renderer/store/store';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';

let asked: ReturnType<typeof answerCalls>;
beforeEach(() => {
  asked = answerCalls({
    'settings:change': ({ change }) => ({ ...DEFAULT_SETTINGS, ...change }),
  });
  useStore.setState({ settings: DEFAULT_SETTINGS, shortcut: 'on' });
});
afterEach(() => vi.restoreAllMocks());

const change = () => screen.getByRole('button', { name: /keys/ });

test('they are changed by pressing others, which nobody else obeys', async () => {
  const user = userEvent.setup();
  const obeyed = vi.fn();
  window.addEventListener('keydown', obeyed);
  render(<CaptureKeys />);
  expect(screen.getByText('Ctrl Shift M')).toBeDefined();
  await user.click(change());
  await user.keyboard('{Control>}{Alt>}k{/Alt}{/Control}');
  window.removeEventListener('keydown', obeyed);
  expect(obeyed).not.toHaveBeenCalled();
  expect(asked.map(({ input }) => input)).toEqual([
    { change: { captureShortcut: { keys: 'CommandOrControl+Alt+K', on: true } } },
  ]);
  expect(screen.getByText('Ctrl Alt K')).toBeDefined();
});

test('keys that would be missed elsewhere are refused in words; Escape leaves it as it was', async () => {
  const user = userEvent.setup();
  render(<CaptureKeys />);
  await user.click(change());
  await user.keyboard('{Control>}c{/Control}');
  expect(screen.getByRole('status').textContent).toContain('Ctrl C would be missed elsewhere');
  await user.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Change the keys' })).toBeDefined();
  expect(asked).toEqual([]);
});

test('keys that are taken are said', () => {
  useStore.setState({ shortcut: 'taken' });
  render(<CaptureKeys />);
  expect(screen.getByRole('status').textContent).toContain('taken by another program');
});

test('they can be switched off', async () => {
  const user = userEvent.setup();
  render(<CaptureKeys />);
  await user.click(screen.getByRole('checkbox'));
  expect(asked[0]?.input).toEqual({
    change: { captureShortcut: { keys: 'CommandOrControl+Shift+M', on: false } },
  });
  expect(change()).toHaveProperty('disabled', true);
});
