// Where the focus goes when another page appears.

import { usePageFocus } from '@renderer/shell/use-page-focus';
import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';

function Page({ place, children }: { place: string | null; children?: ReactNode }) {
  usePageFocus(place);
  return (
    <main>
      <h1>{place ?? 'A step'}</h1>
      {children}
    </main>
  );
}

const row = (
  <div role="listbox">
    <div role="option" aria-selected="false" tabIndex={-1}>
      Another
    </div>
    <div role="option" aria-selected="true" tabIndex={0}>
      Picked out
    </div>
  </div>
);

test('to the heading, from wherever it was', () => {
  const { rerender } = render(<Page key="actions" place="actions" />);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'actions' }));
  rerender(<Page key="settings" place="settings" />);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'settings' }));
});

test('to what was picked out in a list one comes back to', () => {
  const { rerender } = render(<Page key="record" place="record" />);
  rerender(
    <Page key="home" place="home">
      {row}
    </Page>,
  );
  expect(document.activeElement?.textContent).toBe('Picked out');
});

test('to the heading of a page that is still being loaded, once it is there', async () => {
  function Waited({ isThere }: { isThere: boolean }) {
    usePageFocus('trash');
    return (
      isThere && (
        <main>
          <h1>Trash</h1>
        </main>
      )
    );
  }
  const { rerender } = render(<Waited isThere={false} />);
  expect(document.activeElement).toBe(document.body);
  rerender(<Waited isThere />);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading')));
});

test('nowhere, when the page has taken it already or is going to', () => {
  const field = <input ref={(input) => input?.focus()} aria-label="Facilitator" />;
  const { rerender } = render(
    <Page key="opening" place="opening">
      {field}
    </Page>,
  );
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Facilitator' }));
  rerender(<Page place={null} />);
  expect(document.activeElement).toBe(document.body);
});

test('nowhere, while a dialog is open', () => {
  render(
    <>
      <Page key="trash" place="trash" />
      <div role="dialog" aria-label="Capture a near miss" />
    </>,
  );
  expect(document.activeElement).toBe(document.body);
});
