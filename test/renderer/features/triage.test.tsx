// Triage by role: the arithmetic, the suggestion that is followed, the reason that is asked for.

import { defaultConfig } from '@core/library/config';
import { emptyFields, type Triage } from '@core/record/model';
import { reviewDay } from '@core/triage/queue';
import type { TriageFields } from '@core/triage/with-triage';
import { TriageEditor } from '@renderer/features/triage/TriageEditor';
import { today } from '@renderer/ui/today';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';

function Harness({ onChange }: { onChange: (triage: Triage) => void }) {
  const [fields, setFields] = useState<TriageFields>(emptyFields());
  const change = (next: TriageFields) => {
    setFields(next);
    onChange(next.triage);
  };
  return <TriageEditor fields={fields} config={defaultConfig('x')} onChange={change} />;
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

  await user.click(screen.getByRole('radio', { name: 'Investigate' }));
  await user.type(screen.getByLabelText(/Reason/), 'It is new');
  expect(triage).toMatchObject({ decision: 'investigate', reason: 'It is new' });
  // What someone decided is not changed behind their back.
  await user.click(screen.getByRole('radio', { name: '5 Almost certain' }));
  expect(triage.decision).toBe('investigate');
});

test('deciding not to act asks for a reason and a day to look again, and waits for neither', async () => {
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
  await user.click(screen.getByRole('radio', { name: '4 Likely' }));
  expect(screen.queryByLabelText(/Reason/)).toBeNull();
  expect(screen.queryByLabelText('Look at it again on')).toBeNull();

  await user.click(screen.getByRole('radio', { name: '1 Rare' }));
  expect(triage).toMatchObject({ decision: 'log', reason: '' });
  expect(screen.getByLabelText('Look at it again on')).toHaveProperty('value', triage.review);
  expect(triage.review).toBe(reviewDay(today()));
  expect(screen.getByText('what makes it enough to log it?')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Gone next week');
  expect(triage).toMatchObject({ decision: 'log', reason: 'Gone next week' });
  expect(screen.queryByText('what makes it enough to log it?')).toBeNull();
});
