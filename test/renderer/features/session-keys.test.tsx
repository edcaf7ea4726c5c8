// The keys of a session, on each platform, and what they leave to whoever types.

import { type Stage, startSession } from '@core/session/session';
import { useSessionKeys } from '@renderer/features/session/session-keys';
import { useKeys } from '@renderer/shell/keys';
import { useStore } from '@renderer/store/store';
import { altLabel, altShortcut } from '@renderer/ui/modifier-keys';
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerCalls } from '../fake-client';
import { heldSession } from './held-session';
import { recordView } from './record-view';

function Page() {
  useSessionKeys();
  useKeys();
  return (
    <main>
      <button type="button">Button</button>
      <input aria-label="Text" />
      <input type="radio" aria-label="Radio" />
      <input type="checkbox" aria-label="Checkbox" />
      <input type="range" aria-label="Range" />
      <select aria-label="Select" />
    </main>
  );
}

const session = () => useStore.getState().session;
const held = (stage: Stage) =>
  heldSession({ ...startSession('k', Date.now(), '2026-11-20'), stage });
const press = (label: string, key: Partial<KeyboardEvent>) =>
  fireEvent.keyDown(screen.getByLabelText(label), key);

beforeEach(async () => {
  const { answers, begin } = held('saved');
  answerCalls(answers);
  useStore.setState({ open: { k: recordView('k') } });
  await begin();
  render(<Page />);
});
afterEach(() => {
  vi.restoreAllMocks();
  useStore.setState({ session: null, capturing: false });
});

describe('elsewhere than on macOS', () => {
  test('Alt with arrows and digits moves, also while typing', () => {
    press('Text', { key: 'ArrowRight', altKey: true });
    expect(session()?.stage).toBe('close');
    press('Text', { key: 'ArrowLeft', altKey: true });
    expect(session()?.stage).toBe('saved');
    press('Text', { key: '5', code: 'Digit5', altKey: true });
    expect(session()?.stage).toBe('latent');
  });

  test('AltGr, which is Control and Alt, types', () => {
    press('Text', { key: '{', code: 'Digit5', altKey: true, ctrlKey: true });
    expect(session()?.stage).toBe('saved');
  });

  test.each([
    { key: '=', code: 'Equal' },
    { key: '=', code: 'Digit0', shiftKey: true },
    { key: '+', code: 'BracketRight' },
    { key: '´', code: 'Equal' },
  ])('Alt with $key on $code adds a minute', (key) => {
    press('Text', { ...key, altKey: true });
    expect(session()?.extra.saved).toBe(60_000);
  });

  test('the keys are named after Alt', () => {
    expect([altLabel('→'), altShortcut('ArrowRight')]).toEqual(['Alt →', 'Alt+ArrowRight']);
  });
});

describe('on macOS', () => {
  beforeEach(() => void vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel'));

  test('Option alone edits text', () => {
    press('Text', { key: 'ArrowRight', altKey: true });
    press('Text', { key: '∞', code: 'Digit5', altKey: true });
    press('Text', { key: '≠', code: 'Equal', altKey: true });
    expect(session()).toMatchObject({ stage: 'saved', extra: {} });
  });

  test('Control and Option move, jump and add a minute', () => {
    const held = { altKey: true, ctrlKey: true };
    press('Text', { key: 'ArrowRight', ...held });
    expect(session()?.stage).toBe('close');
    press('Text', { key: '∞', code: 'Digit5', ...held });
    expect(session()?.stage).toBe('latent');
    press('Text', { key: '≠', code: 'Equal', ...held });
    expect(session()?.extra.latent).toBe(60_000);
  });

  test('the keys are named after Control and Option', () => {
    expect([altLabel('→'), altShortcut('ArrowRight')]).toEqual(['⌃⌥ →', 'Control+Alt+ArrowRight']);
  });
});

describe('without modifiers', () => {
  test.each(['Text', 'Radio', 'Range', 'Select'])('%s keeps its arrows', (label) => {
    press(label, { key: 'ArrowRight' });
    expect(session()?.stage).toBe('saved');
  });

  test('elsewhere the arrows move, and with Shift or Control they do not', () => {
    press('Checkbox', { key: 'ArrowRight' });
    expect(session()?.stage).toBe('close');
    press('Checkbox', { key: 'ArrowRight', shiftKey: true });
    press('Checkbox', { key: 'ArrowRight', ctrlKey: true });
    expect(session()?.stage).toBe('close');
  });

  test.each([
    ['Radio', true],
    ['Checkbox', true],
    ['Range', true],
    ['Text', false],
    ['Select', false],
  ])('N in %s captures: %s', (label, captures) => {
    useStore.setState({ library: {} as never });
    press(label, { key: 'n' });
    expect(useStore.getState().capturing).toBe(captures);
  });
});
