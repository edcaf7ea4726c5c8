// What a key in a table means: which press, which words, which text for a screen reader.

import { isPressed, keyLabel, keyShortcut, whichUse } from '@renderer/ui/key-names';
import { afterEach, expect, test, vi } from 'vitest';

const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);
const onMac = () => vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');

afterEach(() => void vi.restoreAllMocks());

test.each<[string, KeyboardEventInit, boolean]>([
  ['N', { key: 'n' }, true],
  ['N', { key: 'N', shiftKey: true }, true],
  ['N', { key: 'n', ctrlKey: true }, false],
  ['N', { key: 'n', altKey: true }, false],
  ['?', { key: '?', shiftKey: true }, true],
  ['/', { key: '/' }, true],
  ['Mod+K', { key: 'k', ctrlKey: true }, true],
  ['Mod+K', { key: 'k', metaKey: true }, false],
  ['Mod+K', { key: 'K', ctrlKey: true, shiftKey: true }, false],
  ['Mod+Shift+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, true],
  ['ArrowDown', { key: 'ArrowDown' }, true],
  ['ArrowDown', { key: 'ArrowDown', shiftKey: true }, false],
  ['Shift+ArrowDown', { key: 'ArrowDown', shiftKey: true }, true],
  [' ', { key: ' ' }, true],
  [' ', { key: ' ', shiftKey: true }, false],
  ['Alt+3', { key: '#', code: 'Digit3', altKey: true }, true],
  ['Alt+3', { key: '3', code: 'Digit4', altKey: true }, false],
  ['Alt+=', { key: '+', code: 'BracketRight', altKey: true }, true],
])('%s is %o: %s', (key, init, is) => {
  expect(isPressed(press(init), key)).toBe(is);
});

test('on macOS Command takes the place of Control', () => {
  onMac();
  expect(isPressed(press({ key: 'k', metaKey: true }), 'Mod+K')).toBe(true);
  expect(isPressed(press({ key: 'k', ctrlKey: true }), 'Mod+K')).toBe(false);
  expect(
    isPressed(press({ key: 'ArrowRight', altKey: true, ctrlKey: true }), 'Alt+ArrowRight'),
  ).toBe(true);
  expect([keyLabel('Mod+Shift+Z'), keyShortcut('Mod+K')]).toEqual(['⇧⌘Z', 'Meta+K']);
});

test('keys are named for the eye and for the ear', () => {
  expect(['Mod+K', 'Alt+ArrowRight', ' ', '?', 'Shift+ArrowDown'].map(keyLabel)).toEqual([
    'Ctrl K',
    'Alt →',
    'Space',
    '?',
    'Shift ↓',
  ]);
  expect(keyLabel('Mod+Shift+Z')).toBe('Ctrl Shift Z');
  expect(['Mod+Shift+Z', 'Alt+ArrowRight', ' '].map(keyShortcut)).toEqual([
    'Control+Shift+Z',
    'Alt+ArrowRight',
    'Space',
  ]);
});

test('a press finds its use in a table', () => {
  const table = { open: { name: 'Open', keys: ['Enter'] }, all: { name: 'All', keys: ['Mod+A'] } };
  expect(whichUse(table, press({ key: 'a', ctrlKey: true }))).toBe('all');
  expect(whichUse(table, press({ key: 'a' }))).toBeNull();
});
