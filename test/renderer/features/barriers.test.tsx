// Building the ladder by role: add, name, mark, move, remove and take back.

import type { Barrier } from '@core/record/model';
import { BarrierEditor } from '@renderer/features/ladder/BarrierEditor';
import { useStore } from '@renderer/store/store';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';

let latest: Barrier[] = [];

function Harness() {
  const [barriers, setBarriers] = useState<Barrier[]>([]);
  latest = barriers;
  return <BarrierEditor barriers={barriers} onChange={setBarriers} />;
}

test('a ladder is built, put in order, and a removal is taken back', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.click(screen.getByRole('button', { name: 'Add barrier' }));
  await user.type(screen.getByRole('textbox', { name: 'Barrier 1' }), 'Canary');
  await user.click(screen.getByRole('radio', { name: 'Stopped it' }));
  await user.click(screen.getByRole('radio', { name: 'Yes' }));
  await user.selectOptions(screen.getByLabelText('Kind of Canary'), 'canary or staged rollout');
  await user.click(screen.getByRole('button', { name: 'Add barrier' }));
  await user.type(screen.getByRole('textbox', { name: 'Barrier 2' }), 'Review');
  expect(latest).toMatchObject([
    { name: 'Canary', state: 'stopped', byDesign: 'yes', kind: 'canary or staged rollout' },
    { name: 'Review', state: null },
  ]);

  await user.click(screen.getByRole('button', { name: 'Move Review up' }));
  expect(latest.map(({ name }) => name)).toEqual(['Review', 'Canary']);
  await user.click(screen.getByRole('button', { name: 'Remove Canary' }));
  expect(latest.map(({ name }) => name)).toEqual(['Review']);
  const toast = useStore.getState().toasts.at(-1);
  act(() => toast?.action?.run());
  expect(latest.map(({ name }) => name)).toEqual(['Review', 'Canary']);
});

test('a chosen answer can be taken back', async () => {
  const user = userEvent.setup();
  render(<Harness />);
  await user.click(screen.getByRole('button', { name: 'Add barrier' }));
  await user.click(screen.getByRole('radio', { name: 'Failed' }));
  expect(latest[0]?.state).toBe('failed');
  await user.click(screen.getByRole('radio', { name: 'Failed' }));
  expect(latest[0]?.state).toBeNull();
});
