// Keys that open the small window from anywhere: which can be, how they are read and called.

import {
  DEFAULT_SHORTCUT,
  isShortcut,
  type Press,
  pressedKeys,
  shortcutLabel,
} from '@core/settings/shortcut';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const press = (key: string, held: string, code = ''): Press => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
});

test.each([
  ['CommandOrControl+Shift+M', true],
  ['CommandOrControl+Alt+1', true],
  ['Control+Alt+F5', true],
  ['Alt+F5', true],
  ['Super+Shift+Space', true],
  // They would be missed by every program.
  ['CommandOrControl+C', false],
  ['Alt+M', false],
  ['Shift+M', false],
  ['Shift+F5', false],
  ['F5', false],
  ['M', false],
  ['', false],
  // Not as Electron writes them, or not once and in order.
  ['Shift+CommandOrControl+M', false],
  ['CommandOrControl+CommandOrControl+M', false],
  ['Ctrl+Shift+M', false],
  ['CommandOrControl+Shift+m', false],
  ['CommandOrControl+Shift+', false],
  ['CommandOrControl+Shift+F25', false],
  ['CommandOrControl+Shift+MediaPlayPause', false],
])('%j can be a shortcut: %s', (keys, can) => {
  expect(isShortcut(keys)).toBe(can);
});

describe('a press', () => {
  test.each([
    [press('M', 'cs'), false, 'CommandOrControl+Shift+M'],
    [press('m', 'ms'), true, 'CommandOrControl+Shift+M'],
    [press('m', 'cm'), true, 'CommandOrControl+Control+M'],
    [press('m', 'cm'), false, 'CommandOrControl+Super+M'],
    // Shift and Option make other characters of them: their place says which they are.
    [press('!', 'cs', 'Digit1'), false, 'CommandOrControl+Shift+1'],
    [press('µ', 'ma', 'KeyM'), true, 'CommandOrControl+Alt+M'],
    [press('ь', 'cs', 'KeyM'), false, 'CommandOrControl+Shift+M'],
    [press(' ', 'cs', 'Space'), false, 'CommandOrControl+Shift+Space'],
    [press('F12', 'a', 'F12'), false, 'Alt+F12'],
    [press('Shift', 'cs', 'ShiftLeft'), false, null],
    [press('Control', 'c', 'ControlLeft'), false, null],
    [press('Enter', 'cs', 'Enter'), false, null],
  ])('%j on macOS %s is %s', (pressed, mac, keys) => {
    expect(pressedKeys(pressed, mac)).toBe(keys);
  });

  test('is written as it is read: what can be a shortcut is one as soon as it is pressed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'M', '7', 'F3', ' '),
        fc.subarray(['c', 'a', 's', 'm']),
        fc.boolean(),
        (key, held, mac) => {
          const keys = pressedKeys(press(key, held.join(''), key === ' ' ? 'Space' : ''), mac);
          const besidesShift = held.filter((one) => one !== 's').length;
          const enough = besidesShift > 0 && held.length >= (key === 'F3' ? 1 : 2);
          expect(isShortcut(keys ?? '')).toBe(enough);
        },
      ),
    );
  });
});

test('to read', () => {
  expect(shortcutLabel(DEFAULT_SHORTCUT.keys, false)).toBe('Ctrl Shift M');
  expect(shortcutLabel(DEFAULT_SHORTCUT.keys, true)).toBe('⇧⌘M');
  expect(shortcutLabel('CommandOrControl+Control+Alt+F5', true)).toBe('⌃⌥⌘F5');
});
