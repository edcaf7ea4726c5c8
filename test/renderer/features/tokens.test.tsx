// Words typed into a token field are never lost, whatever key takes the person away from it.

import { TokenField } from '@renderer/ui/TokenField';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';

let latest: string[] = [];
let seenAbove: string[] | null = null;

function Harness({ onSubmit = () => {} }: { onSubmit?: () => void }) {
  const [values, setValues] = useState<string[]>(['ana']);
  latest = values;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <TokenField
        label="People"
        values={values}
        suggestions={[]}
        onChange={(next) => {
          latest = next;
          setValues(next);
        }}
      />
      <button type="submit">Save</button>
    </form>
  );
}

const field = () => screen.getByRole('combobox', { name: 'People' });
const listen = () => {
  seenAbove = [...latest];
};

afterEach(() => {
  window.removeEventListener('keydown', listen);
  vi.restoreAllMocks();
});

test.each([
  ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }],
  ['Cmd+Enter', { key: 'Enter', metaKey: true }],
  ['Alt+arrow', { key: 'ArrowRight', altKey: true }],
  ['Alt+digit', { key: '3', altKey: true }],
  ['Ctrl+S', { key: 's', ctrlKey: true }],
])('%s finds the typed words added already', async (_, key) => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'Sam');
  window.addEventListener('keydown', listen);
  fireEvent.keyDown(field(), key);
  expect(seenAbove).toEqual(['ana', 'sam']);
});

test.each([
  ['copying', { key: 'c', ctrlKey: true }],
  ['undoing', { key: 'z', metaKey: true }],
  ['moving by words', { key: 'ArrowLeft', ctrlKey: true }],
  ['holding a modifier alone', { key: 'Control', ctrlKey: true }],
  ['typing with AltGr', { key: '@', ctrlKey: true, altKey: true }],
])('%s leaves the word being typed alone', async (_, key) => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'Sam');
  fireEvent.keyDown(field(), key);
  expect(latest).toEqual(['ana']);
});

test('on macOS Option edits text, and Control and Option act', async () => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel');
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'Sam');
  fireEvent.keyDown(field(), { key: 'ArrowRight', altKey: true });
  expect(latest).toEqual(['ana']);
  fireEvent.keyDown(field(), { key: 'ArrowRight', altKey: true, ctrlKey: true });
  expect(latest).toEqual(['ana', 'sam']);
});

test('typed words are added when the field goes away without a blur', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<Harness />);
  await user.type(field(), 'Sam');
  unmount();
  expect(latest).toEqual(['ana', 'sam']);
});

test('Enter adds a word and never submits the form around', async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn();
  render(<Harness onSubmit={onSubmit} />);
  await user.type(field(), 'Sam{Enter}');
  expect(latest).toEqual(['ana', 'sam']);
  await user.keyboard('{Enter}');
  expect(onSubmit).not.toHaveBeenCalled();
});

test('removing a word leaves the focus in the field', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.click(screen.getByRole('button', { name: 'Remove ana' }));
  expect(latest).toEqual([]);
  expect(document.activeElement).toBe(field());
});

test('Backspace takes the last word away, but not while it is held to clear what is typed', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.type(field(), 'ab');
  await user.keyboard('{Backspace>5/}');
  expect(latest).toEqual(['ana']);
  await user.keyboard('{Backspace}');
  expect(latest).toEqual([]);
});
