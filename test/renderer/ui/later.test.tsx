// What is loaded apart is drawn at once when it is there, holds its place until then, keeps what was
// typed, and does not hide that it could not be loaded.

import { later } from '@renderer/ui/later';
import { act, render, screen } from '@testing-library/react';
import { Component, type ReactNode } from 'react';
import { expect, test, vi } from 'vitest';

interface Props {
  name: string;
}
const Field = ({ name }: Props) => <input aria-label={name} />;
const Place = ({ name }: Props) => <p>{`${name} is on its way`}</p>;

/** A component, and what brings its code. */
function waiting() {
  let come = () => {};
  let fail = (_problem: Error) => {};
  const code = new Promise<{ default: typeof Field }>((resolve, reject) => {
    come = () => resolve({ default: Field });
    fail = reject;
  });
  const fetch = vi.fn(() => code);
  return { Shown: later(fetch, Place), fetch, come, fail };
}

test('what is there already is there in the first drawing', async () => {
  const { Shown, fetch, come } = waiting();
  come();
  await Shown.load();
  render(<Shown name="Title" />);
  screen.getByRole('textbox', { name: 'Title' });
  expect(fetch).toHaveBeenCalledOnce();
});

test('what is on its way has its place held, comes without delay, and is fetched once', async () => {
  const { Shown, fetch, come } = waiting();
  const { rerender } = render(<Shown name="Title" />);
  rerender(<Shown name="Cause" />);
  screen.getByText('Cause is on its way');
  await act(async () => come());
  screen.getByRole('textbox', { name: 'Cause' });
  expect(screen.queryByText(/on its way/)).toBeNull();
  expect(fetch).toHaveBeenCalledOnce();
});

test('what was typed stays when it is drawn again', async () => {
  const { Shown, come } = waiting();
  const { rerender } = render(<Shown name="Title" />);
  await act(async () => come());
  const field = screen.getByRole('textbox');
  rerender(<Shown name="Other" />);
  expect(screen.getByRole('textbox')).toBe(field);
});

test('what could not be loaded is raised where it would have been drawn', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  class Boundary extends Component<{ children: ReactNode }, { problem: string }> {
    override state = { problem: '' };
    static getDerivedStateFromError = (problem: Error) => ({ problem: problem.message });
    override render = () => this.state.problem || this.props.children;
  }
  const { Shown, fail } = waiting();
  render(
    <Boundary>
      <Shown name="Title" />
    </Boundary>,
  );
  await act(async () => fail(new Error('The file is gone')));
  screen.getByText('The file is gone');
});
