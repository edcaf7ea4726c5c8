// The facts of a near miss by role: what is no date is kept, and that it is none is said.

import { emptyFields } from '@core/record/model';
import { FactsEditor } from '@renderer/features/record/FactsEditor';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';

function Facts() {
  const [fields, setFields] = useState(emptyFields());
  return <FactsEditor fields={fields} onChange={(part) => setFields({ ...fields, ...part })} />;
}

test('what is no date is kept as it is, and said', async () => {
  const user = userEvent.setup();
  render(<Facts />);
  const field = () => screen.getByLabelText(/^When it occurred/);
  expect(screen.queryByText(/^no date/)).toBeNull();
  await user.type(field(), '2026-02-30');
  expect(screen.getByText('no date such as 2026-11-20: kept as it is')).toBeDefined();
  expect(field()).toHaveProperty('value', '2026-02-30');
  await user.clear(field());
  await user.type(field(), '2026-02-28T14:02');
  expect(screen.queryByText(/^no date/)).toBeNull();
});
