// The ladder by role: what each barrier did, what is left, and the replay without the saver.

import type { Barrier } from '@core/record/model';
import { Ladder } from '@renderer/features/ladder/Ladder';
import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

const barrier = (name: string, part: Partial<Barrier>): Barrier => ({
  name,
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
  ...part,
});

const BARRIERS = [
  barrier('Alert at 90 %', { state: 'failed', note: 'muted' }),
  barrier('Nightly cleanup job', { state: 'stopped', byDesign: 'no' }),
  barrier('Read-only fallback', { state: 'untested', known: 'assumed' }),
];

const props = { trigger: 'Writes doubled', harm: 'Checkout down', barriers: BARRIERS };

test('says what each barrier did and what was left', () => {
  render(<Ladder {...props} />);
  const ladder = screen.getByRole('region', { name: 'The ladder' });
  const items = within(ladder)
    .getAllByRole('listitem')
    .map((item) => item.textContent);
  expect(items).toEqual([
    'Writes doubled',
    'Alert at 90 %failed: muted',
    'Nightly cleanup jobstopped it, not designed to',
    '?Read-only fallbackuntested, assumed to work',
    'Checkout down',
  ]);
  expect(within(ladder).getByText('One untested barrier left.')).toBeDefined();
});

test('without the saver, says what would have met the trigger next', () => {
  render(<Ladder {...props} saverRemoved />);
  expect(screen.getByText(/Without .*Nightly cleanup job.*Read-only fallback/i)).toBeDefined();
  expect(screen.getByText(/taken away/)).toBeDefined();
});

test('the trigger comes as far as what would have met it next, or to the harm, and goes back', () => {
  const items = () => screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
  const { rerender } = render(<Ladder {...props} saverRemoved />);
  expect(items().findIndex((text) => text.startsWith('Writes doubled'))).toBe(2);
  expect(items()[2]).toBe('Writes doubledgets this far');
  expect(items()[3]).toContain('would have met it next');
  const [, , untested] = BARRIERS;
  const absent = untested ? [{ ...untested, state: 'absent' as const }] : [];
  rerender(<Ladder {...props} barriers={[...BARRIERS.slice(0, 2), ...absent]} saverRemoved />);
  expect(items().at(-2)).toBe('Writes doubledgets this far');
  rerender(<Ladder {...props} />);
  expect(items()[0]).toBe('Writes doubled');
});

test('without anything left, it is the harm', () => {
  render(<Ladder {...props} barriers={BARRIERS.slice(0, 2)} saverRemoved />);
  const said = screen.getByText(/Without .*nothing else/i);
  expect(said.parentElement?.textContent).toMatch(
    /nothing else stood in the way. Checkout down\.$/,
  );
});

test('while the harm is typed, what is read out stays the same', () => {
  const ladder = (harm: string) => (
    <Ladder {...props} harm={harm} barriers={BARRIERS.slice(0, 2)} saverRemoved />
  );
  const { rerender } = render(ladder(''));
  const live = screen.getByText(/Without .*nothing else/i);
  expect(live.getAttribute('aria-live')).toBe('polite');
  const before = live.textContent;
  rerender(ladder('Ch'));
  rerender(ladder('Checkout down'));
  expect(live.isConnected).toBe(true);
  expect(live.textContent).toBe(before);
});
