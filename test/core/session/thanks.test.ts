// Proves the words of thanks: to a name, to whoever it was, to what worked, and luck as luck.

import type { Barrier } from '@core/record/model';
import { framing, thanksTo, thanksToSaver } from '@core/session/thanks';
import { expect, test } from 'vitest';

const barrier = (part: Partial<Barrier>): Barrier => ({
  name: '',
  state: null,
  kind: null,
  byDesign: null,
  known: null,
  note: '',
  ...part,
});

test('whoever raised it is thanked, by name unless it was in confidence', () => {
  expect(thanksTo('Sam')).toBe('Thank you, Sam, for raising it.');
  expect(thanksTo('')).toBe('Thank you to whoever raised it.');
});

test('what stopped it is thanked when it was built for it', () => {
  const canary = barrier({ name: 'the canary', state: 'stopped', byDesign: 'yes' });
  expect(thanksToSaver([barrier({ state: 'failed' }), canary])).toBe(
    'And thanks to what worked as it was meant to: the canary.',
  );
  expect(thanksToSaver([barrier({ state: 'failed' })])).toBe('');
});

test('luck is named as luck, and as the only thing when it was', () => {
  const luck = barrier({ name: 'a coffee break', state: 'stopped', kind: 'luck' });
  expect(thanksToSaver([luck])).toBe(
    'What saved us was luck: a coffee break. Nothing else stopped it.',
  );
  const gate = barrier({ name: 'the gate', state: 'stopped', byDesign: 'yes' });
  expect(thanksToSaver([luck, gate])).toBe('What saved us was luck: a coffee break.');
});

test('what has no name yet is thanked without one', () => {
  expect(thanksToSaver([barrier({ state: 'stopped', byDesign: 'yes' })])).toBe(
    'And thanks to what worked as it was meant to.',
  );
  expect(thanksToSaver([barrier({ name: ' A pause. ', state: 'stopped', kind: 'timing' })])).toBe(
    'What saved us was luck: A pause. Nothing else stopped it.',
  );
});

test('a near miss is told as something that almost happened', () => {
  expect(framing('Checkout down in the evening peak.')).toBe(
    'This almost happened: Checkout down in the evening peak.',
  );
  expect(framing(' ')).toBe('This almost happened.');
});
