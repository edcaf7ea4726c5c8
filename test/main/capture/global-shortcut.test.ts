// The keys that open the small window: taken once, given back, and said when they are not free.

import type { ShortcutState } from '@core/settings/shortcut';
import { CaptureKeys } from '@main/capture/global-shortcut';
import { expect, test } from 'vitest';

/** A system in which other programs hold some keys. */
function onSystem(elsewhere: string[], platform: NodeJS.Platform = 'linux') {
  const held = new Map<string, () => void>();
  const states: ShortcutState[] = [];
  const said: string[] = [];
  let pressed = 0;
  const keys = new CaptureKeys({
    system: {
      register: (name, press) => {
        if (elsewhere.includes(name)) return false;
        held.set(name, press);
        return true;
      },
      unregister: (name) => void held.delete(name),
    },
    platform,
    pressed: () => {
      pressed += 1;
    },
    changed: (state) => void states.push(state),
    notify: (message) => void said.push(message),
  });
  return { keys, held, states, said, pressed: () => pressed };
}

const M = 'CommandOrControl+Shift+M';
const K = 'CommandOrControl+Shift+K';

test('they are held, changed and switched off', () => {
  const { keys, held, states, said, pressed } = onSystem([]);
  expect(keys.state).toBe('off');
  keys.use({ keys: M, on: true });
  held.get(M)?.();
  expect(pressed()).toBe(1);
  keys.use({ keys: K, on: true });
  expect([...held.keys()]).toEqual([K]);
  keys.use({ keys: K, on: false });
  expect([...held.keys()]).toEqual([]);
  expect(states).toEqual(['on', 'on', 'off']);
  expect(said).toEqual([]);
});

test('the same again changes nothing', () => {
  const { keys, states } = onSystem([]);
  keys.use({ keys: M, on: true });
  keys.use({ keys: M, on: true });
  expect(states).toEqual(['on']);
});

test('keys that another program has are said; others, or those later, work', () => {
  const elsewhere = [M];
  const { keys, held, said } = onSystem(elsewhere);
  keys.use({ keys: M, on: true });
  expect(keys.state).toBe('taken');
  expect(said).toEqual([
    'Ctrl Shift M is taken by another program, so it does not open the capture window. ' +
      'Choose others in Settings.',
  ]);
  keys.use({ keys: K, on: true });
  expect(keys.state).toBe('on');
  elsewhere.length = 0;
  keys.use({ keys: M, on: true });
  expect([...held.keys()]).toEqual([M]);
});

test('switched off while they are taken, they are off', () => {
  const { keys } = onSystem([M], 'darwin');
  keys.use({ keys: M, on: true });
  keys.use({ keys: M, on: false });
  expect(keys.state).toBe('off');
});
