// Triage by role: the arithmetic, the suggestion that is followed, the reason that is asked for.

import { defaultConfig } from '@core/library/config';
import { emptyFields, type Triage } from '@core/record/model';
import { statusAfterTriage, TriageEditor } from '@renderer/features/triage/TriageEditor';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';

function Harness({ onChange }: { onChange: (triage: Triage) => void }) {
  const [triage, setTriage] = useState(emptyFields().triage);
  const change = (next: Triage) => {
    setTriage(next);
    onChange(next);
  };
  return <TriageEditor triage={triage} config={defaultConfig('x')} onChange={change} />;
}

test('severe × likely is 16, act now; another decision asks for a reason', async () => {
  const user = userEvent.setup();
  let triage = emptyFields().triage;
  render(
    <Harness
      onChange={(next) => {
        triage = next;
      }}
    />,
  );
  await user.click(screen.getByRole('radio', { name: '4 Severe' }));
  expect(screen.queryByText(/×/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: '4 Likely' }));
  expect(screen.getByText('Severe × likely, 4 × 4 = 16')).toBeDefined();
  expect(screen.getByText(/Act now starts at 15/)).toBeDefined();
  expect(triage.decision).toBe('act now');

  await user.click(screen.getByRole('radio', { name: '1 Rare' }));
  expect(triage.decision).toBe('log');
  expect(screen.queryByLabelText(/Reason/)).toBeNull();

  await user.click(screen.getByRole('radio', { name: 'Investigate' }));
  await user.type(screen.getByLabelText(/Reason/), 'It is new');
  expect(triage).toMatchObject({ decision: 'investigate', reason: 'It is new' });
  // What someone decided is not changed behind their back.
  await user.click(screen.getByRole('radio', { name: '5 Almost certain' }));
  expect(triage.decision).toBe('investigate');
});

test('triage moves a captured near miss on, and nothing else', () => {
  const triage: Triage = { ...emptyFields().triage, decision: 'log' };
  expect(statusAfterTriage('captured', triage)).toBe('triaged');
  expect(statusAfterTriage('learned', triage)).toBe('learned');
  expect(statusAfterTriage('captured', emptyFields().triage)).toBe('captured');
});
